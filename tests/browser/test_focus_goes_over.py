"""The focus goes from one stop to the next, never to nothing between them: a screen reader might miss it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from .conversation import Conversation

pytestmark = pytest.mark.usefixtures("clean")

# What had the focus before each thing that got it.
WATCH = """
() => {
  window.gone = [];
  addEventListener("focusin", ({ target, relatedTarget }) => {
    window.gone.push([relatedTarget?.textContent.trim() ?? "", target.textContent.trim()]);
  });
}
"""


def test_each_stop_gets_the_focus_from_what_was_pressed(page: Page) -> None:
    conversation = Conversation.begun(page, "evidence")
    conversation.pick("No")
    button = conversation.live.get_by_role("button", name="Continue")
    button.focus()
    page.evaluate(WATCH)
    page.keyboard.press("Enter")
    conversation.expect_at("assess")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    conversation.expect_at("risk")
    assert page.evaluate("() => window.gone") == [
        ["Continue", "Assess whether it is relevant"],
        ["Assess whether it is relevant", "Back"],
        ["Back", "Could a child, or anyone else, be at risk?"],
    ]
    assert (
        page.evaluate("() => document.querySelectorAll('.ct-heading').length")
        == 1 + page.locator(".ct-fold .ct-heading").count()
    )
