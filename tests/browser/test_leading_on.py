"""From one procedure to the next."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from clausetree.tree.model import Outcome
from clausetree.tree.walk import paths

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
