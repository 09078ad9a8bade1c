"""What is aligned: the units of a version in reading order, and what each stands under."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from clausetree.history.alignment.similarity import words_of
from clausetree.policy.clause import Clause, ClauseKind, Standing
from clausetree.policy.clauses.unanchored import Unanchored

LONG = 8
NOTHING = -1
"""The place of what stands above everything."""


@dataclass(frozen=True, slots=True)
class AlignedUnit:
    """A clause with its `words`, or its signs where it has none, and the place of what it stands `under`.

    `anchor` is the one that is written, or "" where none is.
    """

    clause: Clause
    anchor: str
    under: int
    words: tuple[str, ...]

    @property
    def is_long(self) -> bool:
        """Whether its words are so many that no other clause has them by chance."""
        return len(self.words) >= LONG

    @property
    def is_heading(self) -> bool:
        """Whether it is a heading."""
        return self.clause.kind is ClauseKind.HEADING

    @property
    def is_editorial(self) -> bool:
        """Whether these are the publisher's words, and none of the policy's."""
        return self.clause.standing is Standing.EDITORIAL


def units_of(clauses: Sequence[Clause], unanchored: Iterable[Unanchored] = ()) -> tuple[AlignedUnit, ...]:
    """Return the units of a version; `unanchored` are those that stand between the others without an anchor."""
    lost = list(unanchored)
    under = {id(each.clause): each.under for each in lost}
    order = list(clauses)
    if lost:
        order = sorted([*clauses, *(each.clause for each in lost)], key=lambda clause: clause.span.start)
    places = _Places(order)
    return tuple(
        AlignedUnit(
            clause,
            "" if id(clause) in under else clause.anchor,
            places.under(at, under.get(id(clause))),
            words_of(clause.text) or (clause.text,),
        )
        for at, clause in enumerate(order)
    )


class _Places:
    """Where the units of `order` stand: by anchor, or by their beginning where they have none yet."""

    def __init__(self, order: Sequence[Clause]) -> None:
        self._order = order
        self._named = {clause.anchor: at for at, clause in reversed(list(enumerate(order))) if clause.anchor}
        self._begun = {clause.span.start: at for at, clause in enumerate(order)}
        self._headings = [at for at, clause in enumerate(order) if clause.kind is ClauseKind.HEADING]

    def under(self, at: int, known: Clause | None) -> int:
        """Return the place of what the unit at `at` stands under, which is always before it."""
        clause = self._order[at]
        if known is not None:
            found = self._begun.get(known.span.start, NOTHING)
        else:
            found = self._named.get(clause.parent or clause.section or "", NOTHING)
        if found == NOTHING and clause.kind is not ClauseKind.HEADING:
            before = bisect(self._headings, at)
            found = self._headings[before - 1] if before else NOTHING
        return found if found < at else NOTHING
