"""From a footnote back to each of its marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from typing import assert_never

from clausetree.policy.document import (
    Break,
    Code,
    Content,
    Foreign,
    Link,
    Marked,
    Note,
    NoteMark,
    Notes,
    Number,
    Picture,
    Reference,
    Text,
    holders,
    own_words,
    unit_of,
)
from clausetree.policy.policy import Policy
from clausetree.render.policy.words_written import mark_id

_ELSEWHERE = "the text"

type MarksOfNotes = dict[int, list[tuple[int, str]]]
"""By the key of a note's unit, each of its marks in reading order: which it is, and what it stands in."""


def marks_of_notes(policy: Policy) -> MarksOfNotes:
    """Return where the marks of each footnote stand, in reading order."""
    marks: MarksOfNotes = {}
    if not any(isinstance(block, Notes) for block in policy.document.blocks):
        return marks
    clauses = policy.by_key()
    for holder in holders(policy.document.blocks):
        clause = clauses.get(unit_of(holder).key)
        for mark in _marks(own_words(holder)):
            marks.setdefault(mark.note, []).append((mark.nth, clause.label if clause else _ELSEWHERE))
    return marks


def to_first(note: Note, anchor: str, marks: MarksOfNotes) -> str:
    """Return the figure of a note as a link to its first mark."""
    nth, place = next(iter(marks.get(note.unit.key, [])), (0, _ELSEWHERE))
    figure, href = escape(note.figure, quote=False), mark_id(escape(anchor), nth)
    return f'<a aria-label="Back to {escape(place)}" class="note-mark" href="#{href}">{figure}</a>'


def to_others(note: Note, anchor: str, marks: MarksOfNotes) -> str:
    """Return links to all the other marks of a note; "" where it has one mark."""
    others = list(_told_apart(marks.get(note.unit.key, [])))[1:]
    links = [
        f'<a href="#{mark_id(escape(anchor), nth)}">{escape(place, quote=False)}</a>' for nth, place in others
    ]
    return ", ".join(links)


def _told_apart(places: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The second mark in clause 2.4 is at "clause 2.4 (2)": links of one name would lead to one place."""
    seen: Counter[str] = Counter()
    for nth, place in places:
        seen[place] += 1
        yield nth, place if seen[place] == 1 else f"{place} ({seen[place]})"


def _marks(contents: Iterable[Content]) -> Iterator[NoteMark]:
    for content in contents:
        for inline in content:
            match inline:
                case NoteMark():
                    yield inline
                case Marked(content=inner) | Foreign(content=inner) | Link(content=inner):
                    yield from _marks([inner])
                case Text() | Code() | Break() | Picture() | Reference() | Number():
                    pass
                case _:
                    assert_never(inline)
