"""Every change of every earlier answer, at every step of every path, in the live widget and in the engine here.

A step with the same answers behind it is the same on every path that shares them: each is tried once. From
each, every earlier question is opened from "Your answers" and given each of the other answers that it can take.
What is then asked, kept and dropped, and what is said of it, must be what the engine here says, to the letter.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from clausetree.tree.model import ManyOf, Measure, OneOf, Question, Tree
from clausetree.tree.walk import Answer, possible_answers, walk
from clausetree.tree.wire import Procedure

from .engine import all_procedures
from .twins import Action, State, Twins, states, to_state

pytestmark = pytest.mark.usefixtures("clean")


@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda p: p.tree.id)
def test_a_change_keeps_and_drops_what_the_engine_says(page: Page, procedure: Procedure) -> None:
    twins = Twins(page, procedure.tree.id)
    tried = 0
    for state in states(procedure):
        changes = list(_changes(procedure.tree, state))
        tried += len(changes)
        _try_each(twins, state, changes)
    assert tried > len(procedure.tree.nodes)


def _changes(tree: Tree, state: State) -> Iterator[tuple[Question, Answer]]:
    """Yield each question already answered with each answer that it was not given."""
    for node in map(tree.node, state.answers):
        if isinstance(node, OneOf | ManyOf | Measure):
            others = (answer for answer in possible_answers(tree, node) if answer != state.answers[node.id])
            yield from ((node, answer) for answer in others)


def _try_each(twins: Twins, state: State, changes: list[tuple[Question, Answer]]) -> None:
    """Come to the state anew for each change, all in one go: it is quicker."""
    shown = iter(twins.do(*(action for change in changes for action in _actions(twins, state, *change))))
    for (node, new), here, asked, changed in zip(changes, shown, shown, shown, strict=True):
        assert here["node"] == state.node.id
        assert (asked["node"], sorted(asked["picked"])) == (node.id, sorted(state.answers[node.id]))
        way = walk(twins.procedure.tree, {**state.answers, node.id: new})
        assert changed["kept"]
        kept = changed["kept"]["answers"]
        assert changed["node"] == way.at.id
        assert {question: frozenset(kept[question]) for question in way.answers} == way.answers


def _actions(twins: Twins, state: State, node: Question, new: Answer) -> tuple[Action, Action, Action]:
    return (
        to_state(twins.procedure, state),
        {"do": "change", "node": node.id},
        {"do": "answer", "node": node.id, "picked": sorted(new)},
    )
