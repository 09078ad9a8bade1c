"""A line or two of the reader's own: in her record, and nowhere else."""

from __future__ import annotations

from typing import cast

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from .axe import violations
from .conversation import Conversation

NOTE = "Rang at nine.\nNobody was there."

pytestmark = pytest.mark.usefixtures("clean")


def _box(conversation: Conversation) -> Locator:
    return conversation.live.get_by_label("Your own note, if you want one")


def _record(conversation: Conversation) -> str:
    conversation.press("Copy the record")
    expect(conversation.page.locator("#announcer")).to_have_text("Record copied")
    return cast(str, conversation.page.evaluate("() => navigator.clipboard.readText()"))


@pytest.fixture
def ended(context: BrowserContext, page: Page) -> Conversation:
    """A conversation that has come to an outcome."""
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    conversation = Conversation.begun(page, "court-ordered-access")
    conversation.answer(["No, or I am not sure"], "no-order")
    return conversation


def test_it_stands_in_the_record_and_nowhere_else(ended: Conversation) -> None:
    page = ended.page
    _box(ended).fill(NOTE)
    assert violations(page) == []
    assert f"\nYOUR OWN NOTE\n{NOTE}\n" in _record(ended)
    everywhere = "[{ ...sessionStorage }, { ...localStorage }, history.state, location.href]"
    kept = page.evaluate(f"JSON.stringify({everywhere})")
    assert "Nobody" not in kept
    link = ended.live.locator(".clause-copy").get_attribute("data-anchor")
    assert link
    assert "Nobody" not in link


def test_it_outlasts_a_change_of_an_answer_and_not_a_new_beginning(ended: Conversation) -> None:
    _box(ended).fill(NOTE)
    ended.press("Back")
    ended.expect_at("order")
    ended.answer(["No, or I am not sure"], "no-order")
    expect(_box(ended)).to_have_value(NOTE)
    ended.press("Start again")
    ended.expect_at("order")
    ended.answer(["No, or I am not sure"], "no-order")
    expect(_box(ended)).to_have_value("")
    assert "YOUR OWN NOTE" not in _record(ended)


def test_it_is_gone_with_the_page(ended: Conversation) -> None:
    _box(ended).fill(NOTE)
    ended.page.reload()
    ended.expect_at("no-order")
    expect(_box(ended)).to_have_value("")


def test_it_goes_with_her_to_the_next_procedure_in_the_record(ended: Conversation) -> None:
    _box(ended).fill(NOTE)
    ended.live.locator(".ct-next a").click()
    onward = Conversation(ended.page, "evidence")
    onward.expect_at("risk")
    assert ended.page.locator(".ct-own-note").count() == 0
    carried = ended.page.evaluate("sessionStorage.getItem('carried:evidence')")
    assert "YOUR OWN NOTE" in carried
    assert "Nobody" not in ended.page.url
