"""What can be answered at a question or a step: the one place that goes through all answers to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import chain, combinations, product
from typing import assert_never

from clausetree.tree.intervals import beside_limits, intervals
from clausetree.tree.model import (
    Choice,
    Compared,
    Fact,
    ManyOf,
    Measure,
    Node,
    OneOf,
    Option,
    Outcome,
    Picked,
    Points,
    Question,
    Route,
    Step,
    Unsure,
    Visit,
)
from clausetree.tree.scalar import amount_of, answer_of, scalar_of, scalar_text, written_scalar

type Answer = frozenset[str]
"""The ids of the options that a reader picked at a question; `DONE` at a step."""

type Answers = Mapping[str, Answer]
"""Answers by the id of their question or step. None needs to fit: `walk` takes those that do."""

DONE: Answer = frozenset({"done"})
"""What a reader answers to a step."""


class Detail(Enum):
    """How many answers to a question are gone through. Numbers and dates are always too many for all."""

    EVERY = auto()
    """Every option, and every set of choices. Of scalars that no fact tells apart, the lowest.

    Here, and in all but `REPRESENTATIVES`, that she does not know is an answer of its own.
    """

    FACTS = auto()
    """As `EVERY`, but each set of the choices that facts speak of is picked together with all the others."""

    LIMITS = auto()
    """As `FACTS`, but of scalars those right beside each limit."""

    REPRESENTATIVES = auto()
    """One answer for all that lead to one node and that no fact tells apart."""


def fits(node: Node, answer: Answer) -> bool:
    """Return whether `answer` is one that `node` can be given."""
    if is_unsure(node, answer):
        return True
    match node:
        case OneOf():
            return len(answer) == 1 and answer <= {option.id for option in node.options}
        case ManyOf():
            if node.none and node.none.id in answer:
                return len(answer) == 1
            return bool(answer) and answer <= {choice.id for choice in node.choices}
        case Measure():
            return len(answer) == 1 and all(_takes(node, text) for text in answer)
        case Step():
            return answer == DONE
        case Route() | Visit() | Outcome():
            return False
        case _:
            assert_never(node)


def is_unsure(node: Node, answer: Answer) -> bool:
    """Return whether a reader with this answer said that she does not know."""
    unsure = node.unsure if isinstance(node, OneOf | ManyOf | Measure) else None
    return unsure is not None and answer == {unsure.id}


def meant(node: Node, answer: Answer) -> Answer:
    """Return what an answer counts as: itself, but where a reader does not know."""
    if not (isinstance(node, OneOf | ManyOf | Measure) and node.unsure and is_unsure(node, answer)):
        return answer
    if isinstance(node, Measure) and not node.unsure.counts_as:
        return frozenset({answer_of(node.scale, node.most)})
    return frozenset(node.unsure.counts_as)


def kept(node: Node, answer: Answer) -> Answer:
    """Return an answer in the one form in which it is kept: "2.50" as "2.5". What is none stays as it is."""
    if not isinstance(node, Measure):
        return answer
    scalars = ((text, written_scalar(node.scale, text)) for text in answer)
    return frozenset(text if scalar is None else scalar_text(node.scale, scalar) for text, scalar in scalars)


def everything_offered(question: Question) -> tuple[Option | Choice | Unsure, ...]:
    """Return what a question offers, in the order shown, and last that a reader does not know."""
    return (*offered(question), question.unsure) if question.unsure else offered(question)


def offered(question: Question) -> tuple[Option | Choice, ...]:
    """Return the answers that a question offers, in the order shown; nothing where a scalar is asked for."""
    match question:
        case OneOf():
            return question.options
        case ManyOf():
            return (*question.choices, question.none) if question.none else question.choices
        case Measure():
            return ()
        case _:
            assert_never(question)


def answers_with_targets(
    node: Question | Step, facts: Collection[Fact], detail: Detail
) -> Iterator[tuple[Answer, str]]:
    """Yield the answers to a node, each with the node that it leads to.

    `facts` are those about it that conditions speak of.
    """
    match node:
        case OneOf():
            for option in _options(node, facts, detail):
                yield frozenset({option.id}), option.goes_to
            if _asks_unsure(node, detail):
                counted = meant(node, _unsure_of(node))
                yield from ((_unsure_of(node), one.goes_to) for one in node.options if one.id in counted)
        case ManyOf():
            for picked in _sets_of_choices(node, facts, detail):
                yield frozenset(picked), node.goes_to
            if _asks_unsure(node, detail):
                yield _unsure_of(node), node.goes_to
        case Measure():
            for amount in _amounts(node, facts, detail):
                yield frozenset({answer_of(node.scale, amount)}), node.goes_to
            if _asks_unsure(node, detail):
                yield _unsure_of(node), node.goes_to
        case Step():
            yield DONE, node.goes_to
        case _:
            assert_never(node)


def representatives(question: OneOf | ManyOf, facts: Collection[Fact]) -> dict[str, str]:
    """Return, for everything that a question offers, what stands for it.

    That is the first which leads to the same node and adds as much, of those that no fact speaks of. What a
    fact speaks of stands for itself, and so does “none of these”. For not to know stands the one answer that it
    counts as, and where it may be several, itself.
    """
    mentioned = _mentioned(facts)
    first: dict[tuple[str, tuple[Points, ...]], str] = {}
    found: dict[str, str] = {}
    for one in offered(question):
        alone = one.id in mentioned or (isinstance(question, ManyOf) and one is question.none)
        target = one.goes_to if isinstance(one, Option) else ""
        found[one.id] = one.id if alone else first.setdefault((target, one.adds), one.id)
    if question.unsure:
        (counted,) = question.unsure.counts_as if isinstance(question, OneOf) else (question.unsure.id,)
        found[question.unsure.id] = found.get(counted, counted)
    return found


def _asks_unsure(question: Question, detail: Detail) -> bool:
    return question.unsure is not None and detail is not Detail.REPRESENTATIVES


def _unsure_of(question: Question) -> Answer:
    assert question.unsure, "whoever asks has seen that there is one"
    return frozenset({question.unsure.id})


def _options(node: OneOf, facts: Collection[Fact], detail: Detail) -> Iterator[Option]:
    stands_for = representatives(node, facts)
    for option in node.options:
        if detail is not Detail.REPRESENTATIVES or stands_for[option.id] == option.id:
            yield option


def _sets_of_choices(node: ManyOf, facts: Collection[Fact], detail: Detail) -> Iterator[tuple[str, ...]]:
    spoken_of = _mentioned(facts)
    mentioned: list[str] = []
    counted: dict[tuple[Points, ...], list[str]] = {}
    others: list[str] = []
    for choice in node.choices:
        if detail is Detail.EVERY or choice.id in spoken_of:
            mentioned.append(choice.id)
        elif choice.adds:
            counted.setdefault(choice.adds, []).append(choice.id)
        else:
            others.append(choice.id)
    together = () if detail is Detail.REPRESENTATIVES else tuple(others)
    how_many = [*product(*(_each_count(alike, detail) for alike in counted.values()))]
    for size in range(len(mentioned) + 1):
        for some in combinations(mentioned, size):
            picked = ((*some, *chain.from_iterable(parts), *together) for parts in how_many)
            yield from (one for one in picked if one)
    alone = detail is Detail.REPRESENTATIVES and others
    if alone:
        yield (others[0],)
    # What adds points of its own stands for nothing else, and nothing else for it.
    if node.none and (node.none.id in spoken_of or node.none.adds or not alone):
        yield (node.none.id,)


def _each_count(alike: Sequence[str], detail: Detail) -> list[Sequence[str]]:
    """Return as many of the choices that add as much as can be picked: it counts how many, and not which."""
    found = [alike[:size] for size in range(len(alike) + 1)]
    # Whoever looks for what is shown wants each of them left out as well, the first too.
    return found if detail is Detail.REPRESENTATIVES or len(alike) == 1 else [*found, alike[-1:]]


def _takes(node: Measure, text: str) -> bool:
    amount = amount_of(node.scale, text)
    in_bounds = amount is not None and node.least <= amount <= node.most
    return in_bounds and scalar_of(node.scale, text) is not None


def _amounts(node: Measure, facts: Collection[Fact], detail: Detail) -> Iterator[int]:
    limits = [fact for fact in facts if isinstance(fact, Compared)]
    if detail is Detail.LIMITS:
        return beside_limits(node, limits)
    return (first for first, _ in intervals(node, limits))


def _mentioned(facts: Collection[Fact]) -> set[str]:
    return {fact.option for fact in facts if isinstance(fact, Picked)}
