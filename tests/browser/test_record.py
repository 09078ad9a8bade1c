"""The record that a reader takes away."""

from __future__ import annotations

from typing import cast

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .conversation import Conversation

pytestmark = pytest.mark.usefixtures("clean")


def test_ticks_are_kept_and_shown_in_the_record(context: BrowserContext, page: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    conversation = Conversation.answered(page, "messaging", ["WhatsApp"], [], ["No, or I am not sure"])
    conversation.live.locator(".ct-tick input").first.check()
    conversation.press("Copy the record")
    expect(page.locator("#announcer")).to_have_text("Record copied", timeout=30_000)
    expect(page.locator("#announcer")).to_have_role("status")
    record = cast(str, page.evaluate("() => navigator.clipboard.readText()"))
    assert "[x] Only use corporate communication channels" in record
    assert "Outcome: WhatsApp is for people aged 13 or over" in record
    page.reload()
    conversation.expect_at("too-young")
    expect(conversation.live.locator(".ct-tick input").first).to_be_checked()
