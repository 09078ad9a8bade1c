"""Following a tree with a reader's answers, and finding every way through it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from clausetree.tree.condition import Condition, holds
from clausetree.tree.model import (
    Duty,
    ManyOf,
    Node,
    OneOf,
    Outcome,
    Picked,
    Question,
    Route,
    Step,
    Tree,
    duties,
)

type Answer = frozenset[str]
"""The ids of the options that a reader picked at a question; `DONE` at a step."""

type Answers = Mapping[str, Answer]
"""Answers by the id of their question or step. None needs to fit: `walk` takes those that do."""

DONE: Answer = frozenset({"done"})
"""What a reader answers to a step."""


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a reader's answers lead.

    `nodes` are those met, in order; the last is the outcome, or what waits for an answer. `answers`
    are those that counted, in that order, and `dropped` the questions whose answers did not: they
    lie off the way, or are none that the question offers.
    """

    nodes: tuple[Node, ...]
    answers: Mapping[str, Answer]
    duties: tuple[Duty, ...]
    dropped: tuple[str, ...]

    @property
    def at(self) -> Node:
        """The node that the reader has come to."""
        return self.nodes[-1]


def walk(tree: Tree, answers: Answers) -> Walk:
    """Follow `tree` from its start for as long as `answers` say where to go."""
    node = tree.node(tree.start)
    met: list[Node] = [node]
    counted: dict[str, Answer] = {}
    due: list[Duty] = []
    while True:
        due += [duty for duty in duties(node) if applies(duty, counted)]
        if node.id in answers and fits(node, answers[node.id]):
            counted[node.id] = answers[node.id]
        onward = _onward(node, counted)
        if onward is None:
            dropped = tuple(question for question in answers if question not in counted)
            return Walk(tuple(met), counted, tuple(dict.fromkeys(due)), dropped)
        node = tree.node(onward)
        met.append(node)


def fits(node: Node, answer: Answer) -> bool:
    """Return whether `answer` is one that `node` can be given."""
    match node:
        case OneOf():
            return len(answer) == 1 and answer <= {option.id for option in node.options}
        case ManyOf():
            if node.none and node.none.id in answer:
                return len(answer) == 1
            return bool(answer) and answer <= {choice.id for choice in node.choices}
        case Step():
            return answer == DONE
        case Route() | Outcome():
            return False


def applies(duty: Duty, answers: Answers) -> bool:
    """Return whether `duty` is laid down on a reader with these answers."""
    return duty.when is None or is_true(duty.when, answers)


def is_true(condition: Condition[Picked], answers: Answers) -> bool:
    """Return whether `condition` holds; nothing was picked at a question that was not asked."""
    return holds(condition, lambda fact: fact.option in answers.get(fact.question, frozenset()))


def _onward(node: Node, answers: Answers) -> str | None:
    if isinstance(node, Route):
        ways = (branch.goes_to for branch in node.branches if is_true(branch.when, answers))
        return next(ways, node.otherwise)
    answer = answers.get(node.id)
    if answer is None:
        return None
    match node:
        case OneOf():
            return next(option.goes_to for option in node.options if option.id in answer)
        case ManyOf() | Step():
            return node.goes_to
        case Outcome():
            return None


def possible_answers(node: Question | Step) -> Iterator[Answer]:
    """Yield every answer that `node` can be given."""
    match node:
        case OneOf():
            yield from (frozenset({option.id}) for option in node.options)
        case ManyOf():
            ids = [choice.id for choice in node.choices]
            for size in range(1, len(ids) + 1):
                yield from (frozenset(some) for some in combinations(ids, size))
            if node.none:
                yield frozenset({node.none.id})
        case Step():
            yield DONE


def paths(tree: Tree) -> Iterator[Walk]:
    """Yield every complete way through `tree`. There may be very many: this is for small trees."""
    waiting: list[dict[str, Answer]] = [{}]
    while waiting:
        answers = waiting.pop()
        way = walk(tree, answers)
        match way.at:
            case OneOf() | ManyOf() | Step() as node:
                nexts = [{**answers, node.id: answer} for answer in possible_answers(node)]
                waiting += reversed(nexts)
            case Outcome():
                yield way
            case Route():
                raise AssertionError(f"route {way.at.id} has no way on: the tree was not checked")
