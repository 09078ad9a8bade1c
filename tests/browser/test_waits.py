"""A wait: the link that is copied there leads back to it, in another tab, with the answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from servers.folder import serve

from ..building import add_tree, build, organisation
from .axe import violations
from .conversation import Conversation

LEAVE = """\
tree leave "Leave in term"
    policy lone-working
    basis clauses
    start who

question who "Who asks?"
    option parent "A parent" -> head
    option child "A child" -> stay

wait head "Ask the head, and wait"
    note
        Nobody books a journey yet.
    then -> said

question said "What did the head say?"
    option yes "Yes" -> go
    option no "No" -> stay

outcome go "Go"

outcome stay "Stay"

scenario "While a parent waits"
    who is parent
    ends head

scenario "Yes"
    who is parent
    said is yes
    ends go

scenario "No"
    who is parent
    said is no
    ends stay

scenario "A child"
    who is child
    ends stay
"""

pytestmark = pytest.mark.usefixtures("clean")


@pytest.fixture(scope="module")
def site_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a procedure at which readers wait."""
    folder = organisation(tmp_path_factory.mktemp("leave") / "organisation")
    add_tree(folder, "leave", LEAVE)
    done = build(folder)
    assert done.returncode == 0, done.stdout
    with serve(folder / "site") as address:
        yield address


def test_the_copied_link_leads_back_to_the_wait_in_another_tab(context: BrowserContext, page: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    conversation = Conversation.answered(page, "leave", ["A parent"])
    conversation.expect_at("head")
    expect(conversation.live).to_contain_text("You stop here for now.")
    assert violations(page) == []
    # She goes on, and back: the link is that of the wait all the same.
    conversation.press("I have what I was waiting for: go on")
    conversation.answer(["No"], "stay")
    page.go_back()
    page.go_back()
    conversation.expect_at("head")
    conversation.press("Copy a link to these answers")
    expect(page.locator("#announcer")).to_contain_text("opied", timeout=30_000)
    link = cast(str, page.evaluate("() => navigator.clipboard.readText()"))
    assert link.endswith("/trees/leave/#leave?who=parent")
    other = context.new_page()
    other.goto(link)
    again = Conversation(other, "leave")
    again.expect_at("head")
    assert [row[0] for row in again.read()["answers"]] == ["Who asks?"]
    again.press("I have what I was waiting for: go on")
    again.expect_at("said")
