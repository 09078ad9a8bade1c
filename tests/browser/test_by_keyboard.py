"""The longest way through every tree by keyboard alone, and at its end whether the focus can be seen."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from clausetree.tree.model import ManyOf, Node, OneOf
from clausetree.tree.walk import paths
from clausetree.tree.wire import Procedure

from .conversation import Conversation
from .engine import all_procedures, stops, wordings
from .focus import FOCUSED

# What a reader hears of the element that has the focus.
_NAMED = "() => { const one = document.activeElement; return (one.labels?.[0] ?? one).textContent.trim(); }"

pytestmark = pytest.mark.usefixtures("clean")


@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda p: p.tree.id)
def test_a_whole_tree_can_be_gone_through_by_keyboard_alone(page: Page, procedure: Procedure) -> None:
    way = max(paths(procedure.tree), key=lambda way: len(way.nodes))
    conversation = Conversation.begun(page, procedure.tree.id)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    for node, onward in pairwise(stops(way)):
        _pick(page, node, wordings(node, way.answers[node.id]))
        _tab_to(page, "Continue")
        page.keyboard.press("Enter")
        conversation.expect_at(onward.id)
        expect(conversation.heading).to_be_focused()
    _assert_focus_is_seen(page)
    conversation.heading.focus()
    _tab_to(page, "Start again")
    page.keyboard.press("Enter")
    conversation.expect_at(procedure.tree.start)


def _assert_focus_is_seen(page: Page) -> None:
    """Go by Tab to the end of the stop, and back again."""
    for key in ("Tab", "Shift+Tab"):
        met = 0
        page.keyboard.press(key)
        while focused := page.evaluate(FOCUSED, ".ct-live"):
            assert not focused["fault"], (key, focused)
            if focused["name"].startswith("a "):
                # The words beside a link go by themselves when the focus does, but after a while.
                page.keyboard.press("Escape")
            page.keyboard.press(key)
            met += 1
        assert 1 < met < 100


def _pick(page: Page, node: Node, answers: list[str]) -> None:
    """Tab into the group; arrows move within radio buttons, and Space picks."""
    match node:
        case OneOf():
            _tab_to(page, *wordings(node))
            _press_until(page, "ArrowDown", *answers)
            page.keyboard.press("Space")
        case ManyOf():
            for answer in answers:
                _tab_to(page, answer)
                page.keyboard.press("Space")
        case _:
            assert answers == []


def _tab_to(page: Page, *names: str) -> None:
    page.keyboard.press("Tab")
    _press_until(page, "Tab", *names)


def _press_until(page: Page, key: str, *names: str) -> None:
    """Press a key until what has the focus is called one of these."""
    for _ in range(30):
        if page.evaluate(_NAMED) in names:
            return
        page.keyboard.press(key)
    pytest.fail(f"{key} does not lead to {names}")
