"""A procedure in print: every word of its linked sections, and ways through it for who reads on paper."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, override

import pytest
from pypdf import PdfReader

from clausetree.history.registry import Registry
from clausetree.publish.files.cache import Cache
from clausetree.publish.pages.drawing import draw
from clausetree.publish.printing.documents import Edition
from clausetree.publish.sources.procedures import load_procedures
from clausetree.render.html.elements import read_elements
from clausetree.render.tree.sections import to_html
from clausetree.render.typst.marked_up import MarkedUp, NotPrintedError
from clausetree.render.typst.parts import drawing_file
from clausetree.render.typst.procedure import Beside, to_document
from clausetree.tree.procedures import Procedures
from clausetree.tree.wire import Procedure
from tests.read_back import bookmarks, places, reader, squeezed, tags, words

CASES = Path(__file__).resolve().parents[2] / "cases"
SITE = "https://policy.example.org/"
CLAUSES = squeezed("The clauses that it rests on")


def address(href: str) -> str:
    return href if re.match("https?:|tel:|mailto:", href) else SITE + href


def source(procedure: Procedure) -> str:
    return to_document(procedure, Beside((), "", "en"), address).source


def printed(procedure: Procedure, drawings: tuple[str, ...] = ()) -> PdfReader:
    document = to_document(procedure, Beside(drawings, "", "en"), address)
    files = {drawing_file(number): svg.encode() for number, svg in enumerate(document.drawings, 1)}
    return reader(Edition(document.source, files).to_pdf())


@dataclass
class Said(HTMLParser):
    """What sections say: `words` in order, and of each quotation its words; where it is from is left out."""

    words: list[str] = field(default_factory=list)
    quotations: list[list[str]] = field(default_factory=list)
    within: list[tuple[str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kind = dict(attrs).get("class") or ""
        if tag != "br":
            self.within.append((tag, kind))
        if kind == "ct-clause":
            self.quotations.append([])

    @override
    def handle_endtag(self, tag: str) -> None:
        assert self.within.pop()[0] == tag

    @override
    def handle_data(self, data: str) -> None:
        kinds = {kind for _, kind in self.within}
        if "ct-clause" not in kinds:
            self.words += data.split(": ")
        elif "ct-source" not in kinds:
            self.quotations[-1].append(data)
        elif self.within[-1][0] == "a":
            self.words.append(data)


def missed(said: list[str], shown: str) -> Iterator[str]:
    """Yield what does not stand in `shown` behind what was said before it."""
    at = 0
    for piece in map(squeezed, said):
        found = shown.find(piece, at)
        if found < 0:
            yield piece
        else:
            at = found + len(piece)


def test_every_word_of_the_linked_sections_is_printed_in_order(all_procedures: tuple[Procedure, ...]) -> None:
    assert len(all_procedures) > 50
    for procedure in all_procedures:
        said = Said()
        said.feed(to_html(procedure, ""))
        shown = words(printed(procedure)).replace("\u00ad", "-")
        assert list(missed(said.words, shown)) == [], procedure.tree.id
        _, _, quoted = shown.partition(CLAUSES) if said.quotations else ("", "", "")
        for quotation in said.quotations:
            assert list(missed(quotation, quoted)) == [], procedure.tree.id


@pytest.mark.parametrize("name", ["evening-visit", "measured-again", "tables"])
def test_the_source_is_exactly_as_its_file(
    name: str, made_up: Registry, examples: Procedures, is_as_written: Callable[[str, Path], None]
) -> None:
    every = (*load_procedures(CASES / "renderings", made_up).all, *examples.all)
    procedure = next(one for one in every if one.tree.id == name)
    _, begun, parts = source(procedure).partition("#heading(level: 1)")
    is_as_written(begun + parts, CASES / "printed" / f"{name}.typ")


@pytest.fixture(scope="module")
def evidence(procedures: Procedures) -> Procedure:
    found = procedures.find("evidence")
    assert found
    return found


@pytest.fixture(scope="module")
def document(evidence: Procedure, tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    drawn = draw([evidence.tree], Cache(tmp_path_factory.mktemp("cache")))
    return printed(evidence, drawn["evidence"])


def test_answers_say_where_they_lead_by_the_number_of_a_heading(document: PdfReader) -> None:
    shown = words(document)
    assert squeezed("Begin at 1. Could a child, or anyone else, be at risk?") in shown
    assert squeezed("Yes, or they might be: go to 2. Follow the safeguarding policy first") in shown
    assert squeezed("Go on: 3. Assess whether it is relevant") in shown
    titles = [title for depth, title in bookmarks(document) if depth == 3]
    assert titles[:2] == [
        "Question 1. Could a child, or anyone else, be at risk?",
        "Step 2. Follow the safeguarding policy first",
    ]
    assert titles[-2:] == ["Clause 2.9", "Clause 2.10"]


def test_every_node_has_a_place_under_the_anchor_of_its_section(
    document: PdfReader, evidence: Procedure
) -> None:
    found = places(document)
    nodes = [f"evidence--{node.id}" for node in evidence.tree.nodes]
    assert [name for name in nodes if name not in found] == []
    assert {"picture", "clauses"} <= set(found)


def test_where_the_rest_is_stands_by_its_page(document: PdfReader) -> None:
    shown, found = words(document), places(document)
    for name, title in (
        ("clauses", "The clauses that it rests on"),
        ("picture", "The whole procedure as a picture"),
    ):
        assert squeezed(f"{title}: page {found[name].page + 1}") in shown


def test_a_screen_reader_can_read_it(document: PdfReader) -> None:
    catalogue: Any = document.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    assert catalogue["/Lang"] == "en-GB"
    assert document.metadata is not None
    assert document.metadata.title == "Information from social media offered as evidence"
    assert document.metadata.creation_date is None
    (picture,) = (words for kind, words in tags(document) if kind == "/Figure")
    assert picture.startswith("Flowchart: Information from social media offered as evidence.")


def uris(document: PdfReader) -> list[str]:
    notes = [note.get_object() for page in document.pages for note in page.get("/Annots", [])]
    return [note["/A"]["/URI"] for note in notes if "/URI" in note.get("/A", {})]


def test_clauses_are_linked_to_where_they_stand_on_the_site(document: PdfReader) -> None:
    assert f"{SITE}policy/social-media/#c2-10" in uris(document)
    assert f"{SITE}trees/evidence/" in uris(document)


def test_without_an_address_of_the_site_its_links_are_words(evidence: Procedure) -> None:
    document = to_document(evidence, Beside((), "", "en"), lambda href: href if "://" in href else "")
    pdf = reader(Edition(document.source, {}).to_pdf())
    assert [uri for uri in uris(pdf) if "legislation" not in uri] == []
    assert squeezed("(clause 2.10)") in words(pdf)


def test_the_address_of_a_link_is_printed_behind_its_words(examples: Procedures) -> None:
    procedure = examples.find("needlestick")
    assert procedure
    shown = words(printed(procedure))
    assert squeezed("What the tests are for (https://www.example.org/tests)") in shown
    assert squeezed("Ring 0300 555 0111, or call 999") in shown


def test_a_notice_stands_above_everything_else(evidence: Procedure) -> None:
    notice = '<aside class="review-notice"><p><strong>To be reviewed.</strong></p></aside>'
    made = to_document(evidence, Beside((), notice, "en"), address).source
    assert 0 < made.index("To be reviewed.") < made.index("Use this when you are")


def test_a_drawing_without_room_is_left_out_and_its_address_stands_there(evidence: Procedure) -> None:
    large = '<svg width="9000pt" height="9000pt"><text font-family="A" font-size="12.00">a</text></svg>'
    made = to_document(evidence, Beside((large,), "", "en"), address)
    assert made.drawings == ()
    assert f"{SITE}trees/evidence/#picture" in made.source


@pytest.mark.parametrize(
    "html", ["<p><video></video></p>", "<video>Words</video>", "<ul>Words</ul>", "<table><p>Words</p></table>"]
)
def test_an_element_that_nothing_is_known_of_is_told(html: str) -> None:
    with pytest.raises(NotPrintedError):
        MarkedUp({}, {}).blocks(read_elements(html))
