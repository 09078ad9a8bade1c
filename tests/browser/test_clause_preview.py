"""The words of a clause beside a link to it, as WCAG 1.4.13 asks: dismissable, hoverable, persistent."""

from __future__ import annotations

from playwright.sync_api import BrowserContext, Locator, Page, expect

from .conftest import Witness

TREE = "trees/employee-comments/"


def opened(page: Page) -> tuple[Locator, Locator]:
    """Go to a procedure, and return a link to a clause on it and the place of the words."""
    page.goto(TREE)
    page.locator("details.ct-why summary").first.click()
    return page.locator(".ct-source a").first, page.get_by_role("tooltip")


def test_pointing_at_a_link_shows_the_words_and_the_pointer_can_move_on_to_them(
    page: Page, witness: Witness
) -> None:
    link, words = opened(page)
    link.hover()
    expect(words).to_be_visible()
    assert (words.text_content() or "").startswith("Clause 2.")
    words.hover()
    page.wait_for_timeout(700)
    expect(words).to_be_visible()
    page.mouse.move(2, 2)
    expect(words).to_have_count(0)
    witness.assert_clean()


def test_the_words_stay_for_as_long_as_the_link_has_the_focus(page: Page) -> None:
    link, words = opened(page)
    link.focus()
    expect(words).to_be_visible()
    words.evaluate("words => { words.id = 'first'; }")
    # A screen reader does not read a whole clause at each link to it.
    assert link.get_attribute("aria-describedby") is None
    page.mouse.move(2, 2)
    page.wait_for_timeout(700)
    expect(words).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("#first")).to_have_count(0)


def test_escape_takes_the_words_away_and_moves_neither_focus_nor_pointer(page: Page) -> None:
    link, words = opened(page)
    link.focus()
    expect(words).to_be_visible()
    page.keyboard.press("Escape")
    expect(words).to_have_count(0)
    expect(link).to_be_focused()
    page.wait_for_timeout(500)
    expect(words).to_have_count(0)


def test_the_words_go_with_the_link_that_they_belong_to(page: Page) -> None:
    link, words = opened(page)
    link.hover()
    expect(words).to_be_visible()
    there = page.evaluate(
        """async () => {
          document.querySelector(".ct-live details.ct-why").remove();
          await new Promise(requestAnimationFrame);
          return document.querySelectorAll(".clause-preview").length;
        }"""
    )
    assert there == 0


def test_the_words_are_those_of_the_clause_that_the_link_leads_to(page: Page) -> None:
    page.goto(TREE)
    page.locator("main").evaluate(
        """main => {
          const link = document.createElement('a');
          link.href = '../../policy/social-media/#c2-3-a'; link.textContent = 'there'; link.id = 'there';
          main.prepend(link);
        }"""
    )
    page.locator("#there").focus()
    expect(page.get_by_role("tooltip")).to_contain_text("Clause 2.3(a) Seek advice from Cafcass legal")


def test_a_link_that_leads_to_no_clause_shows_nothing(page: Page) -> None:
    page.goto(TREE)
    page.get_by_role("link", name="as a picture").focus()
    page.wait_for_timeout(800)
    expect(page.get_by_role("tooltip")).to_have_count(0)


def test_nothing_is_fetched_until_a_reader_turns_to_a_link(page: Page, witness: Witness) -> None:
    page.goto(TREE)
    page.wait_for_load_state("networkidle")
    assert [url for url in witness.requests if url.endswith(("policies.json", "previews.json"))] == []


def test_the_words_fit_a_window_of_320_pixels(context: BrowserContext) -> None:
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 600})
    link, words = opened(page)
    link.focus()
    expect(words).to_be_visible()
    box = words.bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_copied_link_is_an_address_and_for_a_word_processor_a_citation(context: BrowserContext) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto("policy/social-media/")
    page.get_by_role("button", name="Copy link to clause 2.4").click()
    expect(page.locator("#announcer")).to_have_text("Link to clause 2.4 copied")
    copied = page.evaluate(
        """async () => {
          const [item] = await navigator.clipboard.read();
          const read = async (type) => (await item.getType(type)).text();
          return [await read('text/plain'), await read('text/html')];
        }"""
    )
    assert copied[0].endswith("/policy/social-media/#c2-4")
    assert ">Social media policy, version 2.2, clause 2.4</a>" in copied[1]


def test_printed_clauses_show_their_addresses(page: Page) -> None:
    page.goto("policy/social-media/")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    shown = page.locator("#c2-4").evaluate("clause => getComputedStyle(clause, '::after').content")
    assert shown.startswith('"http')
    assert shown.endswith('/policy/social-media/#c2-4"')
