"""A reader who comes back to a procedure that she had begun sees at once that she can go on."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from .conversation import Conversation
from .sizes import SIZES

pytestmark = pytest.mark.usefixtures("clean")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("tree", "first", "onward"),
    [("messaging", "WhatsApp", "work-channels"), ("evidence", "No", "assess")],
    ids=["messaging", "evidence"],
)
def test_the_way_on_is_on_the_first_screen_and_comes_before_the_question(
    page: Page, tree: str, first: str, onward: str, size: str
) -> None:
    page.set_viewport_size(SIZES[size])
    Conversation.answered(page, tree, [first]).expect_at(onward)
    page.goto("")
    conversation = Conversation.begun(page, tree)
    button = conversation.status.get_by_role("button", name="Go on where you were")
    expect(button).to_be_in_viewport(ratio=1)
    said, asked = button.bounding_box(), conversation.heading.bounding_box()
    assert said
    assert asked
    assert said["y"] + said["height"] <= asked["y"]
    button.click()
    conversation.expect_at(onward)
    expect(conversation.heading).to_be_focused()
    expect(conversation.status).to_have_text("")
