"""A reload of the tab: it comes back to the same stop with the same answers.

It is tried at each step of the fewest paths that show all. Python would take minutes to start for all of them,
and starts without knowing what the reader has said. So the page is reloaded with all its scripts, and another
window keeps the worker meanwhile: the page that comes back gives it the tree and the answers anew. With a
worker of its own, a reload is tried at each stop of one long way.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from clausetree.tree.paths.fewest import fewest_paths
from clausetree.tree.walk import paths
from clausetree.tree.wire import Procedure

from ..states import State, is_everywhere, states, to_state
from .conversation import Conversation
from .engine import all_procedures, procedure_called, stops, wordings
from .twins import Twins

KEEP_WORKER = Path(__file__).with_name("keep_worker.js").read_text(encoding="utf-8")

pytestmark = pytest.mark.usefixtures("clean")


@pytest.fixture
def kept_page(context: BrowserContext) -> Page:
    """A page whose worker is kept by the window that opened it."""
    keeper = context.new_page()
    keeper.goto("accessibility/")
    with keeper.expect_popup() as opened:
        keeper.evaluate("() => { window.open('about:blank'); }")
    page = opened.value
    page.add_init_script(KEEP_WORKER)
    return page


@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda p: p.tree.id)
def test_a_reload_comes_back_to_the_same_stop_with_the_same_answers(
    kept_page: Page, procedure: Procedure
) -> None:
    twins = Twins(kept_page, procedure.tree.id)
    tried = [state for state in states(fewest_paths(procedure.tree)) if state.answers]
    assert is_everywhere(procedure.tree, tried)
    for state in tried:
        _reload(twins, state)
    assert kept_page.evaluate("() => opener.kept instanceof opener.Worker")


def _reload(twins: Twins, state: State) -> None:
    twins.do(to_state(twins.procedure.tree, state))
    before = twins.conversation.read()
    twins.conversation.page.reload()
    twins.conversation.expect_at(state.node.id)
    assert twins.conversation.read() == {**before, "dropped": []}


def test_a_reload_comes_back_to_where_a_reader_had_gone_back_to(page: Page) -> None:
    conversation = Conversation.answered(page, "messaging", ["WhatsApp"], [], ["Yes"])
    conversation.press("Back")
    conversation.expect_at("age")
    page.reload()
    conversation.expect_at("age")
    expect(conversation.control("Yes")).to_be_checked()
    conversation.answer(["Yes"], "use")


def test_a_reload_starts_python_anew_at_every_stop_of_a_long_way(page: Page) -> None:
    tree = procedure_called("messaging").tree
    way = max(paths(tree), key=lambda way: len(way.nodes))
    conversation = Conversation.begun(page, tree.id)
    for node, onward in zip(stops(way), stops(way)[1:], strict=False):
        before = conversation.click("Continue", wordings(node, way.answers[node.id]))
        page.reload()
        conversation.expect_at(onward.id)
        assert conversation.read() == before
