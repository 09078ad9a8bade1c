"""The browser's own way back undoes a reader's last step, whatever else is on the page, and never goes dead."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import Witness
from .conversation import Conversation

pytestmark = pytest.mark.usefixtures("clean")


def test_with_two_procedures_on_a_page_each_is_led_back_in_the_order_of_the_answers(
    page: Page, other_site_url: str, witness: Witness
) -> None:
    witness.origin = other_site_url
    page.goto(f"{other_site_url}both/")
    visit, missing = Conversation(page, "visit"), Conversation(page, "no-answer")
    visit.answer(["There is a dog"], "tell")
    missing.answer(["No"], "alarm")
    visit.answer([], "home")
    way = [("risk", "answers"), ("tell", "answers"), ("tell", "alarm"), ("home", "alarm")]
    for stops in reversed(way[:-1]):
        page.go_back()
        both_at((visit, missing), stops)
    for stops in way[1:]:
        page.go_forward()
        both_at((visit, missing), stops)
    page.go_back()
    both_at((visit, missing), way[-2])
    page.reload()
    both_at((visit, missing), way[-2])


def both_at(conversations: tuple[Conversation, Conversation], stops: tuple[str, str]) -> None:
    """Wait until two procedures show these stops."""
    for conversation, stop in zip(conversations, stops, strict=True):
        conversation.expect_at(stop)


def test_after_start_again_back_leads_through_the_new_answers_and_then_out(page: Page) -> None:
    page.goto("accessibility/")
    conversation = Conversation.answered(page, "messaging", ["WhatsApp"], [], ["No, or I am not sure"])
    conversation.press("Start again")
    conversation.expect_at("platform")
    conversation.answer(["WhatsApp"], "work-channels")
    page.go_back()
    conversation.expect_at("platform")
    page.go_forward()
    conversation.expect_at("work-channels")
    page.go_back()
    conversation.expect_at("platform")
    page.evaluate("() => { setTimeout(() => history.back()); }")
    expect(page).to_have_url(re.compile("/accessibility/$"))


def test_stops_to_which_another_answer_leads_no_more_are_passed_over(page: Page) -> None:
    conversation = Conversation.answered(page, "messaging", ["WhatsApp"], [], ["Yes"])
    conversation.live.get_by_role("button", name="Change").first.click()
    conversation.expect_at("platform")
    conversation.answer(["Another app"], "site")
    page.go_back()
    conversation.expect_at("platform")
    page.evaluate("() => { setTimeout(() => history.back()); }")
    conversation.expect_at("work-channels")
    page.go_back()
    conversation.expect_at("platform")


def test_a_place_on_the_page_that_was_gone_to_is_an_entry_of_its_own(page: Page) -> None:
    conversation = Conversation.answered(page, "messaging", ["WhatsApp"])
    page.evaluate("() => { location.hash = '#main'; }")
    page.go_back()
    expect(page).to_have_url(re.compile("/messaging/$"))
    conversation.expect_at("work-channels")
    page.go_back()
    conversation.expect_at("platform")


def test_a_reload_after_change_and_after_continue_stays(page: Page) -> None:
    conversation = Conversation.answered(page, "messaging", ["WhatsApp"], [], ["Yes"])
    conversation.live.get_by_role("button", name="Change").first.click()
    conversation.expect_at("platform")
    conversation.press("Continue")
    conversation.expect_at("use")
    page.reload()
    conversation.expect_at("use")
    page.go_back()
    conversation.expect_at("platform")
    page.reload()
    conversation.expect_at("platform")
    expect(conversation.control("WhatsApp")).to_be_checked()
