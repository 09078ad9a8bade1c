"""A document as any word processor writes it: blocks in order, each with the words that a reader sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
    """`level` counts from 1, as in the document; 0 is its title. `label` is its printed number, or ""."""

    level: int
    label: str
    words: Words
    key: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`label` is its number as printed, or "". `depth` is how many lists deep it is numbered, from 0."""

    label: str
    words: Words
    depth: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Bullet:
    """An item with a bullet; `depth` counts the lists around it, from 0."""

    words: Words
    depth: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """The blocks of a cell, and how many columns and rows it takes."""

    blocks: tuple[Block, ...]
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. The first `heads` of them say what stands below."""

    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """A note at the foot, or at the end."""

    key: str
    blocks: tuple[Block, ...]


type Block = Heading | Paragraph | Bullet | Table | Note


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
        case Note(blocks=blocks):
            return " ".join(map(spoken, blocks))
        case _:
            assert_never(block)


def flattened(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield all blocks in order, those in tables and notes too."""
    for block in blocks:
        yield block
        match block:
            case Table(rows=rows):
                for row in rows:
                    for cell in row:
                        yield from flattened(cell.blocks)
            case Note(blocks=inner):
                yield from flattened(inner)
            case _:
                pass


def reworded(block: Block, change: Callable[[Words], Words]) -> Block:
    """Return a block with other words, those within it in order."""
    match block:
        case Table(rows=rows):
            cells = (
                tuple(replace(cell, blocks=tuple(reworded(one, change) for one in cell.blocks)) for cell in row)
                for row in rows
            )
            return replace(block, rows=tuple(cells))
        case Note(blocks=blocks):
            return replace(block, blocks=tuple(reworded(one, change) for one in blocks))
        case _:
            return replace(block, words=change(block.words))
