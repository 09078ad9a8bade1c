"""Every change of every earlier answer, at every step of every path, in the live widget and in the engine here.

A step with the same answers behind it is the same on every path that shares them: each is tried once. From
each, every earlier question is opened from "Your answers" and given each of the other answers that it can take.
What is then asked, kept and dropped, and what is said of it, must be what the engine here says, to the letter.
A change leads to another step, and often to one whose changes are still to be tried: it goes on from there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from clausetree.tree.answers import Answer
from clausetree.tree.model import ManyOf, Measure, OneOf, Question, Tree
from clausetree.tree.walk import possible_answers, walk
from clausetree.tree.wire import Procedure

from .engine import all_procedures
from .twins import Shown, State, Twins, states, to_state

pytestmark = pytest.mark.usefixtures("clean")


@dataclass(frozen=True, slots=True)
class Change:
    """Another answer, `new`, to a question that was answered already."""

    state: State
    node: Question
    new: Answer


@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda p: p.tree.id)
def test_a_change_keeps_and_drops_what_the_engine_says(page: Page, procedure: Procedure) -> None:
    twins = Twins(page, procedure.tree.id)
    untried = {str(state): list(_changes(procedure.tree, state)) for state in states(procedure)}
    assert sum(map(len, untried.values())) > len(procedure.tree.nodes)
    for state in states(procedure):
        runs = []
        while untried[str(state)]:
            runs.append(_go_on_changing(twins, state, untried))
        shown = iter(twins.catch_up() if runs else ())
        for run in runs:
            assert next(shown)["node"] == state.node.id
            for change in run:
                _assert_changed(procedure.tree, change, next(shown), next(shown))


def _changes(tree: Tree, state: State) -> Iterator[tuple[Question, Answer]]:
    """Yield each question already answered with each answer that it was not given."""
    for node in map(tree.node, state.answers):
        if isinstance(node, OneOf | ManyOf | Measure):
            others = (answer for answer in possible_answers(tree, node) if answer != state.answers[node.id])
            yield from ((node, answer) for answer in others)


def _go_on_changing(
    twins: Twins, state: State, untried: dict[str, list[tuple[Question, Answer]]]
) -> list[Change]:
    """Try a change of a state, and one from where it leads, until all were tried that can be made there."""
    made: list[Change] = []
    twins.go_ahead(to_state(twins.procedure, state))
    while changes := untried.get(str(state)):
        change = Change(state, *changes.pop())
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
