"""A policy as it is written: blocks in order, each with its words. All that shows a policy is made of this.

A unit is what can be linked to. Blocks within an item, an entry or a note are its own words, and are no units.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import assert_never

from clausetree.policy.attributes import Attributes
from clausetree.report.span import Span


class Mark(Enum):
    """How words are set apart; the value is the HTML element."""

    STRONG = "strong"
    EMPHASIS = "em"
    SUBSCRIPT = "sub"
    SUPERSCRIPT = "sup"


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words, spaces as they were written."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """Words shown letter by letter."""

    text: str


@dataclass(frozen=True, slots=True)
class Marked:
    """Words set apart."""

    mark: Mark
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than those around, by its name on the web."""

    language: str
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """`href` as written, or from the registry of links by its `label`; "" where that knows no address yet."""

    href: str
    content: tuple[Inline, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """`alternative` are the words for those who do not see it."""

    source: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Break:
    """The end of a line: `hard` where a new one is to begin, and a space where not."""

    hard: bool


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A raised figure that leads to the note whose unit has the key `note`; `nth` counts its marks from 0."""

    figure: str
    note: int
    nth: int


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that name another clause, which stands under `anchor`."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Number:
    """The number that words begin with, as printed."""

    text: str


type Inline = Text | Code | Marked | Foreign | Link | Picture | Break | NoteMark | Reference | Number
type Content = tuple[Inline, ...]


class Shape(Enum):
    """What a unit is in the text."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    ENTRY = "entry"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Unit:
    """`key` counts the units of a document in reading order. `depth` is a heading's level or an item's nesting.

    `span` is where it stands. At `end` ends the line that its attribute list stands on, or is to stand on or
    under. `listed` is what the list prints before an item ("3."), or "".
    """

    key: int
    shape: Shape
    depth: int
    span: Span
    end: int
    attributes: Attributes = field(default_factory=Attributes)
    listed: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """`unit.depth` is its level."""

    unit: Unit
    content: Content


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Its `unit` is None where it is one of the paragraphs of an item, an entry or a note."""

    unit: Unit | None
    content: Content


@dataclass(frozen=True, slots=True)
class Item:
    """A list item: paragraphs of its own, and what stands below them."""

    unit: Unit
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Numbering:
    """An ordered list: its first number, and the sign behind each ("." or ")")."""

    start: int
    sign: str


@dataclass(frozen=True, slots=True)
class List:
    """`numbering` is None where it has bullets. A `loose` one has space between its items."""

    numbering: Numbering | None
    loose: bool
    items: tuple[Item, ...]


class ColumnAlignment(Enum):
    """How the cells of a column are aligned; the value is what a page calls it."""

    UNSET = ""
    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


@dataclass(frozen=True, slots=True)
class Row:
    """The cells in order, one for each of its table's `columns`."""

    unit: Unit
    cells: tuple[Content, ...]

    @property
    def empty(self) -> bool:
        """Whether it has no words at all: Markdown has no table without a header."""
        return not any(self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """`header` is the first row, which may be empty. `columns` say how each is aligned."""

    header: Row
    rows: tuple[Row, ...]
    columns: tuple[ColumnAlignment, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Blocks that are quoted, each a unit of its own."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A word and what it means."""

    unit: Unit
    term: Content
    meanings: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True, slots=True)
class Definitions:
    """A list of words, each with what it means."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: the `figure` that its marks have, how many `marks` lead to it, and its words."""

    unit: Unit
    figure: str
    marks: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes, in the order of their first marks. They stand last in a document."""

    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line between two parts."""


type Block = Heading | Paragraph | List | Table | Quotation | Definitions | Notes | Rule


@dataclass(frozen=True, slots=True)
class Lead:
    """Where a link or a `picture` of the text leads, as it is written; `label` is as in `Link`."""

    address: str
    label: str
    picture: bool
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks in reading order, and where the links and pictures in them lead."""

    blocks: tuple[Block, ...] = ()
    leads: tuple[Lead, ...] = ()


type Holder = Heading | Paragraph | Item | Row | Entry | Note
"""What may be a unit."""


def holders(blocks: Sequence[Block]) -> Iterator[Holder]:
    """Yield everything that is a unit, in reading order, those within others too."""
    for block in blocks:
        match block:
            case Heading():
                yield block
            case Paragraph():
                yield from [block] if block.unit is not None else []
            case List(items=items):
                for item in items:
                    yield item
                    yield from holders(item.blocks)
            case Table(header=header, rows=rows):
                yield from (row for row in (header, *rows) if not row.empty)
            case Quotation(blocks=inner):
                yield from holders(inner)
            case Definitions(entries=entries):
                for entry in entries:
                    yield entry
                    yield from (unit for meaning in entry.meanings for unit in holders(meaning))
            case Notes(notes=notes):
                for note in notes:
                    yield note
                    yield from holders(note.blocks)
            case Rule():
                pass
            case _:
                assert_never(block)


def unit_of(holder: Holder) -> Unit:
    """Return the unit that a block is."""
    assert holder.unit is not None, "a paragraph that is no unit is no holder"
    return holder.unit


def own_words(holder: Holder) -> list[Content]:
    """Return the words of a unit, a paragraph or a cell each; those of units within it are left out."""
    match holder:
        case Heading(content=content) | Paragraph(content=content):
            return [content]
        case Item(blocks=blocks):
            return _paragraphs(blocks)
        case Row(cells=cells):
            return [cell for cell in cells if cell]
        case Entry(term=term, meanings=meanings):
            return [term, *(content for meaning in meanings for content in _paragraphs(meaning))]
        case Note(figure=figure, blocks=blocks):
            return [(Text(figure),), *_paragraphs(blocks)]
        case _:
            assert_never(holder)


def _paragraphs(blocks: Sequence[Block]) -> list[Content]:
    return [block.content for block in blocks if isinstance(block, Paragraph) and block.unit is None]
