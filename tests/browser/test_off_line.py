"""A reader whose line goes dead half way keeps what the page holds, and is led nowhere out of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from .conftest import Witness
from .conversation import Conversation


@pytest.fixture(autouse=True)
def only_the_line_is_complained_of(witness: Witness) -> Iterator[None]:
    """The browser itself says that it could fetch nothing; our scripts have nothing to say."""
    yield
    assert [said for said in witness.errors if "net::ERR_INTERNET_DISCONNECTED" not in said] == []


def opened(page: Page, clause: str) -> Conversation:
    """Open the words of a clause that a duty cites, off line."""
    conversation = Conversation.answered(page, "evidence", ["No"])
    conversation.expect_at("assess")
    page.wait_for_function("() => performance.getEntriesByName('python-live').length > 0")
    page.context.set_offline(True)
    conversation.live.locator(".ct-duty .ct-cites").get_by_role("link", name=clause, exact=True).click()
    return conversation


def test_words_that_the_page_quotes_are_shown_off_line(page: Page) -> None:
    opened(page, "clause 2.10")
    box = page.locator(".clause-opened")
    expect(box).to_contain_text("Clause 2.10")
    expect(box).to_contain_text("Practitioners will assess whether the information is relevant")
    expect(box).not_to_contain_text("From the policy")


def test_no_link_is_offered_that_would_lead_away_to_nothing(page: Page) -> None:
    opened(page, "clause 2.10")
    box = page.locator(".clause-opened")
    expect(box.get_by_role("button", name="Close")).to_be_visible()
    expect(box.get_by_role("link")).to_have_count(0)
    box.get_by_role("button", name="Close").click()
    page.context.set_offline(False)
    page.locator(".ct-live .ct-duty .ct-cites").get_by_role("link", name="clause 2.10", exact=True).click()
    expect(box.get_by_role("link", name="Read it in the policy")).to_be_visible()
