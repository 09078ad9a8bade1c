"""One worker for all the trees of a page, and none when it is left."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .conftest import Witness
from .conversation import Conversation

_TWICE = """
() => { const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
        return ids.filter((id, place) => ids.indexOf(id) !== place); }
"""

pytestmark = pytest.mark.usefixtures("clean")


def test_a_page_starts_one_worker_however_often_it_is_asked(
    page: Page, other_site_url: str, witness: Witness
) -> None:
    witness.origin = other_site_url
    workers: list[Any] = []
    page.on("worker", lambda worker: workers.append(worker))
    page.goto(f"{other_site_url}both/")
    both = [Conversation(page, "visit"), Conversation(page, "no-answer")]
    for conversation in both:
        conversation.live.hover()
        conversation.heading.focus()
        conversation.live.locator("input").first.focus()
    both[1].answer(["No"], "alarm")
    both[0].answer(["There is a dog"], "tell")
    assert len(workers) == 1


def test_a_page_that_is_left_leaves_no_worker_behind(page: Page) -> None:
    running: list[Any] = []
    page.on("worker", lambda worker: running.append(worker))
    page.on("worker", lambda worker: worker.on("close", lambda _: running.remove(worker)))
    for tree in ("messaging", "evidence", "messaging"):
        Conversation.begun(page, tree).live.hover()
        page.wait_for_function("() => performance.getEntriesByName('python-live').length > 0")
        assert len(running) == 1
    page.goto("procedures/")
    page.wait_for_timeout(500)
    assert running == []


def test_two_trees_on_one_page_are_answered_side_by_side(
    page: Page, other_site_url: str, witness: Witness
) -> None:
    witness.origin = other_site_url
    page.goto(f"{other_site_url}both/")
    visit, missing = Conversation(page, "visit"), Conversation(page, "no-answer")
    visit.answer(["There is a dog"], "tell")
    missing.answer(["No"], "alarm")
    expect(missing.heading).to_be_focused()
    assert page.evaluate(_TWICE) == []
    assert [line["what"] for line in visit.read()["due"]] == [
        "Tell the duty officer the address",
        "Tell the duty officer when you expect to leave",
        "Refuse the visit",
    ]
    page.reload()
    visit.expect_at("tell")
    missing.expect_at("alarm")
    visit.answer([], "home")
    assert missing.read()["heading"] == "Get help"
