"""Every stop of the conversation that a course can come to, and where each thing that a learner does leads."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from clausetree.render.courses.alike import Alike
from clausetree.render.widget.conversation import (
    ConversationState,
    answer,
    back,
    change,
    shown,
    visible_nodes,
)
from clausetree.tree.answers import Answer
from clausetree.tree.model import ManyOf, Node, OneOf, Step, Tree
from clausetree.tree.walk import Walk, walk


class Way(StrEnum):
    """How much of the conversation a course holds: as much as there is room for."""

    WHOLE = "whole"
    """What was answered is kept when the learner goes back, as on the site."""

    ONWARD = "onward"
    """Going back to a question forgets what was answered from there on."""

    SECTIONS = "sections"
    """No question is asked: the learner follows links."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A state of the conversation, and the numbers of those that what a learner does leads to.

    `answers` is by the answer that stands for hers, `changes` by the question that she wants to answer again.
    """

    state: ConversationState
    node: Node
    path: Walk
    answers: Mapping[Answer, int]
    changes: Mapping[str, int]
    back: int | None


type Go = Callable[[Tree, ConversationState], ConversationState]


def stops(tree: Tree, way: Way, most: int) -> list[Stop] | None:
    """Return every stop, the first of which begins the conversation; None where there are more than `most`.

    `tree` asks for no number and no date.
    """
    alike, found = Alike(tree), _Found()
    found.number(ConversationState())
    made: list[Stop] = []
    for state in found.each():
        made.append(_stop(tree, alike, way, state, found.number))
        if len(found) > most:
            return None
    return made


def _stop(
    tree: Tree, alike: Alike, way: Way, state: ConversationState, number: Callable[[ConversationState], int]
) -> Stop:
    node = shown(tree, state)
    asked = alike.answers(node) if isinstance(node, OneOf | ManyOf | Step) else []
    onward = {given: number(answer(tree, state, node.id, tuple(given))) for given in asked}
    path = walk(tree, state.answers)
    questions = [one for one in path.answers if one != node.id and not isinstance(tree.node(one), Step)]
    again = {one: number(_again(tree, way, state, one)) for one in questions}
    back_to = _before(tree, way, state, node, path)
    before = None if back_to is None else number(back_to)
    return Stop(state, node, path, onward, again, before)


def _again(tree: Tree, way: Way, state: ConversationState, question: str) -> ConversationState:
    return change(tree, state, question) if way is Way.WHOLE else _until(tree, state, question)


def _before(tree: Tree, way: Way, state: ConversationState, node: Node, path: Walk) -> ConversationState | None:
    """The state that Back leads to; None where there is no such button."""
    ids = [met.id for met in visible_nodes(path)]
    if ids[0] == node.id:
        return None
    return back(tree, state) if way is Way.WHOLE else _until(tree, state, ids[ids.index(node.id) - 1])


def _until(tree: Tree, state: ConversationState, node_id: str) -> ConversationState:
    """The answers before a node, and none from there on."""
    answers = walk(tree, state.answers).answers
    before = list(answers)[: list(answers).index(node_id)]
    return ConversationState({one: answers[one] for one in before})


class _Found:
    """The states that were come to, each with its number."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {}
        self._waiting: deque[ConversationState] = deque()

    def __len__(self) -> int:
        return len(self._numbers)

    def number(self, state: ConversationState) -> int:
        same = (frozenset(state.answers.items()), state.at, state.then_ahead, state.dropped)
        if same not in self._numbers:
            self._numbers[same] = len(self._numbers)
            plain = ConversationState(
                state.answers, at=state.at, then_ahead=state.then_ahead, dropped=state.dropped
            )
            self._waiting.append(plain)
        return self._numbers[same]

    def each(self) -> Iterator[ConversationState]:
        while self._waiting:
            yield self._waiting.popleft()
