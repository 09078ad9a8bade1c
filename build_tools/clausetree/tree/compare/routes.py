"""What became of a route between two versions of a tree."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.tree.compare.changes import Change, RouteChanged, RowsChanged
from clausetree.tree.model import Branch, Route


def route_changes(before: Route, after: Route) -> Iterator[Change]:
    """Yield that a route decides otherwise; of a table, the rows that differ, where some stayed."""
    old, new = before.branches, after.branches
    stayed, still = (tuple(_in(one, other)) for one, other in ((old, new), (new, old)))
    order_counts = before.first or after.first
    alike = len(stayed) == len(old) == len(new) and (stayed == still or not order_counts)
    if alike and (before.otherwise, before.first) == (after.otherwise, after.first):
        return
    are_tables = before.columns and after.columns and before.first == after.first
    if are_tables and stayed and (stayed == still or not order_counts):
        dropped, added = (tuple(branch for branch in one if branch not in still) for one in (old, new))
        yield RowsChanged(before, after, dropped, added)
    else:
        yield RouteChanged(before, after)


def _in(branches: tuple[Branch, ...], others: tuple[Branch, ...]) -> Iterator[Branch]:
    return (branch for branch in branches if branch in others)
