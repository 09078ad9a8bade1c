"""Back, and forward again, in the live widget and in the engine that runs here.

It is tried at every step of the fewest paths that show all. That Python does the same in browsers on every
path, publish/assets/test_in_pyodide.py holds.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from clausetree.tree.model import Step, Tree
from clausetree.tree.paths.fewest import fewest_paths
from clausetree.tree.wire import Procedure

from ..states import Action, State, is_everywhere, states, to_state
from .engine import all_procedures
from .twins import Twins

pytestmark = pytest.mark.usefixtures("clean")


@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda p: p.tree.id)
def test_back_shows_the_answer_given_and_continue_leads_forward_again(page: Page, procedure: Procedure) -> None:
    twins = Twins(page, procedure.tree.id)
    tried = [state for state in states(fewest_paths(procedure.tree)) if state.answers]
    assert is_everywhere(procedure.tree, tried)
    for state in tried:
        for action in _back_and_forth(procedure, state):
            twins.go_ahead(action)
    shown = iter(twins.catch_up())
    for state, here, before, again in zip(tried, shown, shown, shown, strict=True):
        assert (here["node"], again["node"]) == (state.node.id, state.node.id)
        assert (before["node"], sorted(before["picked"])) == _given_last(procedure.tree, state)
        assert here["kept"] == before["kept"] == again["kept"]


def _back_and_forth(procedure: Procedure, state: State) -> tuple[Action, Action, Action]:
    last, picked = _given_last(procedure.tree, state)
    return to_state(procedure.tree, state), {"do": "back"}, {"do": "answer", "node": last, "picked": picked}


def _given_last(tree: Tree, state: State) -> tuple[str, list[str]]:
    """Return what was answered last, and what is picked there when the reader comes back to it."""
    last = list(state.answers)[-1]
    return last, [] if isinstance(tree.node(last), Step) else sorted(state.answers[last])
