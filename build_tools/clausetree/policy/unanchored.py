"""Words without an anchor, and the anchor that they should have."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from clausetree.policy.blocks import Shape
from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.naming import item_anchor
from clausetree.policy.problems import MissingAnchor
from clausetree.report.span import Span

_NAMELESS = "a-name-of-its-own"


@dataclass(frozen=True, slots=True)
class Unanchored:
    """A clause whose `anchor` is what its number asks for; "" where only its author can know a name for it.

    `beginning` is where to show it.
    """

    clause: Clause
    shape: Shape
    beginning: Span


def with_anchors(
    unanchored: Iterable[Unanchored], clauses: Iterable[Clause], published: Collection[str]
) -> Iterator[tuple[MissingAnchor, Clause | None]]:
    """Yield the fault of each, and what it is once it has the anchor that it should have, where that is plain.

    An anchor that was `published` and is gone belongs to the only words that have lost theirs.
    """
    taken = {clause.anchor for clause in clauses}
    wanted = [replace(lost, clause=_with_letter(lost.clause, taken)) for lost in unanchored]
    named = taken | {lost.clause.anchor for lost in wanted}
    gone = [anchor for anchor in published if anchor not in named]
    nameless = [lost for lost in wanted if not lost.clause.anchor]
    only = gone[0] if len(gone) == len(nameless) == 1 else ""
    for lost in wanted:
        anchor = lost.clause.anchor or only
        number = None if lost.clause.kind is ClauseKind.SUB_ITEM else lost.clause.number
        fault = MissingAnchor(lost.beginning, number, lost.shape.name.lower(), anchor or _NAMELESS)
        yield fault, replace(lost.clause, anchor=anchor) if anchor and anchor not in taken else None
        taken.add(anchor)


def _with_letter(clause: Clause, taken: Collection[str]) -> Clause:
    """Return an item of a clause with the first letter from its own on that no other item has."""
    if clause.kind is not ClauseKind.SUB_ITEM or clause.anchor not in taken:
        return clause
    free = (item_anchor(clause.parent or "", at) for at in range(1, len(taken) + 2))
    return replace(clause, anchor=next(anchor for anchor in free if anchor not in taken))
