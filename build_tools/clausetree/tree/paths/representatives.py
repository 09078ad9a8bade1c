"""Numbers and dates, split where a condition could tell one from another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausetree.tree.model import Compared, Measure


def cells(node: Measure, limits: Iterable[Compared]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of every stretch of answers that no limit divides, the lowest stretch first.

    Limits that other questions are held to are passed over.
    """
    starts = {node.least}
    for limit in limits:
        if limit.question == node.id:
            starts |= {start for start in starts_of(limit) if node.least < start <= node.most}
    firsts = sorted(starts)
    yield from zip(firsts, [*(first - 1 for first in firsts[1:]), node.most], strict=True)


def starts_of(limit: Compared) -> tuple[int, ...]:
    """Return the amounts at which the answer to `limit` may change."""
    match limit.sign:
        case "<" | ">=":
            return (limit.amount,)
        case "<=" | ">":
            return (limit.amount + 1,)
        case _:
            return (limit.amount, limit.amount + 1)
