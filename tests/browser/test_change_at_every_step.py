"""Every change of every earlier answer, at every step of every path, in the live widget and in the engine here.

A step with the same answers behind it is the same on every path that shares them: each is tried once. From
each, every earlier question is opened from "Your answers" and given each of the other answers that it can take.
What is then asked, kept and dropped, and what is said of it, must be what the engine here says, to the letter.
A change leads to another step, and often to one whose changes are still to be tried: it goes on from there.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from clausetree.tree.model import ManyOf, Measure, OneOf, Question, Tree
from clausetree.tree.walk import Answer, possible_answers, walk
from clausetree.tree.wire import Procedure

from .engine import all_procedures
from .twins import Shown, State, Twins, states, to_state

pytestmark = pytest.mark.usefixtures("clean")


@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda p: p.tree.id)
def test_a_change_keeps_and_drops_what_the_engine_says(page: Page, procedure: Procedure) -> None:
    twins = Twins(page, procedure.tree.id)
    untried = {str(state): list(_changes(procedure.tree, state)) for state in states(procedure)}
    assert sum(map(len, untried.values())) > len(procedure.tree.nodes)
    for state in states(procedure):
        while untried[str(state)]:
            _come_and_change(twins, state, untried)


def _changes(tree: Tree, state: State) -> Iterator[tuple[Question, Answer]]:
    """Yield each question already answered with each answer that it was not given."""
    for node in map(tree.node, state.answers):
        if isinstance(node, OneOf | ManyOf | Measure):
            others = (answer for answer in possible_answers(tree, node) if answer != state.answers[node.id])
            yield from ((node, answer) for answer in others)


def _come_and_change(twins: Twins, state: State, untried: dict[str, list[tuple[Question, Answer]]]) -> None:
    """Try a change of a state, and one from where it leads, until all were tried that can be made there."""
    (here,) = twins.do(to_state(twins.procedure, state))
    assert _state_of(twins.procedure.tree, here) == state
    while changes := untried.get(str(state)):
        state = _change(twins, state, *changes.pop())


def _change(twins: Twins, state: State, node: Question, new: Answer) -> State:
    """Make a change, and return where it leads."""
    tree = twins.procedure.tree
    asked, changed = twins.do(
        {"do": "change", "node": node.id},
        {"do": "answer", "node": node.id, "picked": sorted(new)},
    )
    assert (asked["node"], sorted(asked["picked"])) == (node.id, sorted(state.answers[node.id]))
    way, reached = walk(tree, {**state.answers, node.id: new}), _state_of(tree, changed)
    assert reached.node.id == way.at.id
    assert {question: reached.answers[question] for question in way.answers} == way.answers
    return reached


def _state_of(tree: Tree, shown: Shown) -> State:
    """Return the step that is shown, with all the answers that are kept."""
    kept = shown["kept"]["answers"] if shown["kept"] else {}
    return State(tree.node(shown["node"]), {question: frozenset(picked) for question, picked in kept.items()})
