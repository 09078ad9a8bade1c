"""A whole tree by keyboard alone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from .conversation import Conversation

pytestmark = pytest.mark.usefixtures("clean")


def test_a_whole_tree_can_be_gone_through_by_keyboard_alone(page: Page) -> None:
    page.goto("trees/messaging/")
    conversation = Conversation(page, "messaging")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    answers = [
        ["WhatsApp"],
        [],
        ["Yes"],
        ["An in-depth case discussion by message"],
        ["Yes"],
        [],
        ["Yes, or I am not sure"],
        [],
    ]
    way = [
        "platform",
        "work-channels",
        "age",
        "use",
        "extended",
        "extended-messaging",
        "preferred",
        "screenshots",
    ]
    for node, words in zip(way, answers, strict=True):
        conversation.expect_at(node)
        for word in words:
            _choose_by_keyboard(page, conversation.control(word))
        _tab_to(page, conversation.live.get_by_role("button", name="Continue"))
        page.keyboard.press("Enter")
    conversation.expect_at("exception-applies")
    expect(conversation.heading).to_be_focused()
    _tab_to(page, conversation.live.get_by_role("button", name="Start again"))
    page.keyboard.press("Enter")
    conversation.expect_at("platform")


def _choose_by_keyboard(page: Page, control: Locator) -> None:
    """Tab into the group; arrows move within radio buttons, and Space picks."""
    group = control.locator("xpath=ancestor::fieldset")
    _tab_to(page, group.locator("input"), any_of=True)
    for _ in range(6):
        if _has_focus(control):
            break
        page.keyboard.press("Tab" if control.get_attribute("type") == "checkbox" else "ArrowDown")
    if not control.is_checked():
        page.keyboard.press("Space")
    expect(control).to_be_checked()


def _tab_to(page: Page, target: Locator, *, any_of: bool = False) -> None:
    for _ in range(30):
        page.keyboard.press("Tab")
        found = any(map(_has_focus, target.all())) if any_of else _has_focus(target)
        if found:
            return
    pytest.fail(f"Tab does not lead to {target}")


def _has_focus(target: Locator) -> bool:
    return bool(target.evaluate("(element) => element === document.activeElement"))
