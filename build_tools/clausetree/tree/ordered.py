"""Answers that conditions compare with each other.

There are too many of them to try all, and yet what is tried is exact. Questions that are compared, directly
or through others, are a group. All of its bounds and limits part the answers into stretches. Within one,
conditions go by the order of the answers alone, and any order can be had with the lowest answers of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise
from typing import assert_never

from clausetree.tree.intervals import boundaries
from clausetree.tree.model import Compared, Fact, Measure, Ordered, Tree
from clausetree.tree.scalar import Sign
from clausetree.tree.scale import NumberScale, Scale

STANDINGS = (Sign.LESS, Sign.IS, Sign.MORE)
"""How one answer can stand to another."""


def beside(sign: Sign) -> tuple[Sign, ...]:
    """Return how answers have to stand to each other for readers to see that a comparison has this sign."""
    match sign:
        case Sign.LESS | Sign.AT_LEAST:
            return Sign.LESS, Sign.IS
        case Sign.AT_MOST | Sign.MORE:
            return Sign.IS, Sign.MORE
        case Sign.IS:
            return STANDINGS
        case _:
            assert_never(sign)


def joint_scale(one: Scale, other: Scale) -> Scale | None:
    """Return a scale on which the answers to both can be counted; None where they are of two kinds."""
    one, other = one.of_limits, other.of_limits
    if isinstance(one, NumberScale) and isinstance(other, NumberScale):
        return max(one, other, key=lambda scale: scale.places) if one.currency == other.currency else None
    return one if one == other else None


def groups(pairs: Iterable[tuple[str, str]]) -> list[frozenset[str]]:
    """Return the questions that are compared with each other, directly or through others."""
    found: list[frozenset[str]] = []
    for pair in pairs:
        joined = frozenset(pair).union(*(group for group in found if not group.isdisjoint(pair)))
        found = [*(group for group in found if group.isdisjoint(pair)), joined]
    return found


def pairs_in(spoken_of: Iterable[Fact]) -> Iterator[tuple[str, str]]:
    """Yield the two questions of each comparison."""
    yield from ((fact.question, fact.other) for fact in spoken_of if isinstance(fact, Ordered))


def limits_between(tree: Tree, spoken_of: Collection[Fact]) -> Iterator[Compared]:
    """Yield limits that tell apart, beside those that conditions set, what comparisons of answers could."""
    for group in groups(pairs_in(spoken_of)):
        # Who looks for circles takes out the questions of those found.
        members = [node for name in sorted(group) if isinstance(node := tree.node(name), Measure)]
        names = {one.id for one in members}
        limits = [fact for fact in spoken_of if isinstance(fact, Compared) and fact.question in names]
        yield from _within(members, limits)


def _within(members: list[Measure], limits: list[Compared]) -> Iterator[Compared]:
    step = _steps(members)
    starts = {edge * step[one.id] for one in members for edge in (one.least, one.most + 1)}
    # Answers right beside a limit stand for themselves alone: scenarios are to show those.
    starts |= {
        (start + beside) * step[limit.question]
        for limit in limits
        for start in boundaries(limit)
        for beside in (-1, 0, 1)
    }
    for first, end in pairwise(sorted(starts)):
        here = [one for one in members if one.least * step[one.id] <= first <= one.most * step[one.id]]
        for amount in _lowest(first, end, [step[one.id] for one in here]):
            for one in here:
                if amount % step[one.id] == 0:
                    yield Compared(one.id, Sign.LESS, one.scale.of_limits, amount // step[one.id])


def _steps(members: Iterable[Measure]) -> dict[str, int]:
    """Return how many of the smallest steps of all lie between two answers to each question."""
    places = {one.id: one.scale.places for one in members if isinstance(one.scale, NumberScale)}
    finest = max(places.values(), default=0)
    return {one.id: 10 ** (finest - places.get(one.id, finest)) for one in members}


def _lowest(first: int, end: int, steps: Collection[int]) -> set[int]:
    """Return the amounts from `first` on, below `end`, with which as many answers can stand in any order.

    One question may take fewer decimal places than another: then what comes next is the next of its own steps.
    """
    found: set[int] = set()
    reached = {first - 1}
    for _ in steps:
        onward = {-(-(amount + 1) // step) * step for amount in reached for step in set(steps)}
        reached = {amount for amount in onward if amount < end}
        found |= reached
    return found
