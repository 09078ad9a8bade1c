"""An anchor for every unit that has none: what a pasted policy is given in one go."""

from __future__ import annotations

from collections.abc import Iterable

from clausetree.policy.clause import Clause, ClauseKind
from clausetree.policy.document import Shape
from clausetree.policy.history.meaning import SAME, likeness
from clausetree.policy.history.past import Past
from clausetree.policy.naming import note_name
from clausetree.policy.numbers.anchors import anchor_of_words, is_numbered_anchor, tidied, unused
from clausetree.policy.unanchored import Unanchored, next_item

_NO_WORDS = "part"


def new_anchors(
    unanchored: Iterable[Unanchored], anchors: Iterable[str], past: Past, version: str
) -> list[tuple[Unanchored, str]]:
    """Return each unit, in reading order, with its anchor.

    `anchors` are those that the policy, now in `version`, has. An anchor that was ever published is given to
    nothing but the words that were published under it.
    """
    names = _Names(set(anchors), past, version)
    return [(lost, names.add(lost)) for lost in unanchored]


class _Names:
    def __init__(self, taken: set[str], past: Past, version: str) -> None:
        records = past.history.records()
        last = past.last.clauses if past.last else ()
        self._gone = {clause.anchor: clause for clause in last if clause.anchor not in taken}
        self._taken = taken | set(records)
        self._version = version
        self._given: dict[int, str] = {}

    def add(self, lost: Unanchored) -> str:
        anchor = self._own(lost.clause) or self._new(lost)
        self._gone.pop(anchor, None)
        self._taken.add(anchor)
        self._given[lost.clause.span.start] = anchor
        return anchor

    def _own(self, clause: Clause) -> str:
        """Return the anchor under which the same words were published, or with its number nearly the same."""
        was = next((gone for gone in self._gone.values() if gone.digest == clause.digest), None)
        if was is None:
            was = self._gone.get(clause.anchor)
            was = was if was and likeness(was.text, clause.text) >= SAME else None
        return was.anchor if was else ""

    def _new(self, lost: Unanchored) -> str:
        clause = lost.clause
        if lost.tail:
            return self._of_item(lost)
        if clause.kind is ClauseKind.PART and lost.shape is Shape.PARAGRAPH:
            return self._of_paragraph(lost)
        if clause.anchor in self._taken:
            return unused(tidied(f"{clause.anchor}-from-{self._version}"), self._taken)
        return clause.anchor or unused(anchor_of_words(clause.title) or _NO_WORDS, self._taken)

    def _of_item(self, lost: Unanchored) -> str:
        base = self._base(lost.under)
        anchor = f"{base}-{lost.tail}"
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
        if under.kind is ClauseKind.HEADING and under.number is not None:
            base = anchor_of_words(under.title) or _NO_WORDS
        reserved = is_numbered_anchor(f"{base}-1") and (
            under.number is None or under.kind is ClauseKind.HEADING
        )
        return f"{_NO_WORDS}-{base}" if reserved else base
