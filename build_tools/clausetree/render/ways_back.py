"""From a footnote back to each of its marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape

from clausetree.policy.document import Content, Link, Marked, Note, NoteMark, Notes, holders, own_words, unit_of
from clausetree.policy.policy import Policy
from clausetree.render.words_written import mark_id

type Ways = dict[int, list[str]]
"""What each mark of a note stands in, by the key of the note's unit: "clause 2.4"."""


def ways_back(policy: Policy) -> Ways:
    """Return where the marks of each footnote stand, in reading order."""
    ways: Ways = {}
    if not any(isinstance(block, Notes) for block in policy.document.blocks):
        return ways
    clauses = policy.by_key()
    for holder in holders(policy.document.blocks):
        clause = clauses.get(unit_of(holder).key)
        for mark in _marks(own_words(holder)):
            ways.setdefault(mark.note, []).append(clause.label if clause else "the text")
    return ways


def to_first(note: Note, anchor: str, ways: Ways) -> str:
    """Return the figure of a note as the way to its first mark."""
    place = next(iter(ways.get(note.unit.key, [])), "the text")
    figure, href = escape(note.figure, quote=False), mark_id(escape(anchor), 1)
    return f'<a aria-label="Back to {escape(place)}" class="note-mark" href="#{href}">{figure}</a>'


def to_others(note: Note, anchor: str, ways: Ways) -> str:
    """Return the ways to all the other marks of a note, in words; "" where it has one mark."""
    _, *others = _told_apart(ways.get(note.unit.key, [""]))
    links = [
        f'<a href="#{mark_id(escape(anchor), nth)}">{escape(place, quote=False)}</a>'
        for nth, place in enumerate(others, start=2)
    ]
    return ", ".join(links)


def _told_apart(places: Iterable[str]) -> Iterator[str]:
    """The second mark in clause 2.4 is at "clause 2.4 (2)": links of one name would lead to one place."""
    seen: Counter[str] = Counter()
    for place in places:
        seen[place] += 1
        yield place if seen[place] == 1 else f"{place} ({seen[place]})"


def _marks(contents: Iterable[Content]) -> Iterator[NoteMark]:
    for content in contents:
        for inline in content:
            match inline:
                case NoteMark():
                    yield inline
                case Marked(content=inner) | Link(content=inner):
                    yield from _marks([inner])
                case _:
                    pass
