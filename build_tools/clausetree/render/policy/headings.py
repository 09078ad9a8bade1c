"""The headings of a policy as its page shows them, and the list of them that stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import assert_never

from clausetree.policy.document import (
    Break,
    Code,
    Content,
    Document,
    Foreign,
    Heading,
    Inline,
    Link,
    Marked,
    NoteMark,
    Number,
    Picture,
    Reference,
    Text,
    holders,
)
from clausetree.report.names import without_accents

_LEVELS = (2, 3)
"""Those that the list has."""
_NO_WORD = re.compile(r"[^\w\s-]", re.ASCII)
_GAP = re.compile(r"[-\s]+")


@dataclass(frozen=True, slots=True)
class Shown:
    """A heading: its level on the page, from 1 and without gaps, its id, and what a list calls it."""

    level: int
    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the list of headings; `title` is HTML without tags."""

    title: str
    id: str
    level: int
    children: tuple[Entry, ...] = ()


def shown_headings(document: Document, anchors: Mapping[int, str]) -> dict[int, Shown]:
    """Return the headings that have words, by the key of their unit. `anchors` has those of all units.

    A heading without an anchor gets an id made of its words, as it always did.
    """
    taken = set(anchors.values())
    shown: dict[int, Shown] = {}
    for heading, level in _with_levels(document):
        words, key = plain(heading.content), heading.unit.key
        shown[key] = Shown(
            level, anchors.get(key) or _made_of(words, taken), heading.unit.attributes.short or words
        )
    return shown


def begins_with_title(document: Document) -> bool:
    """Tell whether the first heading is the title of the whole."""
    return next((heading.unit.depth == 1 for heading in _headings(document)), False)


def headings_listed(shown: Iterable[Shown]) -> tuple[Entry, ...]:
    """Return the headings of levels 2 and 3, those of level 3 below the others."""
    entries: list[Entry] = []
    for heading in shown:
        if heading.level in _LEVELS:
            _enter(entries, Entry(escape(heading.words), heading.id, heading.level))
    return tuple(entries)


def plain(content: Content) -> str:
    """Return content as plain text, spaces collapsed; marks of notes are left out."""
    return " ".join("".join(_plain(inline) for inline in content).split())


def _enter(entries: list[Entry], entry: Entry) -> None:
    if entries and entry.level > entries[-1].level:
        above = entries.pop()
        entry = Entry(above.title, above.id, above.level, (*above.children, entry))
    entries.append(entry)


def _headings(document: Document) -> Iterator[Heading]:
    for holder in holders(document.blocks):
        if isinstance(holder, Heading) and plain(holder.content):
            yield holder


def _with_levels(document: Document) -> Iterator[tuple[Heading, int]]:
    """Each is one level below the one that it stands under; without a title all stand under the policy's."""
    above: list[tuple[int, int]] = [] if begins_with_title(document) else [(0, 1)]
    for heading in _headings(document):
        while above and above[-1][0] >= heading.unit.depth:
            above.pop()
        level = above[-1][1] + 1 if above else 1
        above.append((heading.unit.depth, level))
        yield heading, min(level, 6)


def _made_of(words: str, taken: set[str]) -> str:
    latin = without_accents(words)
    made = _GAP.sub("-", _NO_WORD.sub("", latin).strip().lower())
    counted = (f"{made}_{count}" for count in range(1, len(taken) + 2))
    found = next(name for name in (made, *counted) if name and name not in taken)
    taken.add(found)
    return found


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text=text) | Code(text=text) | Number(text=text) | Reference(text=text):
            return text
        case Marked(content=content) | Foreign(content=content) | Link(content=content):
            return "".join(map(_plain, content))
        case Picture(alternative=alternative):
            return alternative
        case Break():
            return " "
        case NoteMark():
            return ""
        case _:
            assert_never(inline)
