"""Where a reader can be in a procedure: at a stop, with the answers behind her that led there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from clausetree.render.widget.link import to_fragment
from clausetree.tree.answers import Answer, Answers
from clausetree.tree.model import ManyOf, Measure, Node, OneOf, Question, Route, Tree
from clausetree.tree.walk import Walk, possible_answers

type Action = dict[str, Any]
"""What a reader does, as the page hands it to the widget."""


@dataclass(frozen=True, slots=True)
class State:
    """A stop, and the answers that lead there."""

    node: Node
    answers: Answers

    def __str__(self) -> str:
        return to_fragment(self.node.id, self.answers)


@dataclass(frozen=True, slots=True)
class Change:
    """Another answer, `new`, to a question that was answered already."""

    state: State
    node: Question
    new: Answer


def states(ways: Iterable[Walk]) -> list[State]:
    """Return every stop of some ways, once for each set of answers that leads there."""
    found: dict[str, State] = {}
    for way in ways:
        said: Answers = {}
        for node in way.nodes:
            if isinstance(node, Route):
                continue
            state = State(node, said)
            found[str(state)] = state
            if node.id in way.answers:
                said = {**said, node.id: way.answers[node.id]}
    return list(found.values())


def is_everywhere(tree: Tree, stood_at: Iterable[State]) -> bool:
    """Return whether these come to every stop but the first, with something answered."""
    stops = {node.id for node in tree.nodes if not isinstance(node, Route)}
    return {state.node.id for state in stood_at if state.answers} == stops - {tree.start}


def changes(tree: Tree, state: State) -> Iterator[Change]:
    """Yield each question already answered with each answer that it was not given."""
    for node in map(tree.node, state.answers):
        if isinstance(node, OneOf | ManyOf | Measure):
            others = (answer for answer in possible_answers(tree, node) if answer != state.answers[node.id])
            yield from (Change(state, node, answer) for answer in others)


def to_state(tree: Tree, state: State) -> Action:
    """Return the action that brings a reader to a state, whatever she said before."""
    return {"do": "link", "fragment": to_fragment(tree.id, state.answers)}
