"""Every change of every earlier answer, in the live widget and in the engine here.

Where a reader may stand is each step of the fewest paths that show all; that Python says the same in browsers
of every change on every path, publish/assets/test_in_pyodide.py holds. From each step, every earlier question
is opened from "Your answers" and given each of the other answers that it can take. What is then asked, kept
and dropped, and what is said of it, must be what the engine here says, to the letter. A change leads to
another step, and often to one whose changes are still to be tried: it goes on from there.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page

from clausetree.tree.answers import Answer
from clausetree.tree.model import Step, Tree
from clausetree.tree.paths.fewest import fewest_paths
from clausetree.tree.walk import walk
from clausetree.tree.wire import Procedure

from ..states import Change, State, changes, is_everywhere, states, to_state
from .engine import all_procedures
from .twins import Shown, Twins

pytestmark = pytest.mark.usefixtures("clean")


@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda p: p.tree.id)
def test_a_change_keeps_and_drops_what_the_engine_says(page: Page, procedure: Procedure) -> None:
    twins = Twins(page, procedure.tree.id)
    stood_at = states(fewest_paths(procedure.tree))
    untried = {str(state): list(changes(procedure.tree, state)) for state in stood_at}
    assert is_everywhere(procedure.tree, stood_at)
    answered = {node for state in stood_at for node in state.answers}
    changed = {change.node.id for tried in untried.values() for change in tried}
    assert changed == {node for node in answered if not isinstance(procedure.tree.node(node), Step)}
    for state in stood_at:
        runs = []
        while untried[str(state)]:
            runs.append(_go_on_changing(twins, state, untried))
        shown = iter(twins.catch_up() if runs else ())
        for run in runs:
            assert next(shown)["node"] == state.node.id
            for change in run:
                _assert_changed(procedure.tree, change, next(shown), next(shown))


def _go_on_changing(twins: Twins, state: State, untried: dict[str, list[Change]]) -> list[Change]:
    """Try a change of a state, and one from where it leads, until all were tried that can be made there."""
    made: list[Change] = []
    twins.go_ahead(to_state(twins.procedure.tree, state))
    while left := untried.get(str(state)):
        change = left.pop()
        twins.go_ahead({"do": "change", "node": change.node.id})
        view = twins.go_ahead({"do": "answer", "node": change.node.id, "picked": sorted(change.new)})
        made.append(change)
        state = State(twins.procedure.tree.node(view["node"]), _answers(view["answers"]))
    return made


def _assert_changed(tree: Tree, change: Change, asked: Shown, changed: Shown) -> None:
    question, given = change.node.id, change.state.answers[change.node.id]
    assert (asked["node"], sorted(asked["picked"])) == (question, sorted(given))
    way = walk(tree, {**change.state.answers, question: change.new})
    assert changed["node"] == way.at.id
    assert changed["kept"]
    assert way.answers.items() <= _answers(changed["kept"]["answers"]).items()


def _answers(kept: Mapping[str, list[str]]) -> dict[str, Answer]:
    return {question: frozenset(picked) for question, picked in kept.items()}
