"""The duties of two versions of a tree, paired off: what is left over was added or dropped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher

from clausetree.tree.compare.changes import Change, DutyAdded, DutyChanged, DutyDropped
from clausetree.tree.model import Duty, Tree, duties

type _DutyAtNode = tuple[str, Duty]
"""A duty and the node that lays it down."""

_ALIKE = 0.6
"""Two wordings that share so much of their text are the same duty, reworded."""


def compare_duties(before: Tree, after: Tree) -> Iterator[Change]:
    """Yield every duty that was added, dropped or changed.

    A duty is the same when the same person is to do the same at the same node; then, when it only
    moved; then, when it was only reworded.
    """
    old, new = _duties_with_nodes(before), _duties_with_nodes(after)
    pairs: list[tuple[_DutyAtNode, _DutyAtNode]] = []
    for same in (_identical, _same_place, _same_words, _alike):
        pairs += _take_pairs(old, new, same)
    for (before_node, was), (after_node, now) in pairs:
        if (before_node, was) != (after_node, now):
            yield DutyChanged(before_node, was, after_node, now)
    yield from (DutyDropped(node, duty) for node, duty in old)
    yield from (DutyAdded(node, duty) for node, duty in new)


def _duties_with_nodes(tree: Tree) -> list[_DutyAtNode]:
    return [(node.id, duty) for node in tree.nodes for duty in duties(node)]


def _take_pairs(
    old: list[_DutyAtNode], new: list[_DutyAtNode], same: Callable[[_DutyAtNode, _DutyAtNode], bool]
) -> Iterator[tuple[_DutyAtNode, _DutyAtNode]]:
    """Take every pair that is the `same` out of both lists."""
    for was in list(old):
        now = next((candidate for candidate in new if same(was, candidate)), None)
        if now is not None:
            old.remove(was)
            new.remove(now)
            yield was, now


def _identical(was: _DutyAtNode, now: _DutyAtNode) -> bool:
    return was == now


def _same_place(was: _DutyAtNode, now: _DutyAtNode) -> bool:
    return was[0] == now[0] and _same_words(was, now)


def _same_words(was: _DutyAtNode, now: _DutyAtNode) -> bool:
    return (was[1].who, was[1].what.text) == (now[1].who, now[1].what.text)


def _alike(was: _DutyAtNode, now: _DutyAtNode) -> bool:
    if (was[0], was[1].who) != (now[0], now[1].who):
        return False
    return SequenceMatcher(None, was[1].what.text, now[1].what.text).ratio() >= _ALIKE
