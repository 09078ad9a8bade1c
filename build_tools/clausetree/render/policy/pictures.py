"""The pictures that a document shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from posixpath import splitext
from typing import assert_never
from urllib.parse import urlsplit

from clausetree.policy.document import (
    Block,
    Break,
    Code,
    Content,
    Definitions,
    Document,
    Foreign,
    Heading,
    Inline,
    Link,
    List,
    Marked,
    NoteMark,
    Notes,
    Number,
    Paragraph,
    Picture,
    Quotation,
    Reference,
    Rule,
    Table,
    Text,
)


def pictures_in(document: Document) -> tuple[Picture, ...]:
    """Return the pictures in reading order, one that is shown twice once."""
    return tuple(dict.fromkeys(picture for content in contents(document.blocks) for picture in _in(content)))


def kept_pictures(document: Document) -> dict[str, str]:
    """Return what the file of each picture is called beside the copy of a released version, by its source."""
    sources = dict.fromkeys(picture.source for picture in pictures_in(document))
    files = (source for source in sources if not urlsplit(source).scheme)
    return {source: f"picture-{at}{_ending(source)}" for at, source in enumerate(files, 1)}


def _ending(source: str) -> str:
    return splitext(urlsplit(source).path)[1].lower()


def contents(blocks: Sequence[Block]) -> Iterator[Content]:
    """Yield the words of every block in reading order, those of blocks within others too."""
    for block in blocks:
        match block:
            case Heading(content=content) | Paragraph(content=content):
                yield content
            case List(items=items):
                yield from (content for item in items for content in contents(item.blocks))
            case Table(header=header, rows=rows):
                yield from (cell for row in (header, *rows) for cell in row.cells)
            case Quotation(blocks=inner):
                yield from contents(inner)
            case Definitions(entries=entries):
                for entry in entries:
                    yield entry.term
                    yield from (content for meaning in entry.meanings for content in contents(meaning))
            case Notes(notes=notes):
                yield from (content for note in notes for content in contents(note.blocks))
            case Rule():
                pass
            case _:
                assert_never(block)


def _in(content: Iterable[Inline]) -> Iterator[Picture]:
    for inline in content:
        match inline:
            case Picture():
                yield inline
            case Marked(content=inner) | Foreign(content=inner) | Link(content=inner):
                yield from _in(inner)
            case Text() | Code() | Break() | NoteMark() | Reference() | Number():
                pass
            case _:
                assert_never(inline)
