"""Every stop of the conversation that a course can come to, and where each thing that a learner does leads."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
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
from clausetree.tree.model import ManyOf, Measure, Node, OneOf, Step, Tree
from clausetree.tree.typed import typed_fields
from clausetree.tree.walk import Walk, remembered


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


def stops(tree: Tree, way: Way, most: int) -> list[Stop] | None:
    """Return every stop, the first of which begins the conversation; None where there are more than `most`."""
    found = _Found(tree, way)
    found.number(ConversationState())
    made: list[Stop] = []
    for state in found.each():
        made.append(found.stop(state))
        if len(found) > most:
            return None
    return made


class _Found:
    """The states that were come to, each with its number, and where they lead."""

    def __init__(self, tree: Tree, way: Way) -> None:
        self._tree, self._way = tree, way
        self._asked = {node.id: tuple(answers) for node, answers in _kinds(tree)}
        self._follow = remembered()  # most states have the answers of others
        self._numbers: dict[object, int] = {}
        self._waiting: deque[ConversationState] = deque()

    def __len__(self) -> int:
        return len(self._numbers)

    def number(self, state: ConversationState) -> int:
        """Return the number of a state, and go on from it later if nobody has come to it before."""
        same = (frozenset(state.answers.items()), state.at, state.then_ahead, state.dropped)
        if same not in self._numbers:
            self._numbers[same] = len(self._numbers)
            plain = ConversationState(
                state.answers, at=state.at, then_ahead=state.then_ahead, dropped=state.dropped
            )
            self._waiting.append(plain)
        return self._numbers[same]

    def each(self) -> Iterator[ConversationState]:
        """Yield every state that was given a number, also while this goes on."""
        while self._waiting:
            yield self._waiting.popleft()

    def stop(self, state: ConversationState) -> Stop:
        """Return where all that can be done leads from a state."""
        tree = self._tree
        node, path = shown(tree, state, self._follow), self._follow(tree, state.answers)
        onward = {
            given: self.number(self._onward(state, node, given)) for given in self._asked.get(node.id, ())
        }
        questions = [one for one in path.answers if one != node.id and not isinstance(tree.node(one), Step)]
        again = {one: self.number(self._again(state, one)) for one in questions}
        before = self._before(state, node, path)
        return Stop(state, node, path, onward, again, None if before is None else self.number(before))

    def _onward(self, state: ConversationState, node: Node, given: Answer) -> ConversationState:
        return answer(self._tree, state, node.id, _given(node, given), self._follow)

    def _again(self, state: ConversationState, question: str) -> ConversationState:
        if self._way is Way.WHOLE:
            return change(self._tree, state, question, self._follow)
        return self._until(state, question)

    def _before(self, state: ConversationState, node: Node, path: Walk) -> ConversationState | None:
        """The state that Back leads to; None where there is no such button."""
        ids = [met.id for met in visible_nodes(path)]
        if ids[0] == node.id:
            return None
        if self._way is Way.WHOLE:
            return back(self._tree, state, self._follow)
        return self._until(state, ids[ids.index(node.id) - 1])

    def _until(self, state: ConversationState, node_id: str) -> ConversationState:
        """The answers before a node, and none from there on."""
        answers = self._follow(self._tree, state.answers).answers
        before = list(answers)[: list(answers).index(node_id)]
        return ConversationState({one: answers[one] for one in before})


def _kinds(tree: Tree) -> Iterator[tuple[Node, list[Answer]]]:
    alike = Alike(tree)
    for node in tree.nodes:
        if isinstance(node, OneOf | ManyOf | Measure | Step):
            yield node, alike.answers(node)


def _given(node: Node, answer: Answer) -> tuple[str, ...]:
    """Return an answer as a reader gives it: what is picked, or what is typed, field by field."""
    return typed_fields(node.scale, "".join(answer)) if isinstance(node, Measure) else tuple(answer)
