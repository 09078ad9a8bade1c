"""A server that gives the page of /x/ for /x, where every address in the page means another place."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from servers.folder import Handler, serve

from .conversation import Conversation

SENTENCE = "This page is not shown as it should be: if its address lacks a / at the end, add one"


class WithoutSlash(Handler):
    """Gives a folder's page for its address without a slash, and no redirect."""

    def do_GET(self) -> None:  # noqa: N802 - the base class names it so
        path = self.path.split("?", 1)[0]
        if not path.endswith("/") and Path(self.translate_path(path)).is_dir():
            self.path = f"{path}/index.html"
        super().do_GET()


class Stripping(WithoutSlash):
    """Leads from an address with a slash to that without, too."""

    def do_GET(self) -> None:  # noqa: N802 - the base class names it so
        path = self.path.split("?", 1)[0]
        if path != "/" and path.endswith("/"):
            self.packed = False
            self.send_response(301)
            self.send_header("Location", path.removesuffix("/"))
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            super().do_GET()


@pytest.fixture
def context(
    browser: Browser, site: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[BrowserContext]:
    """A browser before a site of such a server, which stands at its root, or in the folder `below`."""
    handler, *folders = request.param if isinstance(request.param, tuple) else (request.param,)
    for folder in folders:
        (tmp_path / folder).symlink_to(site)
    with (
        serve(tmp_path if folders else site, handler) as address,
        browser.new_context(base_url=address) as fresh,
    ):
        yield fresh


@pytest.mark.parametrize("context", [WithoutSlash], indirect=True)
@pytest.mark.parametrize("path", ["trees/messaging", "policy/social-media/v/2.2"])
def test_the_page_sets_its_address_right(page: Page, path: str) -> None:
    page.goto(f"{path}?a=b#main")
    page.wait_for_url(f"**/{path}/?a=b#main")
    expect(page.locator("html[data-started]")).to_have_count(1)
    expect(page.get_by_text(SENTENCE)).to_be_hidden()


@pytest.mark.parametrize("context", [WithoutSlash], indirect=True)
def test_an_address_that_begins_with_two_slashes_leads_to_no_other_site(page: Page) -> None:
    page.goto("")
    own = page.url
    page.goto(f"{own}/trees/messaging")
    expect(page).to_have_url(f"{own}/trees/messaging/")


@pytest.mark.parametrize("context", [WithoutSlash], indirect=True)
def test_the_reader_comes_back_by_one_press_of_back(page: Page) -> None:
    page.goto("accessibility/")
    page.goto("trees/messaging")
    page.wait_for_url("**/trees/messaging/")
    Conversation(page, "messaging").answer(["WhatsApp"], "work-channels")
    page.go_back()
    page.go_back()
    page.wait_for_url("**/accessibility/")


@pytest.mark.parametrize("context", [(WithoutSlash, "below")], indirect=True)
def test_a_page_to_which_nothing_can_come_says_what_to_do(page: Page) -> None:
    page.goto("below/trees/messaging")
    expect(page.get_by_text(SENTENCE)).to_be_visible()
    page.goto("below/trees/messaging/")
    expect(page.get_by_text(SENTENCE)).to_be_hidden()


@pytest.mark.parametrize("context", [Stripping], indirect=True)
def test_a_server_that_takes_the_slash_away_is_not_asked_for_ever(page: Page) -> None:
    page.goto("trees/messaging/")
    expect(page.get_by_text(SENTENCE)).to_be_visible()


@pytest.mark.parametrize("context", [WithoutSlash], indirect=True)
@pytest.mark.parametrize("path", ["", "trees/messaging/", "trees/messaging/index.html", "404.html"])
def test_other_addresses_stay_as_they_are(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.locator("html[data-started]")).to_have_count(1)
    assert page.url.endswith(f"/{path}")
    expect(page.get_by_text(SENTENCE)).to_be_hidden()
