"""The pieces of a document as the reader made it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from clausetree.policy.document import (
    Block,
    Break,
    Code,
    Content,
    Definitions,
    Document,
    Entry,
    Foreign,
    Heading,
    Inline,
    Item,
    Link,
    List,
    Marked,
    Note,
    NoteMark,
    Notes,
    Number,
    Paragraph,
    Picture,
    Quotation,
    Reference,
    Row,
    Rule,
    Table,
    Text,
    Unit,
)

from .html_pieces import held
from .piece import ANOTHER_CELL, Piece, collapsed, kept


def pieces_of_document(document: Document) -> list[Piece]:
    """Return what a document says, under its author's anchors. Numbers have the sign behind them."""
    return kept(_side_by_side(document.blocks, ()))


def _side_by_side(blocks: Sequence[Block], path: tuple[str, ...]) -> Iterator[Piece]:
    for block in blocks:
        yield from _block(block, path)


def _block(block: Block, path: tuple[str, ...]) -> Iterator[Piece]:
    match block:
        case Heading(unit=unit, content=content):
            yield Piece("/".join((*path, f"h{unit.depth}")), words_of(content), "", _anchor(unit))
        case Paragraph(unit=part, content=content):
            yield Piece("/".join((*path, "p")), words_of(content), "", _anchor(part) if part else "")
        case List():
            for item in block.items:
                yield from _item(item, (*path, "ol" if block.numbering else "ul", "li"))
        case Table(header=header, rows=rows):
            yield from (_row(row, path) for row in (header, *rows) if not row.empty)
        case Quotation(blocks=inner):
            yield from _side_by_side(inner, (*path, "quote"))
        case Definitions(entries=entries):
            for entry in entries:
                yield from _entry(entry, path)
        case Notes(notes=notes):
            for note in notes:
                yield from _note(note, (*path, "note"))
        case Rule():
            pass
        case _:
            assert_never(block)


def _item(item: Item, path: tuple[str, ...]) -> Iterator[Piece]:
    printed = item.unit.listed or "•"
    return held(_side_by_side(item.blocks, path), path, printed, _anchor(item.unit))


def _row(row: Row, path: tuple[str, ...]) -> Piece:
    words = collapsed(ANOTHER_CELL.join(map(words_of, row.cells)))
    return Piece("/".join((*path, "tr")), words, "", _anchor(row.unit))


def _entry(entry: Entry, path: tuple[str, ...]) -> Iterator[Piece]:
    yield Piece("/".join((*path, "dt")), words_of(entry.term), "", _anchor(entry.unit))
    inner = (*path, "dd")
    for meaning in entry.meanings:
        yield from held(_side_by_side(meaning, inner), inner, "", "")


def _note(note: Note, path: tuple[str, ...]) -> Iterator[Piece]:
    return held(_side_by_side(note.blocks, path), path, note.figure, _anchor(note.unit))


def words_of(content: Content) -> str:
    """Return the words of what stands in a block."""
    return collapsed("".join(map(_text, content)))


def _text(inline: Inline) -> str:
    match inline:
        case Text(text=text) | Code(text=text) | Reference(text=text) | Number(text=text):
            return text
        case Marked(content=content) | Foreign(content=content) | Link(content=content):
            return "".join(map(_text, content))
        case Picture(alternative=alternative):
            return alternative
        case Break():
            return " "
        case NoteMark(figure=figure):
            return figure
        case _:
            assert_never(inline)


def _anchor(unit: Unit) -> str:
    return unit.attributes.anchor or ""
