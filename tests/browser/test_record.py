"""The record that a reader takes away."""

from __future__ import annotations

from pathlib import Path
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


def test_a_saved_file_can_still_be_had_when_the_reader_has_said_where_to_put_it(page: Page) -> None:
    # A phone asks for the file only then. Chromium does so at once and cannot show it.
    page.add_init_script("window.takenBack = []; URL.revokeObjectURL = (url) => window.takenBack.push(url);")
    conversation = Conversation.answered(page, "messaging", ["WhatsApp"], [], ["No, or I am not sure"])
    with page.expect_download() as saved:
        conversation.press("Save it as a file")
    assert saved.value.suggested_filename == "messaging-record.txt"
    assert "Outcome: WhatsApp is for people aged 13 or over" in Path(saved.value.path()).read_text()
    expect(page.locator("#announcer")).to_have_text("Record saved")
    assert page.evaluate("() => window.takenBack") == []


def test_what_is_said_of_where_answers_are_kept_is_true(context: BrowserContext, page: Page) -> None:
    conversation = Conversation.answered(page, "messaging", ["WhatsApp"], [], ["No, or I am not sure"])
    expect(conversation.live).to_contain_text(
        "Nothing is sent. Your answers stay in this tab until you close it."
    )
    assert context.cookies() == []
    assert page.evaluate("() => Object.keys(localStorage)") == []
    assert page.evaluate("() => Object.keys(sessionStorage)") == ["visit:messaging"]
    another = context.new_page()
    expect(Conversation.begun(another, "messaging").status).to_have_text("")
