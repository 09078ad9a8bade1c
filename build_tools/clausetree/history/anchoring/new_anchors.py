"""An anchor for every unit that has none: what a pasted policy is given in one go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.clauses.anchors import (
    anchor_of_item,
    anchor_of_words,
    is_numbered_anchor,
    tidied,
)
from clausetree.policy.clauses.naming import note_name
from clausetree.policy.clauses.unanchored import Unanchored, next_item
from clausetree.policy.document import Shape
from clausetree.policy.numbers.nouns import is_of_division
from clausetree.report.names import unused

_NO_WORDS = "part"


def new_anchors(
    unanchored: Iterable[Unanchored], taken: Iterable[str], own: Mapping[int, str], version: str
) -> list[tuple[Unanchored, str]]:
    """Return each unit, in reading order, with its anchor.

    Those anchors are `taken` that the policy, now in `version`, has, and that were ever published. `own` are
    those of units that were published before, by where each begins: they go to nothing else.
    """
    names = _Names(set(taken), own, version)
    return [(lost, names.add(lost)) for lost in unanchored]


class _Names:
    def __init__(self, taken: set[str], own: Mapping[int, str], version: str) -> None:
        self._taken = taken
        self._own = own
        self._version = version
        self._given: dict[int, str] = {}

    def add(self, lost: Unanchored) -> str:
        own = self._own.get(lost.clause.span.start, "")
        anchor = own if own and self._fits(own, lost) else self._new(lost)
        self._taken.add(anchor)
        self._given[lost.clause.span.start] = anchor
        return anchor

    def _fits(self, anchor: str, lost: Unanchored) -> bool:
        """Words with a letter before them are an item by the anchor that they have, and else a paragraph."""
        lettered = lost.clause.kind is ClauseKind.SUB_ITEM and lost.shape is Shape.PARAGRAPH
        return not lettered or anchor.startswith(f"{self._base(lost.under)}-")

    def _new(self, lost: Unanchored) -> str:
        clause = lost.clause
        if lost.tail:
            return self._of_item(lost)
        if clause.kind is ClauseKind.UNNUMBERED and lost.shape is Shape.PARAGRAPH:
            return self._of_paragraph(lost)
        if clause.anchor in self._taken:
            return unused(tidied(f"{clause.anchor}-from-{self._version}"), self._taken)
        return clause.anchor or unused(anchor_of_words(clause.title) or _NO_WORDS, self._taken)

    def _of_item(self, lost: Unanchored) -> str:
        base = self._base(lost.under)
        anchor = anchor_of_item(base, lost.tail)
        return anchor if anchor not in self._taken else next_item(base, lost.under, self._taken)

    def _of_paragraph(self, lost: Unanchored) -> str:
        note = anchor_of_words(note_name(lost.clause.text))
        if note:
            return unused(note, self._taken)
        base = self._base(lost.under)
        free = (f"{base}-{count}" for count in range(1, len(self._taken) + 2))
        return next(anchor for anchor in free if anchor not in self._taken)

    def _base(self, under: Clause | None) -> str:
        """Return what the anchors of words under a clause or a heading begin with.

        The form of a numbered clause's anchor is kept for those and their items.
        """
        if under is None:
            return _NO_WORDS
        base = self._given.get(under.span.start, under.anchor)
        if under.kind is ClauseKind.HEADING and under.number is not None and not is_of_division(under.number):
            # What begins with the anchor of "§ 1" is kept for its items.
            base = anchor_of_words(under.title) or base
        reserved = is_numbered_anchor(f"{base}-1") and (
            under.number is None or under.kind is ClauseKind.HEADING
        )
        return f"{_NO_WORDS}-{base}" if reserved else base
