"""From one procedure to the next."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from clausetree.tree.model import Outcome
from clausetree.tree.walk import paths
from servers.folder import serve

from .conversation import Conversation
from .engine import all_procedures, stops, wordings

pytestmark = pytest.mark.usefixtures("clean")


def test_what_one_procedure_asks_for_goes_with_the_reader_to_the_next(
    context: BrowserContext, page: Page
) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    procedure, way = next(
        (procedure, way)
        for procedure in all_procedures()
        for way in paths(procedure.tree)
        if isinstance(way.at, Outcome) and way.at.next_trees and way.duties
    )
    conversation = Conversation.begun(page, procedure.tree.id)
    for node in stops(way)[:-1]:
        conversation.click("Continue", wordings(node, way.answers[node.id]))
    assert isinstance(way.at, Outcome)
    (onward,) = way.at.next_trees
    conversation.live.locator(".ct-next a").click()
    page.wait_for_url(f"**/trees/{onward.id}/")
    carried = page.locator(".ct-carried")
    expect(carried).to_contain_text(f"Still to do, from “{procedure.tree.title.text}”")
    for duty in way.duties:
        expect(carried).to_contain_text(duty.what.text)
    page.reload()
    expect(page.locator(".ct-carried")).to_have_count(1)
    page.goto("")
    page.goto(f"trees/{onward.id}/")
    expect(page.locator(".ct-carried")).to_have_count(0)
    page.get_by_role("button", name="Go on where you were").click()
    for duty in way.duties:
        expect(carried).to_contain_text(duty.what.text)
    expect(Conversation(page, onward.id).heading).to_be_focused()


def test_what_is_left_of_several_procedures_goes_with_the_reader(browser: Browser, school_site: Path) -> None:
    with serve(school_site) as school_url, browser.new_context(base_url=school_url) as context:
        page = context.new_page()
        conversation = Conversation.begun(page, "disclosure")
        for answer in ("No", "Yes", "No"):
            conversation.click("Continue", [answer])
        onward = conversation.live.locator(".ct-next a")
        expect(onward).to_have_text(["Somebody has complained about a colleague", "Look after yourself"])
        onward.first.click()
        page.wait_for_url("**/trees/allegation/")
        carried = page.locator(".ct-carried")
        expect(carried.locator("h3")).to_have_text(
            "Still to do, from “A child has told me something” (Safeguarding policy)"
        )
        expect(carried.locator(".ct-next a")).to_have_text("Look after yourself")
        carried.locator(".ct-next a").click()
        page.wait_for_url("**/trees/support/")
        # The second procedure was left before it asked for anything.
        expect(page.locator(".ct-carried")).to_contain_text("Take your concern straight to the head")
        expect(page.locator(".ct-carried .ct-next")).to_have_count(0)
