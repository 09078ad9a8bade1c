"""A document as any word processor writes it: blocks in order, each with the words that a reader sees."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from clausetree.policy.document import (
    Break,
    Code,
    Content,
    Foreign,
    Inline,
    Link,
    Marked,
    NoteMark,
    Number,
    Picture,
    Reference,
    Text,
)

WIDE = "\u2003"
"""A tab, as long as it may tell something."""

type Words = Content
"""The sign of a note has the key of its note as its figure."""


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` counts from 1, as in the document; 0 is its title. `label` is its printed number, or "".

    `editorial` words are those of whoever publishes the policy.
    """

    level: int
    label: str
    words: Words
    key: str = ""
    editorial: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`label` is its number as printed, or "". `depth` is how many lists deep it is numbered, from 0.

    `items` is how many items of lists it stands in, and `item` whether it is one itself, where the document
    says so: None where only its depth tells. `editorial` is as in a heading.
    """

    label: str
    words: Words
    depth: int = 0
    key: str = ""
    items: int | None = None
    item: bool = False
    editorial: bool = False


@dataclass(frozen=True, slots=True)
class Bullet:
    """An item with a bullet; `depth` counts the lists around it, from 0, and `items` are as in a paragraph."""

    words: Words
    depth: int
    key: str = ""
    items: int | None = None
    editorial: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """The blocks of a cell, and how many columns and rows it takes."""

    blocks: tuple[Block, ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. The first `heads` of them say what stands below. `items` are those that it stands in."""

    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 0
    items: int | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Blocks that are quoted, in so many `items` of lists."""

    blocks: tuple[Block, ...]
    items: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A word, and the blocks of each of its meanings."""

    words: Words
    meanings: tuple[tuple[Block, ...], ...]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Definitions:
    """Words with what they mean, in so many `items` of lists."""

    entries: tuple[Entry, ...]
    items: int | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between two parts, in so many `items` of lists."""

    items: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A note at the foot, or at the end."""

    key: str
    blocks: tuple[Block, ...]


type Block = Heading | Paragraph | Bullet | Table | Quotation | Definitions | Rule | Note


def plain(words: Words) -> str:
    """Return words without how they look."""
    return "".join(map(_plain, words))


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text=text) | Code(text=text) | Reference(text=text) | Number(text=text):
            return text
        case Marked(content=content) | Foreign(content=content) | Link(content=content):
            return plain(content)
        case Picture(alternative=alternative):
            return alternative
        case Break():
            return "\n"
        case NoteMark():
            return ""
        case _:
            assert_never(inline)


def spoken(block: Block) -> str:
    """Return the words of a block with its number, for a message."""
    match block:
        case Heading(label=label, words=words) | Paragraph(label=label, words=words):
            return f"{label} {plain(words)}".strip()
        case Bullet(words=words):
            return plain(words)
        case Table(rows=rows):
            return " | ".join(" ".join(map(spoken, cell.blocks)) for row in rows for cell in row)
        case Definitions(entries=entries):
            return " ".join(f"{plain(entry.words)} {' '.join(map(spoken, _meant(entry)))}" for entry in entries)
        case Note(blocks=blocks) | Quotation(blocks=blocks):
            return " ".join(map(spoken, blocks))
        case Rule():
            return ""
        case _:
            assert_never(block)


def flattened(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield all blocks in order, those in others too."""
    for block in blocks:
        yield block
        yield from flattened(_inner(block))


def _inner(block: Block) -> Iterator[Block]:
    match block:
        case Table(rows=rows):
            yield from (inner for row in rows for cell in row for inner in cell.blocks)
        case Definitions(entries=entries):
            yield from (inner for entry in entries for inner in _meant(entry))
        case Note(blocks=blocks) | Quotation(blocks=blocks):
            yield from blocks
        case _:
            pass


def rebuilt(block: Block, make: Callable[[tuple[Block, ...]], Iterable[Block]]) -> Block:
    """Return a block with what is made of the blocks in it; cells stay as they are."""
    match block:
        case Definitions(entries=entries):
            made = (
                replace(one, meanings=tuple(tuple(make(blocks)) for blocks in one.meanings)) for one in entries
            )
            return replace(block, entries=tuple(made))
        case Note(blocks=blocks) | Quotation(blocks=blocks):
            return replace(block, blocks=tuple(make(blocks)))
        case _:
            return block


def _meant(entry: Entry) -> Iterator[Block]:
    yield from (block for meaning in entry.meanings for block in meaning)


def reworded(block: Block, change: Callable[[Words], Words]) -> Block:
    """Return a block with other words, those within it in order."""
    match block:
        case Table(rows=rows):
            cells = (
                tuple(replace(cell, blocks=tuple(reworded(one, change) for one in cell.blocks)) for cell in row)
                for row in rows
            )
            return replace(block, rows=tuple(cells))
        case Definitions(entries=entries):
            terms = tuple(replace(entry, words=change(entry.words)) for entry in entries)
            return rebuilt(
                replace(block, entries=terms), lambda inner: (reworded(one, change) for one in inner)
            )
        case Note() | Quotation():
            return rebuilt(block, lambda inner: (reworded(one, change) for one in inner))
        case Rule():
            return block
        case _:
            return replace(block, words=change(block.words))
