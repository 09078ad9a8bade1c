"""The picture of a procedure to take away: a PDF whose boxes are links, and bitmaps, each with a title."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PageObject
from pypdfium2 import PdfDocument

from clausetree.publish.files.cache import Cache
from clausetree.publish.pages import drawing
from clausetree.publish.pages.carried_graphviz import drawn_by_package
from clausetree.publish.pages.drawing import draw
from clausetree.publish.printing.pictures import Pictures, make_pictures
from clausetree.tree.model import OneOf, Prose, Tree
from clausetree.tree.procedures import Procedures
from tests.read_back import reader, squeezed

SITE = "https://policy.example.org/"
EVIDENCE = {
    "risk": "Could a child",
    "safeguarding": "Follow the",
    "assess": "Assess whether",
    "relevant": "What is the",
    "disputed": "Does anyone dispute",
}
"""How the words of some boxes begin, by their names."""


@pytest.fixture(params=["the program dot", "the package in its place"])
def drawn(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Tree], tuple[str, ...]]:
    """What draws the parts of a tree's picture, by each of the two."""
    if "package" in request.param:
        monkeypatch.setattr(drawing, "_drawn_by_program", drawn_by_package)
    return lambda tree: draw([tree], Cache(tmp_path / "drawn"))[tree.id]


def tree_called(procedures: Procedures, name: str) -> Tree:
    procedure = procedures.find(name)
    assert procedure
    return procedure.tree


def made(tree: Tree, drawings: tuple[str, ...], folder: Path, address: str = SITE) -> Pictures:
    return make_pictures([(tree, drawings)], address, "en", Cache(folder / "cache"))[tree.id]


def test_each_box_of_the_document_is_a_link_to_what_it_says(
    procedures: Procedures, drawn: Callable[[Tree], tuple[str, ...]], tmp_path: Path
) -> None:
    tree = tree_called(procedures, "evidence")
    content = made(tree, drawn(tree), tmp_path).pdf.read_bytes()
    document = reader(content)
    assert document.metadata
    assert document.metadata.title == "Flowchart: Information from social media offered as evidence"
    (page,) = document.pages
    links = dict(links_on(page))
    words = PdfDocument(content)[0].get_textpage()
    said = {target: squeezed(words.get_text_bounded(*place)) for target, place in links.items()}
    address = f"{SITE}trees/evidence/#evidence--"
    # Once as they are drawn, and once for who hears the link.
    for name, begins in EVIDENCE.items():
        assert said[address + name].count(squeezed(begins)) == 2
    assert len(links) == 8
    # No two boxes lie on each other.
    places = list(links.values())
    assert not [
        (one, other)
        for at, one in enumerate(places)
        for other in places[at + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]


def links_on(page: PageObject) -> Iterator[tuple[str, tuple[float, ...]]]:
    """Yield where each link leads, and its left, bottom, right and top, in points."""
    for annotation in page.annotations or ():
        link = annotation.get_object()
        yield link["/A"]["/URI"], tuple(map(float, link["/Rect"]))


def test_without_the_address_of_the_site_links_lead_on_from_where_the_document_stands(
    procedures: Procedures, tmp_path: Path
) -> None:
    tree = tree_called(procedures, "evidence")
    document = reader(made(tree, draw([tree], Cache(tmp_path))["evidence"], tmp_path, "").pdf.read_bytes())
    assert "./#evidence--risk" in dict(links_on(document.pages[0]))


def test_each_part_is_a_page_and_a_bitmap(procedures: Procedures, tmp_path: Path) -> None:
    tree = tree_called(procedures, "messaging")
    parts = draw([tree], Cache(tmp_path))["messaging"]
    files = made(tree, parts, tmp_path)
    document = reader(files.pdf.read_bytes())
    assert len(document.pages) == len(parts) == len(files.pngs) == 2
    for number, (page, png) in enumerate(zip(document.pages, files.pngs, strict=True), 1):
        title, per_metre, width, height, lines = read_png(png.read_bytes())
        assert title == "Flowchart: Choosing a messaging platform" + (", part 2" if number > 1 else "")
        # 200 dots in an inch of the page, of 72 points.
        assert per_metre == 7874
        assert (width, height) == pytest.approx(
            (float(page.mediabox.width) / 72 * 200, float(page.mediabox.height) / 72 * 200), abs=1
        )
        assert {line[0] for line in lines} == {0}
        dark = sum(value < 128 for line in lines for value in line[1:])
        assert 0.005 < dark / (width * height) < 0.2, "lines and letters on white"
        assert {*lines[0][1:], *lines[-1][1:]} == {255}


def read_png(content: bytes) -> tuple[str, int, int, int, list[bytes]]:
    """Return the title, the dots in a metre, the width, the height and the lines of a bitmap."""
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    chunks: dict[bytes, bytes] = {}
    at = 8
    while at < len(content):
        (size,), kind = struct.unpack(">I", content[at : at + 4]), content[at + 4 : at + 8]
        chunks[kind] = content[at + 8 : at + 8 + size]
        assert content[at + 8 + size : at + 12 + size] == struct.pack(">I", zlib.crc32(kind + chunks[kind]))
        at += 12 + size
    width, height = struct.unpack(">II", chunks[b"IHDR"][:8])
    pixels = zlib.decompress(chunks[b"IDAT"])
    lines = [pixels[at : at + width + 1] for at in range(0, len(pixels), width + 1)]
    assert len(lines) == height
    title = chunks[b"iTXt"].removeprefix(b"Title\0\0\0\0\0").decode()
    (per_metre,) = struct.unpack(">I", chunks[b"pHYs"][:4])
    return title, per_metre, width, height, lines


def test_what_is_kept_is_not_made_again(procedures: Procedures, tmp_path: Path) -> None:
    tree = tree_called(procedures, "evidence")
    drawings = draw([tree], Cache(tmp_path))["evidence"]
    made(tree, drawings, tmp_path).pdf.write_bytes(b"kept")
    assert made(tree, drawings, tmp_path).pdf.read_bytes() == b"kept"
    other = drawings[0].replace("be at risk?", "be in danger?")
    assert made(tree, (other,), tmp_path).pdf.read_bytes() != b"kept"


def test_there_is_none_of_words_that_no_drawing_is_printed_with(procedures: Procedures, tmp_path: Path) -> None:
    tree = tree_called(procedures, "evidence")
    first, *others = tree.nodes
    assert isinstance(first, OneOf)
    hindi = replace(tree, nodes=(replace(first, title=Prose("क्या?", "क्या?")), *others))
    drawings = draw([hindi], Cache(tmp_path))["evidence"]
    assert make_pictures([(hindi, drawings), (tree, ())], SITE, "en", Cache(tmp_path / "cache")) == {}
