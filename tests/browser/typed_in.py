"""What a reader types into the boxes of a number, a date or a time, and what she is told of it."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from .conversation import Conversation


def type_in(conversation: Conversation, **parts: str) -> None:
    """Type into the boxes of these names, and go on."""
    for name, text in parts.items():
        conversation.live.locator(f"input[name={name}]").fill(text)
    conversation.press("Continue")


def assert_error(conversation: Conversation, words: str, control: str) -> None:
    """Fail unless these words stand in a focused summary and beside the question, and lead to a box."""
    summary = conversation.live.locator(".ct-errors")
    expect(summary.get_by_role("link")).to_have_text(words, timeout=30_000)
    expect(summary).to_be_focused()
    heading = re.escape(conversation.heading.inner_text())
    expect(conversation.page).to_have_title(re.compile(rf"Error: {heading} – .+ – Larkfield Befrienders"))
    described = conversation.live.get_by_role("group").first.get_attribute("aria-describedby") or ""
    expect(conversation.page.locator(f"#{described.split()[0]}")).to_have_text(words)
    summary.get_by_role("link").click()
    expect(conversation.live.locator(f"input[name={control}]")).to_be_focused()
