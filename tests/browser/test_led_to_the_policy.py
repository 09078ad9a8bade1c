"""Where words cannot open in place, or a reader would rather go there, their link leads to the policy."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from .conversation import Conversation
from .in_place import MEANING, about, box, framed


def test_with_a_key_held_down_the_link_leads_to_the_policy(page: Page) -> None:
    link = about(page)
    with page.context.expect_page() as other:
        link.click(modifiers=["ControlOrMeta"])
    expect(other.value).to_have_url(str(link.evaluate("link => link.href")))
    expect(box(page)).to_have_count(0)


def test_where_the_words_cannot_be_had_the_link_leads_to_the_policy(page: Page) -> None:
    page.route("**/previews.json", lambda route: route.abort())
    link = about(page)
    link.click()
    page.wait_for_url("**/policy/social-media/#purpose-definition")
    page.go_back()
    expect(link).to_be_visible()


def test_off_line_a_reader_keeps_what_she_was_told_until_the_line_comes_back(page: Page) -> None:
    link = about(page)
    page.context.set_offline(True)
    link.click()
    expect(box(page)).to_contain_text("You are off line")
    page.context.set_offline(False)
    link.click()
    expect(box(page)).to_have_count(0)
    link.click()
    expect(box(page)).to_contain_text(MEANING)


def test_in_a_frame_such_a_link_opens_beside_the_course_until_the_line_comes_back(page: Page) -> None:
    page.route("**/previews.json", lambda route: route.abort())
    link = framed(page)
    with page.context.expect_page() as other:
        link.click()
    expect(other.value).to_have_url(str(link.evaluate("link => link.href")))
    page.unroute("**/previews.json")
    conversation = Conversation(page, "evidence")
    conversation.answer(["No"], "assess")
    conversation.live.locator("a.term").click()
    expect(box(page)).to_contain_text(MEANING)


def test_without_scripts_a_term_is_a_link_to_the_words_that_say_what_it_means(
    browser: Browser, site_url: str
) -> None:
    plain = browser.new_context(base_url=site_url, java_script_enabled=False)
    page = plain.new_page()
    page.goto("trees/evidence/")
    term = page.locator(".ct-about a.term")
    assert term.get_attribute("aria-expanded") is None
    term.click()
    expect(page).to_have_url(f"{site_url}policy/social-media/#purpose-definition")
    expect(page.locator("#purpose-definition")).to_contain_text(MEANING)
    plain.close()


def test_links_within_the_policy_itself_go_on_leading_to_their_clause(page: Page) -> None:
    page.goto("policy/social-media/")
    page.locator("#c5-2 a[href='#note-2']").click()
    assert page.url.endswith("/policy/social-media/#note-2")
    expect(box(page)).to_have_count(0)
