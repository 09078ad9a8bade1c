"""Numbers and dates, split where a condition could tell one from another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from clausetree.tree.model import Compared, Measure
from clausetree.tree.scalar import Sign


def intervals(node: Measure, limits: Iterable[Compared]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of every stretch of answers that no limit divides, the lowest stretch first.

    All `limits` are those that it is held to. Of a date and a time, the stretches are of days.
    """
    starts = {node.least}
    for limit in limits:
        starts |= {start for start in boundaries(limit) if node.least < start <= node.most}
    firsts = sorted(starts)
    yield from zip(firsts, [*(first - 1 for first in firsts[1:]), node.most], strict=True)


def beside_limits(node: Measure, limits: Iterable[Compared]) -> Iterator[int]:
    """Yield the answers right beside each limit, the lowest first; the least where a question has no limit."""
    ends = [end for interval in intervals(node, limits) for end in interval]
    yield from sorted(set(ends[1:-1])) or [node.least]


def boundaries(limit: Compared) -> tuple[int, ...]:
    """Return the first answers of the intervals that `limit` parts."""
    match limit.sign:
        case Sign.LESS | Sign.AT_LEAST:
            return (limit.amount,)
        case Sign.AT_MOST | Sign.MORE:
            return (limit.amount + 1,)
        case Sign.IS:
            return (limit.amount, limit.amount + 1)
        case _:
            assert_never(limit.sign)
