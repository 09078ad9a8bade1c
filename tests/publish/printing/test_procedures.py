"""Each procedure as a PDF in the site: what it is made of, and what is not made again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest

from clausetree.publish.files.cache import Cache
from clausetree.publish.pages.drawing import draw
from clausetree.publish.printing.procedures import ToPrint, to_pdf, write_procedures
from clausetree.tree.model import OneOf, Prose, Tree
from clausetree.tree.procedures import Procedures
from clausetree.tree.wire import to_wire
from tests.read_back import reader, squeezed, tags, words

SITE = "https://policy.example.org/"
PATH = Path("trees") / "evidence" / "evidence.pdf"


def drawn(tree: Tree, folder: Path) -> tuple[str, ...]:
    return draw([tree], Cache(folder / "drawn"))[tree.id]


@pytest.fixture
def evidence(procedures: Procedures, tmp_path: Path) -> ToPrint:
    procedure = procedures.find("evidence")
    assert procedure
    return ToPrint(procedure, to_wire(procedure).digest, drawn(procedure.tree, tmp_path), "", "en")


def made(one: ToPrint, folder: Path, address: str = SITE, cache: str = "cache") -> bytes:
    write_procedures([one], address, folder / "site", Cache(folder / cache), copyfile)
    return (folder / "site" / PATH).read_bytes()


def test_it_stands_beside_the_page(evidence: ToPrint, tmp_path: Path) -> None:
    document = reader(made(evidence, tmp_path))
    assert squeezed("1. Could a child, or anyone else, be at risk?") in words(document)
    assert "/Figure" in {kind for kind, _ in tags(document)}


def test_nobody_can_tell_when_or_where_it_was_made(evidence: ToPrint, tmp_path: Path) -> None:
    again = made(evidence, tmp_path / "elsewhere" / "entirely", cache="another")
    assert made(evidence, tmp_path) == again
    metadata = reader(again).metadata
    assert metadata is not None
    assert metadata.creation_date is None


def test_what_is_kept_is_not_made_again(evidence: ToPrint, tmp_path: Path) -> None:
    made(evidence, tmp_path)
    (kept,) = (tmp_path / "cache" / "documents").iterdir()
    kept.write_bytes(b"kept")
    assert made(evidence, tmp_path) == b"kept"


def test_all_that_it_is_made_of_makes_another(evidence: ToPrint, tmp_path: Path) -> None:
    whole = made(evidence, tmp_path)
    notice = '<aside class="review-notice"><p>To be reviewed.</p></aside>'
    drawings = tuple(one.replace("be at risk?", "be in danger?") for one in evidence.drawings)
    others = [
        replace(evidence, notice=notice),
        replace(evidence, language="de"),
        replace(evidence, drawings=drawings),
    ]
    assert whole not in [made(other, tmp_path) for other in others]
    assert made(evidence, tmp_path, "") != whole
    assert len(list((tmp_path / "cache" / "documents").iterdir())) == 5


def test_the_foot_says_what_it_is_which_version_and_which_page(evidence: ToPrint, tmp_path: Path) -> None:
    pages = reader(made(evidence, tmp_path)).pages
    begun = f"{evidence.procedure.tree.title.text}, Social media policy, version 2.2"
    for at, page in enumerate(pages, 1):
        assert squeezed(page.extract_text()).endswith(squeezed(f"{begun} Page {at} of {len(pages)}"))


@pytest.mark.parametrize("title", ["काम करने की नीति", "கொள்கை", "独自工作 ✅", "سياسة العمل"])
def test_it_is_printed_in_any_script(title: str, evidence: ToPrint, tmp_path: Path) -> None:
    tree = evidence.procedure.tree
    first, *rest = tree.nodes
    assert isinstance(first, OneOf)
    asked = replace(first, title=Prose(title, title))
    named = replace(tree, title=Prose(title, title), nodes=(asked, *rest))
    one = replace(evidence, procedure=replace(evidence.procedure, tree=named), drawings=drawn(named, tmp_path))
    assert set(squeezed(title)) <= set(words(reader(to_pdf(one, SITE))))
