"""On paper: nothing to press, every clause with its number and address, no heading alone, no picture cut."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from clausetree.policy.clause import ClauseKind
from clausetree.publish.sources.policies import load_policies
from clausetree.tree.model import Route
from clausetree.tree.wire import Procedure
from servers.folder import serve

from ..building import PROJECT
from .conftest import Witness
from .conversation import Conversation
from .engine import all_procedures, title

POLICY = "policy/social-media/"
PAGES = {
    "home": "",
    "policy": POLICY,
    "released version": f"{POLICY}v/2.2/",
    "procedures": "procedures/",
    "procedure": "trees/corporate-reputation/",
    "framed procedure": "trees/evidence/embed/",
    "attestation": "attestation/",
    "elearning": "elearning/",
    "search": "search/?q=2.4",
    "tutorial": "authoring/tutorial/",
    "message": "authoring/errors/T104/",
    "statement": "accessibility/",
    "lost": "404.html",
}
_TO_PRESS = "button, [type=search], [role=search], .skip-link"


@pytest.fixture(scope="module", params=PAGES)
def opened(request: pytest.FixtureRequest, browser: Browser, site_url: str) -> Iterator[Page]:
    """A page of each kind."""
    context = browser.new_context(base_url=site_url)
    page = context.new_page()
    # What a search finds comes later than the page.
    page.goto(PAGES[request.param], wait_until="networkidle" if request.param == "search" else "load")
    yield page
    context.close()


@pytest.fixture
def on_screen(opened: Page) -> Page:
    """The page as a reader has it before she prints it, in dark colours."""
    opened.set_viewport_size({"width": 1280, "height": 720})
    opened.emulate_media(media="null", color_scheme="dark")
    return opened


def test_nothing_on_paper_is_there_to_be_pressed(on_screen: Page) -> None:
    words = "".join(on_paper(on_screen))
    assert len(words) > 50
    assert [
        name for name in ("Copylinktoclause", "Continue", "Startagain", "Skipto", "Menu") if name in words
    ] == []
    on_screen.emulate_media(media="print")
    expect(on_screen.locator(_TO_PRESS).locator("visible=true")).to_have_count(0)


def test_paper_is_black_on_white(on_screen: Page) -> None:
    on_screen.emulate_media(media="print")
    colours = "() => { const s = getComputedStyle(document.body); return [s.color, s.backgroundColor]; }"
    assert on_screen.evaluate(colours) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_nothing_is_wider_than_the_paper(on_screen: Page) -> None:
    # A sheet of A4 without its margins.
    on_screen.set_viewport_size({"width": int((210 - 2 * 16) / 25.4 * 96), "height": 1000})
    on_screen.emulate_media(media="print")
    assert on_screen.evaluate("() => document.scrollingElement.scrollWidth - innerWidth") <= 0
    cut = "(all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.outerHTML)"
    wide = on_screen.locator("pre, table, .table-wrap, .ct-scroll").locator("visible=true")
    assert wide.evaluate_all(cut) == []


def test_no_heading_stands_alone_at_the_foot_of_a_page(on_screen: Page) -> None:
    headings = {squeezed(words) for words in on_screen.locator(":is(h1, h2, h3, h4)").all_text_contents()}
    # Boxes of a picture, which stands last, have the words of headings and are none.
    for lines in takewhile(
        lambda lines: not any("Flowchart:" in line for line in lines), lines_on_paper(on_screen)
    ):
        last = [line for line in lines if line][-3:]
        # A long heading is broken into lines.
        assert not {"".join(last[-count:]) for count in (1, 2, 3)} & headings


def test_every_clause_is_printed_with_its_number_and_its_address(page: Page, site_url: str) -> None:
    (policy,) = load_policies(PROJECT / "docs").registry
    page.goto(POLICY)
    numbered = [c for c in policy.clauses if c.kind is ClauseKind.CLAUSE and c.number]
    assert len(numbered) > 25
    words = "".join(on_paper(page))
    lines = [line for sheet in lines_on_paper(page) for line in sheet]
    for clause in numbered:
        assert squeezed(f"{clause.text}{site_url}{POLICY}#{clause.anchor}") in words
        begins = squeezed(f"{clause.number}{clause.text[:20]}")
        assert [line for line in lines if line.startswith(begins)]


@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda p: p.tree.id)
def test_a_procedure_is_printed_as_a_list_all_its_parts_and_last_a_whole_picture(
    page: Page, procedure: Procedure
) -> None:
    page.goto(f"trees/{procedure.tree.id}/")
    pages = on_paper(page)
    # The picture begins a page and stands last: anywhere else, the page before it would be nearly empty.
    first = next(at for at, words in enumerate(pages) if "Flowchart:" in words)
    whole, picture = "".join(pages), "".join(pages[first:])
    assert "Thewholeprocedureasalist" in pages[0]
    assert f"Flowchart:{squeezed(procedure.tree.title.text)}" in pages[first]
    assert len(pages) - first <= page.locator(".ct-page").count(), "each part is on one page"
    assert "Accessibilitystatement" in picture, "nor does the foot of the page get one for itself"
    for node in procedure.tree.nodes:
        if not isinstance(node, Route):  # in its place are drawn the answers that it goes by
            assert squeezed(title(node)) in picture
            assert whole.count(squeezed(title(node))) >= 3
    assert "Isalink" not in whole
    assert "Fromthepolicy,clause2." in whole


def test_an_outcome_is_printed_without_the_procedure_that_led_there(page: Page) -> None:
    Conversation.answered(page, "messaging", ["WhatsApp"], [], ["No, or I am not sure"])
    whole = "".join(on_paper(page))
    assert "WhatsAppisforpeopleaged13orover" in whole
    assert "Onlyusecorporatecommunicationchannels" in whole
    assert "Youranswers" in whole
    assert "Flowchart" not in whole


def test_the_record_is_printed_by_itself_on_one_page(page: Page, site_url: str) -> None:
    page.add_init_script("window.print = () => { window.asked = true; };")
    talk = Conversation.answered(page, "messaging", ["WhatsApp"], [], ["No, or I am not sure"])
    talk.press("Print it")
    page.wait_for_function("() => window.asked")
    (record,) = on_paper(page)
    assert record.startswith("Choosingamessagingplatform")
    assert "Outcome:WhatsAppisforpeopleaged13orover" in record
    assert f"{site_url}{POLICY}#c2-14" in record
    assert record.endswith(f"{site_url}trees/messaging/")


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_what_is_closed_on_the_screen_is_printed(browser: Browser, elements_site: Path, scripts: bool) -> None:
    with serve(elements_site) as address, browser.new_context(java_script_enabled=scripts) as context:
        page = context.new_page()
        page.goto(address)
        expect(page.get_by_text("Hidden words with a table.")).to_be_hidden()
        assert "Hiddenwordswithatable." in "".join(on_paper(page))


def test_what_was_opened_for_paper_is_closed_again(page: Page) -> None:
    page.goto("trees/messaging/")
    folds = page.locator("main details.ct-fold:not([open])")
    expect(folds).not_to_have_count(0)
    closed = folds.count()
    page.evaluate("() => { dispatchEvent(new Event('beforeprint')); }")
    expect(folds).to_have_count(0)
    page.evaluate("() => { dispatchEvent(new Event('afterprint')); }")
    expect(folds).to_have_count(closed)


def test_a_procedure_is_printed_whole_though_no_script_hears_of_it(page: Page) -> None:
    page.add_init_script("addEventListener('beforeprint', (event) => event.stopImmediatePropagation());")
    page.goto("trees/messaging/")
    assert "".join(on_paper(page)).count("Keepitonworkchannels") >= 3


def test_a_page_with_two_procedures_is_printed_with_the_outline_of_each(
    page: Page, other_site_url: str, witness: Witness
) -> None:
    witness.origin = other_site_url
    page.goto(f"{other_site_url}both/")
    expect(page.get_by_text("The duty officer will look for you")).to_be_hidden()
    whole = "".join(on_paper(page))
    for words in ("Before I visit somebody", "I have not heard from a volunteer"):
        assert squeezed(f"The whole procedure: {words}") in whole
    for words in ("Tell the duty officer", "The duty officer will look for you", "Nothing more to do"):
        assert squeezed(words) in whole


def test_ways_to_parts_of_the_page_are_not_printed_where_all_parts_are(page: Page) -> None:
    page.goto("trees/messaging/")
    expect(page.get_by_text("See the whole procedure:")).to_be_visible()
    whole = "".join(on_paper(page))
    assert "Seethewholeprocedure" not in whole
    assert "Downloadthispicture" not in whole


def on_paper(page: Page) -> list[str]:
    """Return the words of each sheet of A4 in the order of the page, without spaces, where lines are broken."""
    return [squeezed(sheet.extract_text()) for sheet in _printed(page).pages]


def lines_on_paper(page: Page) -> list[list[str]]:
    """Return the lines of each sheet of A4, from the top down, without spaces and without addresses."""
    sheets = [sheet.extract_text(extraction_mode="layout") for sheet in _printed(page).pages]
    return [[squeezed(re.sub(r"https?://\S+", "", line)) for line in sheet.splitlines()] for sheet in sheets]


def _printed(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))


def squeezed(words: str) -> str:
    """Return words without spaces, and with ligatures apart: some browsers print "fl" as one sign."""
    return "".join(unicodedata.normalize("NFKC", words).split())
