"""A line that brings a byte at a time: what is not needed is not waited for, what never ends is given up."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from servers.folder import Handler, serve

from .conversation import Conversation
from .test_failure import FAILED


class Dripping(Handler):
    """Hands out the file whose address holds `slow` a byte at a time, for as long as it is wanted."""

    slow = ""

    def do_GET(self) -> None:  # noqa: N802 - the base class names it so
        if not self.slow or self.slow not in self.path:
            return super().do_GET()
        self.packed = False
        self.send_response(200)
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        while True:
            self.wfile.write(b" ")
            time.sleep(0.1)


@pytest.fixture
def context(browser: Browser, site: Path, request: pytest.FixtureRequest) -> Iterator[BrowserContext]:
    """A browser at the end of a line that is slow for the file that the test names."""
    with (
        serve(site, type("OfOneFile", (Dripping,), {"slow": request.param})) as address,
        browser.new_context(base_url=address) as fresh,
    ):
        yield fresh


@pytest.mark.parametrize("context", ["ahead.json"], indirect=True)
def test_nobody_waits_for_the_views_made_ahead_once_python_is_there(page: Page) -> None:
    conversation = Conversation.begun(page, "messaging")
    conversation.answer(["WhatsApp"], "work-channels")
    expect(conversation.status).to_have_text("")


@pytest.mark.parametrize("context", ["messaging.json"], indirect=True)
def test_a_procedure_that_never_comes_is_given_up_and_the_links_are_there(page: Page) -> None:
    page.clock.install()
    with page.expect_request("**/messaging.json?*"):
        conversation = Conversation.begun(page, "messaging")
        conversation.live.dispatch_event("pointerover")
    expect(conversation.status).to_have_text("")
    page.clock.fast_forward(46_000)
    expect(conversation.status).to_have_text(FAILED)


@pytest.mark.parametrize("context", ["previews.json"], indirect=True)
def test_words_that_do_not_come_in_time_are_read_in_the_policy(page: Page) -> None:
    conversation = Conversation.answered(page, "evidence", ["No"])
    conversation.live.locator(".ct-cites a").first.click()
    page.wait_for_url("**/policy/social-media/#c2-*", timeout=20_000)


@pytest.mark.parametrize("context", ["search_index.json"], indirect=True)
def test_a_search_whose_index_never_comes_says_so(page: Page) -> None:
    page.clock.install()
    with page.expect_request("**/search_index.json"):
        page.goto("search/?q=photo")
    page.clock.fast_forward(46_000)
    expect(page.locator("[data-search-count]")).to_contain_text("Search is not available just now.")
