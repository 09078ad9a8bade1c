"""What a reader meets who answers a question, or goes on without answering it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from clausetree.tree.model import OneOf

from .conversation import Conversation
from .engine import procedure_called, title

pytestmark = pytest.mark.usefixtures("clean")


def test_choosing_does_not_move_on(page: Page) -> None:
    conversation = Conversation.begun(page, "messaging")
    conversation.pick("WhatsApp")
    page.wait_for_timeout(500)
    expect(conversation.heading).to_have_text("What do you want to use?")
    expect(conversation.control("WhatsApp")).to_be_checked()


@pytest.mark.parametrize(
    ("tree", "answers", "words", "first"),
    [
        ("messaging", [], "Pick an answer to go on", "Text, Teams or Cafcass email"),
        (
            "evidence",
            [["No"], []],
            "Pick at least one answer to go on, or “Neither of these” alone",
            "The matter in proceedings",
        ),
    ],
    ids=["one of", "many of"],
)
def test_going_on_without_an_answer_is_explained(
    page: Page, tree: str, answers: list[list[str]], words: str, first: str
) -> None:
    conversation = Conversation.answered(page, tree, *answers)
    conversation.press("Continue")
    summary = conversation.live.locator(".ct-errors")
    expect(summary).to_be_focused(timeout=30_000)
    expect(summary.get_by_role("heading")).to_have_text("There is a problem")
    described = conversation.live.get_by_role("group").first.get_attribute("aria-describedby")
    assert described
    inline = page.locator(f"#{described.split()[0]}")
    expect(inline).to_have_text(words)
    summary.get_by_role("link", name=words).click()
    expect(conversation.control(first)).to_be_focused()


def test_an_answer_after_an_error_goes_on(page: Page) -> None:
    conversation = Conversation.begun(page, "messaging")
    conversation.press("Continue")
    expect(conversation.live.locator(".ct-errors")).to_be_focused(timeout=30_000)
    conversation.answer(["WhatsApp"], "work-channels")
    expect(conversation.live.locator(".ct-errors")).to_have_count(0)


def test_none_of_these_stands_alone(page: Page) -> None:
    conversation = Conversation.answered(page, "evidence", ["No"], [])
    others = [
        conversation.control("The matter in proceedings"),
        conversation.control("The child's welfare"),
    ]
    none = conversation.control("Neither of these")
    for other in others:
        other.check()
    none.check()
    for other in others:
        expect(other).not_to_be_checked()
    others[0].check()
    expect(none).not_to_be_checked()


def test_an_answer_given_twice_counts_once(page: Page) -> None:
    conversation = Conversation.begun(page, "evidence")
    conversation.pick("Yes, or they might be")
    conversation.live.get_by_role("button", name="Continue").dblclick()
    conversation.expect_at("safeguarding")
    page.wait_for_timeout(500)
    conversation.expect_at("safeguarding")
    expect(conversation.status).to_have_text("")


def test_two_presses_before_the_first_is_answered_count_once(page: Page) -> None:
    conversation = Conversation.begun(page, "evidence")
    conversation.pick("No")
    conversation.live.evaluate(
        "(live) => { const form = live.querySelector('form'); form.requestSubmit(); form.requestSubmit(); }"
    )
    conversation.expect_at("assess")
    page.wait_for_timeout(1500)
    conversation.expect_at("assess")


def test_help_lies_with_the_question_for_those_who_hear_it(page: Page) -> None:
    conversation = Conversation.begun(page, "messaging")
    node = procedure_called("messaging").tree.node("platform")
    assert isinstance(node, OneOf)
    assert node.help
    group = conversation.live.get_by_role("group", name=title(node))
    expect(group).to_have_accessible_description(node.help.text)


def test_the_words_of_a_clause_lead_on_to_the_clause(page: Page) -> None:
    conversation = Conversation.answered(page, "messaging", ["WhatsApp"], [], ["No, or I am not sure"])
    conversation.live.locator(".ct-cites a").first.click()
    conversation.live.get_by_role("link", name="Read it in the policy").click()
    page.wait_for_url(re.compile("/policy/social-media/#c"))
    expect(page.locator(":target")).to_be_in_viewport()
