"""What extensions of Markdown write, and what of Material authors rely on, works in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from servers.folder import serve

from .axe import violations
from .conftest import Witness
from .sizes import SIZES
from .spacing import SPACED

FIRST, SECOND = ".tabbed-set >> nth=0", ".tabbed-set >> nth=1"
MARKED = "() => [...(CSS.highlights.get('searched') ?? [])].map((range) => range.toString())"


@pytest.fixture(scope="module")
def address(elements_site: Path) -> Iterator[str]:
    """Where the site is served."""
    with serve(elements_site) as served:
        yield served


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    """A browser whose pages may not complain: a breach of the security policy is a complaint."""
    witness = Witness(address)
    fresh = browser.new_context(base_url=address, reduced_motion="reduce", viewport=SIZES["a desk"])
    fresh.grant_permissions(["clipboard-read", "clipboard-write"])
    witness.watch(fresh)
    yield fresh
    fresh.close()
    witness.assert_clean()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """The page with every element."""
    opened = context.new_page()
    opened.goto("")
    return opened


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", ["", "second/", "tags/"])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_page(page: Page, path: str, size: str) -> None:
    page.goto(path)
    page.set_viewport_size(SIZES[size])
    page.evaluate("() => document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
    for button in page.locator(".annotation").all():
        button.click()
    assert violations(page) == []
    assert max(page.evaluate(SPACED, False), page.evaluate(SPACED, True)) <= 0


def test_tabs_turn_by_click_and_by_key(page: Page) -> None:
    shown = page.locator(FIRST).locator(".tabbed-block:visible")
    expect(shown).to_contain_text("tell the council")
    page.locator(FIRST).get_by_text("Wales", exact=True).click()
    expect(shown).to_have_text("In Wales, tell the Welsh council.")
    page.keyboard.press("ArrowRight")
    expect(shown).to_have_text("In Scotland, tell the sheriff.")
    page.keyboard.press("ArrowRight")
    expect(shown).to_contain_text("tell the council")


def test_tabs_turn_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address, java_script_enabled=False)
    page = context.new_page()
    page.goto("")
    page.locator(FIRST).get_by_text("Wales", exact=True).click()
    expect(page.locator(FIRST).locator(".tabbed-block:visible")).to_have_text(
        "In Wales, tell the Welsh council."
    )
    expect(page.get_by_text("The first note of the code")).to_be_visible()
    context.close()


def test_tabs_of_one_label_turn_together_and_on_the_next_page(page: Page) -> None:
    page.locator(FIRST).get_by_text("Wales", exact=True).click()
    other = page.locator(SECOND).locator(".tabbed-block:visible")
    expect(other).to_have_text("The second set of Wales.")
    page.reload()
    expect(other).to_have_text("The second set of Wales.")


def test_on_paper_every_tab_is_read_under_its_label_and_what_folds_is_open(page: Page) -> None:
    page.emulate_media(media="print")
    blocks = page.locator(FIRST).locator(".tabbed-block")
    expect(blocks.locator("visible=true >> p")).to_have_count(3)
    labels = blocks.evaluate_all("(all) => all.map((one) => getComputedStyle(one, '::before').content)")
    assert labels == ['"England"', '"Wales"', '"Scotland and the Northern Isles"']
    expect(page.locator(".tabbed-labels").first).to_be_hidden()
    expect(page.get_by_text("Hidden words with a table.")).to_be_visible()
    assert page.get_by_text("Hidden words with a table.").bounding_box()
    expect(page.get_by_text("The second note.")).to_be_visible()
    for gone in (".code-copy", ".neighbours", ".siblings", ".page-actions", ".announcement", "#site-nav"):
        assert page.locator(gone).locator("visible=true").count() == 0, gone


def test_details_open(page: Page) -> None:
    hidden, shown = page.get_by_text("Hidden words with a table."), page.get_by_text("Shown words.")
    expect(hidden).to_be_hidden()
    expect(shown).to_be_visible()
    page.get_by_text("Closed at first").press("Enter")
    expect(hidden).to_be_visible()


def test_the_code_alone_is_copied_and_that_is_said(page: Page) -> None:
    block = page.locator(".highlight", has_text="visit.py")
    block.get_by_role("button", name="Copy code").click()
    expect(page.locator("#announcer")).to_have_text("Code copied")
    copied = page.evaluate("() => navigator.clipboard.readText()").splitlines()
    assert copied[:2] == ["import os  ", "def visit(name: str) -> None:"]
    assert copied[3] == '    print(f"Hello {name}", 12, None)  '


def test_a_note_of_the_code_opens_beneath_it_and_closes(page: Page) -> None:
    note = page.get_by_text("The second note.")
    button = page.get_by_role("button", name="Note 2")
    expect(note).to_be_hidden()
    button.press("Enter")
    expect(note).to_be_visible()
    expect(note).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_text("The first note of the code")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(button).to_be_focused()
    page.locator(".annotate").get_by_role("button", name="Note 1").click()
    expect(page.get_by_text("The note to the words.")).to_be_visible()


def test_what_was_looked_for_is_marked_on_arrival(page: Page, address: str) -> None:
    page.goto("search/?q=befriender")
    page.get_by_role("main").get_by_role("link", name="The second guide").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The second guide")
    assert page.evaluate(MARKED) == ["befriender"]
    assert page.url == f"{address}second/"
    # It stands in a tab that is closed at first.
    expect(page.get_by_text("There a befriender waits")).to_be_visible()
    page.goto("second/")
    assert page.evaluate(MARKED) == []


@pytest.mark.parametrize("size", SIZES)
def test_control_and_k_lead_to_the_search(page: Page, size: str) -> None:
    page.set_viewport_size(SIZES[size])
    page.keyboard.press("k")
    expect(page.locator("#site-search")).not_to_be_focused()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.get_by_role("searchbox")).to_be_visible()


def test_an_abbreviation_is_explained_to_the_keyboard_and_goes_with_escape(page: Page) -> None:
    tooltip = page.get_by_role("tooltip")
    page.locator("abbr").first.focus()
    expect(tooltip).to_have_text("Hyper Text Markup Language")
    expect(page.locator("abbr").first).to_have_attribute("aria-describedby", "tooltip")
    page.keyboard.press("Escape")
    expect(tooltip).to_have_count(0)
    page.get_by_role("main").get_by_role("link", name="here").hover()
    expect(tooltip).to_have_text("A word about it")
    tooltip.hover()
    page.wait_for_timeout(500)
    expect(tooltip).to_be_visible()


def test_signs_have_their_sizes_and_boxes_and_notes_have_names(page: Page) -> None:
    icons = page.locator("main .twemoji > svg")
    letter = page.locator("main p").first.evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)")
    heights = icons.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().height)")
    assert len(heights) == 4
    assert all(letter <= height <= 1.6 * letter for height in heights)
    expect(page.get_by_role("checkbox", name="Done", exact=True, disabled=True)).to_have_count(2)
    expect(page.get_by_role("checkbox", name="Not done", exact=True, checked=False)).to_have_count(2)
    expect(page.get_by_role("link", name="Back to the text")).to_have_count(2)
    page.get_by_role("link", name="2", exact=True).first.click()
    expect(page.locator(":target")).to_contain_text("The second footnote")


def test_each_kind_of_box_has_a_sign_before_its_title(page: Page) -> None:
    titles = page.locator("main .admonition > .admonition-title, main details > summary")
    signs = titles.evaluate_all("(all) => all.map((one) => getComputedStyle(one, '::before').content[1])")
    assert "".join(signs) == "i≡i✓✓?!\N{MULTIPLICATION SIGN}!\N{MULTIPLICATION SIGN}≡≡ii!"


def test_what_surrounds_the_words(page: Page) -> None:
    expect(page.get_by_role("complementary", name="Announcement")).to_have_text(
        "The office is closed on Monday."
    )
    source = "https://example.org/larkfield/handbook"
    edit, see = page.get_by_role("link", name="Edit this page"), page.get_by_role("link", name="See the source")
    expect(edit).to_have_attribute("href", f"{source}/edit/main/docs/index.md")
    expect(see).to_have_attribute("href", f"{source}/raw/main/docs/index.md")
    page.get_by_role("list", name="Tags").get_by_role("link", name="Working alone").click()
    expect(page.locator(":target")).to_have_text("Working alone")
    listed = page.locator("h2:target + ul").get_by_role("link")
    assert sorted(listed.all_text_contents()) == ["Every element", "The second guide"]


def test_a_section_opens_over_the_page_and_closes_before_it_hides_the_focus(page: Page) -> None:
    page.goto("second/")
    section = page.locator("#site-nav summary")
    link = page.get_by_role("navigation", name="Main").get_by_role("link", name="The first guide")
    section.press("Enter")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    expect(section).to_be_focused()
    section.press("Enter")
    page.get_by_role("searchbox").focus()
    expect(link).to_be_hidden()


def test_a_section_opens_in_the_folded_menu_of_a_phone(page: Page) -> None:
    page.set_viewport_size(SIZES["a phone"])
    page.get_by_role("button", name="Menu").click()
    page.locator("#site-nav summary").press("Space")
    link = page.get_by_role("navigation", name="Main").get_by_role("link", name="The first guide")
    link.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("The first guide")
