"""A link that holds answers."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

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
