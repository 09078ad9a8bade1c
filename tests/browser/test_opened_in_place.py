"""Terms and clauses open where the reader is: by mouse, touch and keyboard, and Escape puts them away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from .axe import violations
from .conftest import Witness
from .conversation import Conversation
from .in_place import MEANING, about, at_a_step, box, duty, framed, live, outcome, section

PHONE: ViewportSize = {"width": 320, "height": 640}

PLACES = [about, section, live, outcome, framed, duty]


@pytest.fixture(params=PLACES, ids=lambda place: place.__name__)
def link(request: pytest.FixtureRequest, page: Page) -> Locator:
    """A link to a term or a clause, in each of the places that have them."""
    place: Callable[[Page], Locator] = request.param
    return place(page)


def test_a_click_or_enter_opens_the_words_the_reader_stays_and_escape_puts_them_away(
    page: Page, link: Locator, witness: Witness
) -> None:
    here = page.url
    assert link.get_attribute("aria-expanded") is None
    link.click()
    expect(box(page)).to_be_focused()
    expect(link).to_have_attribute("aria-expanded", "true")
    assert box(page).get_attribute("id") == link.get_attribute("aria-controls")
    away = box(page).get_by_role("link", name="Read it in the policy")
    assert away.get_attribute("href") == link.evaluate("link => link.href")
    assert violations(page) == []
    for _ in range(2):
        page.keyboard.press("Tab")
        expect(away).to_be_focused()
        page.keyboard.press("Escape")
        expect(box(page)).to_have_count(0)
        expect(link).to_be_focused()
        assert link.get_attribute("aria-expanded") is None
        # Neither do the same words come back with the focus.
        page.wait_for_timeout(600)
        expect(page.get_by_role("tooltip")).to_have_count(0)
        page.keyboard.press("Enter")
        expect(box(page)).to_be_focused()
    assert page.url == here
    assert len(page.context.pages) == 1
    witness.assert_clean()


def test_the_words_are_the_policys_and_a_screen_reader_reads_them_when_they_open(page: Page) -> None:
    about(page).click()
    opened = page.get_by_role("group", name="Paragraph 2 of “What is this policy for?”")
    expect(opened).to_be_focused()
    described = opened.get_attribute("aria-describedby")
    expect(page.locator(f"#{described}")).to_contain_text(MEANING)


def test_a_clause_that_goes_on_in_a_list_has_its_items(page: Page) -> None:
    conversation = Conversation.begun(page, "corporate-reputation")
    page.evaluate(
        """() => {
          const cites = document.querySelector('.ct-live').appendChild(document.createElement('p'));
          cites.className = 'ct-cites';
          cites.innerHTML = '<a href="../../policy/social-media/#c2-3">clause 2.3</a>';
        }"""
    )
    conversation.live.locator(".ct-cites a").last.click()
    expect(box(page)).to_contain_text("they should:")
    expect(box(page).get_by_role("listitem")).to_have_count(2)


def test_the_button_closes_and_so_does_the_link_itself(page: Page) -> None:
    link = about(page)
    link.click()
    box(page).get_by_role("button", name="Close").click()
    expect(box(page)).to_have_count(0)
    expect(link).to_be_focused()
    link.click()
    expect(box(page)).to_be_visible()
    link.click()
    expect(box(page)).to_have_count(0)


def test_one_is_open_at_a_time(page: Page) -> None:
    term, clause = live(page), page.locator(".ct-live").get_by_role("link", name="clause 2.10")
    term.click()
    expect(box(page)).to_contain_text(MEANING)
    clause.click()
    expect(box(page)).to_contain_text("Clause 2.10")
    expect(box(page)).to_have_count(1)
    assert term.get_attribute("aria-expanded") is None


def test_a_preview_gives_way_to_the_words_opened_in_place(page: Page) -> None:
    link = live(page)
    link.hover()
    preview = page.get_by_role("tooltip")
    expect(preview).to_be_visible()
    link.click()
    expect(box(page)).to_be_visible()
    expect(preview).to_have_count(0)
    page.locator(".ct-live .ct-cites a").first.hover()
    page.wait_for_timeout(600)
    expect(preview).to_have_count(0)


def test_a_tap_opens_the_words_and_shows_no_preview(browser: Browser, site_url: str) -> None:
    phone = browser.new_context(base_url=site_url, has_touch=True, is_mobile=True, viewport=PHONE)
    page = phone.new_page()
    page.goto("trees/evidence/")
    page.evaluate(
        """() => { window.previews = 0; new MutationObserver(() => {
             window.previews += document.querySelectorAll('.clause-preview').length;
           }).observe(document.body, { childList: true, subtree: true }); }"""
    )
    for _ in range(2):
        page.locator(".ct-about a.term").tap()
        expect(box(page)).to_contain_text(MEANING)
        box(page).get_by_role("button", name="Close").tap()
        expect(box(page)).to_have_count(0)
    assert page.evaluate("window.previews") == 0
    assert page.url.endswith("/trees/evidence/")
    phone.close()


@pytest.mark.parametrize("place", [about, section, framed, duty])
def test_the_words_fit_320_pixels_with_large_letters_in_the_dark(
    page: Page, place: Callable[[Page], Locator]
) -> None:
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme="dark")
    link = place(page)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    link.click()
    expect(box(page)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    around = box(page).bounding_box()
    assert around is not None
    assert around["x"] >= 0
    assert around["x"] + around["width"] <= 320
    # The first of the words are in sight, however many there are.
    assert 0 <= around["y"] <= PHONE["height"] - 100
    for target in (box(page).get_by_role("link"), box(page).get_by_role("button")):
        size = target.bounding_box()
        assert size is not None
        assert min(size["width"], size["height"]) >= 24


def test_answers_stay_and_the_next_question_takes_the_words_away(page: Page) -> None:
    conversation = at_a_step(page)
    box_to_tick = conversation.live.get_by_role("checkbox")
    box_to_tick.check()
    conversation.live.locator("a.term").click()
    expect(box_to_tick).to_be_checked()
    expect(box(page)).to_be_visible()
    conversation.press("Continue")
    conversation.expect_at("relevant")
    expect(box(page)).to_have_count(0)
    assert conversation.read()["answers"] == [["Could a child, or anyone else, be at risk?", "No"]]
    # Previews are offered again.
    conversation.live.locator(".ct-cites a").first.focus()
    expect(page.get_by_role("tooltip")).to_be_visible()


def test_the_help_of_a_question_describes_its_answers_and_the_open_words_do_not(
    page: Page, other_site_url: str, witness: Witness
) -> None:
    witness.origin = other_site_url
    page.goto(f"{other_site_url}both/")
    question = Conversation(page, "visit").live.locator("fieldset")
    described = question.get_attribute("aria-describedby")
    before = page.locator(f"#{described}").text_content()
    term = question.get_by_role("link", name="duty officer")
    term.click()
    expect(box(page)).to_contain_text("Volunteers must tell the duty officer, whose name is on the rota")
    expect(box(page).get_by_role("listitem")).to_have_count(2)
    assert page.locator(f"#{described}").text_content() == before
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(term).to_be_focused()
    witness.assert_clean()


def test_escape_takes_nothing_from_a_reader_who_has_gone_on(page: Page) -> None:
    conversation = Conversation.begun(page, "evidence")
    page.locator(".ct-about a.term").click()
    expect(box(page)).to_be_focused()
    answer = conversation.control("No")
    answer.focus()
    page.keyboard.press("Escape")
    expect(box(page)).to_have_count(0)
    expect(answer).to_be_focused()
