"""Numbers and dates, split where a condition could tell one from another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausetree.tree.amount import text_of
from clausetree.tree.model import Compared, Measure


def cells(node: Measure, limits: Iterable[Compared]) -> Iterator[str]:
    """Yield one answer of every stretch of answers that no limit divides, the lowest first.

    Limits that other questions are held to are passed over.
    """
    starts = {node.least}
    for limit in limits:
        if limit.question == node.id:
            starts |= {start for start in _starts(limit) if node.least < start <= node.most}
    yield from (text_of(node.scale, start) for start in sorted(starts))


def _starts(limit: Compared) -> tuple[int, ...]:
    """Return the amounts at which the answer to `limit` may change."""
    match limit.sign:
        case "<" | ">=":
            return (limit.amount,)
        case "<=" | ">":
            return (limit.amount + 1,)
        case _:
            return (limit.amount, limit.amount + 1)
