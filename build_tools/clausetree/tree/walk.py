"""Following a tree with a reader's answers, and finding every way through it."""

from __future__ import annotations

import operator
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from clausetree.tree.condition import Condition, facts, holds
from clausetree.tree.model import (
    Compared,
    Duty,
    Fact,
    ManyOf,
    Measure,
    Node,
    OneOf,
    Outcome,
    Picked,
    Question,
    Route,
    Step,
    Tree,
    Visit,
    duties,
)
from clausetree.tree.paths.representatives import cells
from clausetree.tree.scalar import amount_of, text_of

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
        case Measure():
            amounts = [amount_of(node.scale, text) for text in answer]
            return len(amounts) == 1 and amounts[0] is not None and node.least <= amounts[0] <= node.most
        case Step():
            return answer == DONE
        case Route() | Visit() | Outcome():
            return False


def applies(duty: Duty, answers: Answers) -> bool:
    """Return whether `duty` is laid down on a reader with these answers."""
    return duty.when is None or is_true(duty.when, answers)


def is_true(condition: Condition[Fact], answers: Answers) -> bool:
    """Return whether `condition` holds; no fact is true of a question that was not asked."""
    return holds(condition, lambda fact: is_fact(fact, answers.get(fact.question, frozenset())))


def is_fact(fact: Fact, answer: Answer) -> bool:
    """Return whether `fact` is true of the answer to its question, which is empty if that was not asked."""
    if isinstance(fact, Picked):
        return fact.option in answer
    amounts = [amount_of(fact.scale, text) for text in answer]
    return any(amount is not None and _SIGNS[fact.sign](amount, fact.amount) for amount in amounts)


_SIGNS = {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "is": operator.eq}


def _onward(node: Node, answers: Answers) -> str | None:
    if isinstance(node, Route):
        ways = (branch.goes_to for branch in node.branches if is_true(branch.when, answers))
        return next(ways, node.otherwise)
    if isinstance(node, Visit):
        return node.goes_to
    answer = answers.get(node.id)
    if answer is None:
        return None
    match node:
        case OneOf():
            return next(option.goes_to for option in node.options if option.id in answer)
        case ManyOf() | Measure() | Step():
            return node.goes_to
        case Outcome():
            return None


def possible_answers(tree: Tree, node: Question | Step) -> Iterator[Answer]:
    """Yield every answer that `node` can be given.

    Of numbers and dates there are too many: of those that no condition tells apart, one stands for all.
    """
    match node:
        case OneOf():
            yield from (frozenset({option.id}) for option in node.options)
        case ManyOf():
            ids = [choice.id for choice in node.choices]
            for size in range(1, len(ids) + 1):
                yield from (frozenset(some) for some in combinations(ids, size))
            if node.none:
                yield frozenset({node.none.id})
        case Measure():
            yield from (frozenset({text_of(node.scale, first)}) for first, _ in cells(node, limits(tree)))
        case Step():
            yield DONE


def beside(tree: Tree, node: Measure) -> Iterator[Answer]:
    """Yield the amounts right beside each limit that a condition sets to a question, or its least."""
    ends = [end for cell in cells(node, limits(tree)) for end in cell]
    yield from (frozenset({text_of(node.scale, end)}) for end in sorted(set(ends[1:-1])) or [node.least])


def limits(tree: Tree) -> list[Compared]:
    """Return every limit that a condition of the tree sets."""
    spoken_of = (fact for condition in all_conditions(tree) for fact in facts(condition))
    return [fact for fact in spoken_of if isinstance(fact, Compared)]


def conditions(node: Node) -> Iterator[Condition[Fact]]:
    """Yield the conditions that stand at `node`."""
    if isinstance(node, Route):
        yield from (branch.when for branch in node.branches)
    yield from (duty.when for duty in duties(node) if duty.when)


def all_conditions(tree: Tree) -> Iterator[Condition[Fact]]:
    """Yield every condition of the tree."""
    for node in tree.nodes:
        yield from conditions(node)


def paths(tree: Tree) -> Iterator[Walk]:
    """Yield every complete way through `tree`. There may be very many: this is for small trees."""
    waiting: list[dict[str, Answer]] = [{}]
    while waiting:
        answers = waiting.pop()
        way = walk(tree, answers)
        match way.at:
            case OneOf() | ManyOf() | Measure() | Step() as node:
                nexts = [{**answers, node.id: answer} for answer in possible_answers(tree, node)]
                waiting += reversed(nexts)
            case Outcome():
                yield way
            case Route() | Visit():
                raise AssertionError(f"{way.at.id} has no way on: the tree was not checked")
