"""A link that holds answers."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from .conversation import Conversation

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
