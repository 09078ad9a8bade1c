"""A link that holds answers."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .conversation import Conversation
from .engine import procedure_called

pytestmark = pytest.mark.usefixtures("clean")


def test_a_link_to_answers_begins_with_them(page: Page) -> None:
    page.goto("trees/messaging/#messaging?platform=whatsapp&work-channels=done&age=yes&gone=yes")
    conversation = Conversation(page, "messaging")
    conversation.expect_at("use")
    assert [row[0] for row in conversation.read()["answers"]] == [
        "What do you want to use?",
        "Is the person aged 13 or over?",
    ]


def test_an_address_that_makes_no_sense_stops_nothing(page: Page) -> None:
    page.goto("trees/messaging/#%E0%A4%A")
    conversation = Conversation(page, "messaging")
    conversation.answer(["WhatsApp"], "work-channels")


def test_the_browsers_own_back_leads_out_of_a_link_to_answers(page: Page) -> None:
    page.goto("accessibility/")
    page.goto("trees/messaging/#messaging?platform=whatsapp&work-channels=done&age=yes")
    conversation = Conversation(page, "messaging")
    conversation.expect_at("use")
    page.go_back()
    expect(page).to_have_url(re.compile("/accessibility/$"))


def test_a_link_followed_half_way_goes_on_from_there(page: Page) -> None:
    conversation = Conversation.answered(page, "messaging", ["Another app"])
    page.evaluate("() => { location.hash = '#messaging?platform=whatsapp&work-channels=done'; }")
    conversation.expect_at("age")
    conversation.answer(["No, or I am not sure"], "too-young")
    page.go_back()
    conversation.expect_at("age")
    page.reload()
    conversation.expect_at("age")
    assert conversation.read()["answers"] == [["What do you want to use?", "WhatsApp"]]


def test_a_link_to_these_answers_is_copied_said_and_leads_to_the_same_outcome(
    context: BrowserContext, page: Page
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    conversation = Conversation.answered(page, "messaging", ["WhatsApp"], [], ["No, or I am not sure"])
    before = conversation.read()
    conversation.press("Copy a link to these answers")
    expect(page.locator("#announcer")).to_contain_text("copied")
    expect(page.locator("#announcer")).to_have_role("status")
    link = page.evaluate("() => navigator.clipboard.readText()")
    other = context.new_page()
    other.goto(link)
    conversation = Conversation(other, "messaging")
    conversation.expect_at("too-young")
    assert conversation.read() == before
    expect(conversation.live.locator(".ct-dropped")).to_contain_text("These answers came with the link.")


LINK = "#messaging?platform=other&work-channels=done"
OWN = "Go back to your own answers"


def test_what_she_answered_herself_is_kept_while_a_link_has_its_place(page: Page) -> None:
    conversation = Conversation.answered(page, "messaging", ["WhatsApp"], [], ["Yes"])
    before = conversation.read()
    page.evaluate("(link) => { location.hash = link; }", LINK)
    back = conversation.widget.get_by_role("button", name=OWN)
    expect(back).to_be_visible()
    expect(page.locator("#announcer")).to_have_text(
        "Your own answers are kept while you look at those that came with the link."
    )
    assert conversation.read()["answers"] == [["What do you want to use?", "Another app"]]
    # It lasts while she goes on with the others, and a reload.
    conversation.press("Back")
    expect(back).to_be_visible()
    page.reload()
    expect(back).to_be_visible()
    back.click()
    conversation.expect_at("use")
    expect(back).to_have_count(0)
    assert conversation.read() == before
    page.reload()
    conversation.expect_at("use")
    expect(back).to_have_count(0)


def test_a_link_that_opens_the_page_keeps_what_she_had_answered_there(page: Page) -> None:
    conversation = Conversation.answered(page, "messaging", ["WhatsApp"], [], ["Yes"])
    conversation.expect_at("use")
    page.goto("accessibility/")
    page.goto(f"trees/messaging/{LINK}")
    conversation.widget.get_by_role("button", name=OWN).click()
    conversation.expect_at("use")


def test_a_link_that_says_the_same_as_she_did_offers_nothing(page: Page) -> None:
    conversation = Conversation.answered(page, "messaging", ["Another app"], [])
    before = conversation.read()["answers"]
    page.goto("accessibility/")
    page.goto(f"trees/messaging/{LINK}")
    expect(conversation.live.locator(".ct-dropped")).to_contain_text("These answers came with the link.")
    assert conversation.read()["answers"] == before
    expect(conversation.widget.get_by_role("button", name=OWN)).to_have_count(0)


def test_a_link_that_was_cut_short_says_so_and_takes_nothing_of_hers(page: Page) -> None:
    conversation = Conversation.answered(page, "messaging", ["WhatsApp"], [], ["Yes"])
    page.evaluate("() => { location.hash = '#messaging?plat'; }")
    expect(conversation.live.locator(".ct-dropped")).to_contain_text("The link brought no answers.")
    conversation.widget.get_by_role("button", name=OWN).click()
    conversation.expect_at("use")


@pytest.mark.parametrize("width", [320, 1280])
def test_a_link_to_a_question_shows_it_in_full_at_the_top(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    for node in procedure_called("messaging").tree.nodes:
        page.goto("about:blank")
        page.goto(f"trees/messaging/#messaging--{node.id}")
        heading = page.locator(f"#messaging--{node.id} .ct-heading")
        expect(heading).to_be_in_viewport(ratio=1)
