"""Marks of footnotes that Word has no name for: a second mark of a note, and one within a note."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from clausetree.importing.blocks import (
    Block,
    Bullet,
    Cell,
    Definitions,
    Heading,
    Note,
    Paragraph,
    Table,
    Words,
    plain,
    rebuilt,
)
from clausetree.policy.document import Foreign, Inline, Link, Mark, Marked, NoteMark, Text

_FIGURE = re.compile(r"\s*[\d⁰¹²³⁴-⁹]+\s*")


def with_marks(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks in which raised figures that lead to a footnote are marks of it.

    A note that stands among the words (its key is "") begins with its figure, and has its place as its key.
    """
    named = [_named(block) if isinstance(block, Note) and not block.key else block for block in blocks]
    notes = {
        key: block.key
        for block in named
        if isinstance(block, Note) and block.blocks
        for key in getattr(block.blocks[0], "key", "").split()
    }
    return list(_marked(named, notes)) if notes else named


def _named(note: Note) -> Note:
    first, *rest = note.blocks
    if not isinstance(first, Paragraph):
        return note
    words = first.words
    if words and isinstance(words[0], Text):
        begun = _FIGURE.sub("", words[0].text, count=1)
        words = ((Text(begun),) if begun else ()) + words[1:]
    return Note(first.key.partition(" ")[0] or plain(first.words), (replace(first, words=words), *rest))


def _marked(blocks: Sequence[Block], notes: Mapping[str, str]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Heading(words=words) | Paragraph(words=words) | Bullet(words=words):
                yield replace(block, words=_words(words, notes))
            case Table(rows=rows):
                yield replace(block, rows=tuple(tuple(_cell(cell, notes) for cell in row) for row in rows))
            case Definitions(entries=entries):
                terms = tuple(replace(entry, words=_words(entry.words, notes)) for entry in entries)
                yield rebuilt(replace(block, entries=terms), lambda inner: _marked(inner, notes))
            case _:
                yield rebuilt(block, lambda inner: _marked(inner, notes))


def _cell(cell: Cell, notes: Mapping[str, str]) -> Cell:
    return replace(cell, blocks=tuple(_marked(cell.blocks, notes)))


def _words(words: Words, notes: Mapping[str, str]) -> Words:
    return tuple(_inline(one, notes) for one in words)


def _inline(inline: Inline, notes: Mapping[str, str]) -> Inline:
    match inline:
        case (
            Marked(mark=Mark.SUPERSCRIPT, content=(Link(href=href),))
            | Link(href=href, content=(Marked(mark=Mark.SUPERSCRIPT),))
        ) if href.removeprefix("#") in notes:
            return NoteMark(notes[href.removeprefix("#")], 0, 0)
        case Marked(content=content) | Link(content=content) | Foreign(content=content):
            return replace(inline, content=_words(content, notes))
        case _:
            return inline
