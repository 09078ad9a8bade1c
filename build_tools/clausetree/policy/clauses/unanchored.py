"""Words without an anchor, and the anchor that they should have."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.clauses.naming import item_tail
from clausetree.policy.document import Shape
from clausetree.policy.problems.anchors import MissingAnchor
from clausetree.report.grouped import MANY
from clausetree.report.source import Source
from clausetree.report.span import Span

_NAMELESS = "a-name-of-its-own"


@dataclass(frozen=True, slots=True)
class Unanchored:
    """A clause whose `anchor` is what its number asks for; "" where only its author can know a name for it.

    `beginning` is where to show it, and at `end` ends the line that its anchor is to stand on or under.
    It stands `under` the clause that it is an item of, or the heading above; an item's anchor ends in `tail`.
    """

    clause: Clause
    shape: Shape
    beginning: Span
    end: int
    under: Clause | None
    tail: str


def with_anchors(
    unanchored: Iterable[Unanchored], clauses: Iterable[Clause], published: Collection[str]
) -> Iterator[tuple[MissingAnchor, Clause | None]]:
    """Yield the fault of each, and what it is once it has the anchor that it should have, where that is plain.

    An anchor that was `published` and is gone belongs to the only words that have lost theirs.
    """
    taken = {clause.anchor for clause in clauses}
    wanted = [replace(lost, clause=_with_letter(lost, taken)) for lost in unanchored]
    named = taken | {lost.clause.anchor for lost in wanted}
    gone = [anchor for anchor in published if anchor not in named]
    nameless = [lost for lost in wanted if not lost.clause.anchor]
    only = gone[0] if len(gone) == len(nameless) == 1 else ""
    for lost in wanted:
        anchor = lost.clause.anchor or only
        number = None if lost.clause.kind is ClauseKind.SUB_ITEM else lost.clause.number
        free = not anchor or anchor not in taken
        suggestion = (anchor or _NAMELESS) if free else ""
        fault = MissingAnchor(lost.beginning, number, lost.shape, suggestion)
        yield fault, replace(lost.clause, anchor=anchor) if anchor and free else None
        taken.add(anchor)


def told_once(missing: Sequence[MissingAnchor], source: Source) -> list[MissingAnchor]:
    """Return one fault where there are so many that the policy was pasted."""
    if len(missing) < MANY:
        return list(missing)
    first, *others = missing
    lines = tuple(source.place(other.span.start)[0] for other in others)
    return [MissingAnchor(first.span, first.number, first.shape, first.suggestion, lines)]


def _with_letter(lost: Unanchored, taken: Collection[str]) -> Clause:
    """Return an item of a clause with the first letter from its own on that no other item has."""
    clause = lost.clause
    if clause.kind is not ClauseKind.SUB_ITEM or clause.anchor not in taken:
        return clause
    return replace(clause, anchor=next_item(clause.parent or "", lost.under, taken))


def next_item(base: str, parent: Clause | None, taken: Collection[str]) -> str:
    """Return the first anchor of an item of `parent`, whose anchor is `base`, that no other words have."""
    free = (f"{base}-{item_tail(parent, at)}" for at in range(1, len(taken) + 2))
    return next(anchor for anchor in free if anchor not in taken)
