"""The blocks of a text and their lines, each in its pieces, and what moves with each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clausetree.editing.form.passage import Passage, passage_of
from clausetree.editing.form.pieces import Found, read_pieces
from clausetree.editing.form.shape import Reads, Shape
from clausetree.editing.form.shapes import HEADS, shape_of
from clausetree.editing.form.telling import ACKNOWLEDGE
from clausetree.editing.form.text_lines import line_span
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.language.lexer import lex
from clausetree.tree.layout.layout import Block
from clausetree.tree.parsing.recovered_blocks import keyword_of, recovered_blocks

UNREAD = "lines"
"""The kind of what cannot be read, and is shown as it stands."""


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line of a card, with what stands beneath it. Without a `shape` it is shown as it stands.

    It is written in lines `first` to `last` of the text. With them go the comments above, and the warnings
    beneath that may stay: that is its `unit`.
    """

    path: str
    kind: str
    shape: Shape | None
    found: tuple[Found, ...]
    passage: Passage | None
    first: int
    last: int
    unit: Span
    slot: bool = False

    @property
    def id(self) -> str:
        """What it is called; "" where it has no name."""
        return next((each.value for each in self.found if each.piece.reads is Reads.ID), "")


@dataclass(frozen=True, slots=True)
class WrittenCard:
    """A block: its first line, and those beneath. Without a `kind` it is shown as it stands."""

    path: str
    kind: BlockKind | None
    head: WrittenLine
    lines: tuple[WrittenLine, ...]
    last: int
    unit: Span


def read_cards(source: Source, within: str | None = None) -> list[WrittenCard]:
    """Return every block of a text, in order; with a path, the lines of that card and of the head alone."""
    cards: list[WrittenCard] = []
    taken: Counter[str] = Counter()
    behind = 0
    for block in recovered_blocks(source):
        if not block.comment:
            card = _card(source, block, taken, behind, within)
            cards.append(card)
            behind = card.last
    return cards


def _card(source: Source, block: Block, taken: Counter[str], behind: int, within: str | None) -> WrittenCard:
    head, kind = _head(source, block)
    last = source.place(block.end)[0]
    name = kind or UNREAD
    path = _numbered(f"{name} {head.id}" if head.id else name, taken, always=not head.id)
    above = head.first
    while above - 1 > behind and source.line(above - 1).startswith("#"):
        above -= 1
    unit = line_span(source, above).to(line_span(source, last))
    if kind is None:
        return WrittenCard(path, None, replace(head, path=path, last=last), (), last, unit)
    if kind is BlockKind.TABLE:
        passage = passage_of(source, head.first + 1, last) if last > head.first else None
        return WrittenCard(path, kind, replace(head, path=path, passage=passage), (), last, unit)
    written = _lines(source, block, kind) if within in (None, path) or kind is BlockKind.TREE else ()
    lines = tuple(_with_units(source, list(written), head.first, path))
    return WrittenCard(path, kind, replace(head, path=path), lines, last, unit)


def _head(source: Source, block: Block) -> tuple[WrittenLine, BlockKind | None]:
    keyword = keyword_of(source, block)
    number = source.place(block.span.start)[0]
    line = WrittenLine("", UNREAD, None, (), None, number, number, block.span)
    if keyword not in set(BlockKind):
        return replace(line, passage=passage_of(source, number, source.place(block.end)[0])), None
    kind = BlockKind(keyword)
    found = _found(source, block.span, HEADS[kind])
    if found is None:
        return replace(line, passage=passage_of(source, number, source.place(block.end)[0])), None
    return replace(line, kind=kind, shape=HEADS[kind], found=found), kind


def _found(source: Source, span: Span, shape: Shape) -> tuple[Found, ...] | None:
    tokens, problems = lex(source, span)
    return None if problems else read_pieces(source, tokens, shape)


def _lines(source: Source, block: Block, kind: BlockKind) -> Iterator[WrittenLine]:
    """Yield the lines beneath a block in order, as yet without paths and units."""
    waiting = block.children[::-1]
    while waiting:
        child = waiting.pop()
        if child.comment:
            continue
        line, beneath = _line(source, child, kind)
        yield line
        waiting += beneath[::-1]


def _line(source: Source, block: Block, kind: BlockKind) -> tuple[WrittenLine, list[Block]]:
    """Return a line, and what stands beneath it and should stand beside it."""
    first, last = source.place(block.span.start)[0], source.place(block.end)[0]
    tokens, problems = lex(source, block.span)
    shape = None if problems else shape_of(kind, tokens)
    found = read_pieces(source, tokens, shape) if shape else None
    if shape and shape.passage and last == first:
        found = None
    if shape is None or found is None:
        passage = passage_of(source, first, last)
        return WrittenLine("", UNREAD, None, (), passage, first, last, block.span), []
    if shape.passage:
        passage = passage_of(source, first + 1, last)
        return WrittenLine("", shape.kind, shape, found, passage, first, last, block.span), []
    return WrittenLine("", shape.kind, shape, found, None, first, first, block.span), block.children


def _with_units(source: Source, lines: Sequence[WrittenLine], head: int, card: str) -> Iterator[WrittenLine]:
    taken: Counter[str] = Counter()
    behind = head
    for at, line in enumerate(lines):
        slot = bool(line.shape and line.shape.slot and not taken[line.kind])
        above, last = line.first, line.last
        while above - 1 > behind and source.line(above - 1).lstrip().startswith("#"):
            above -= 1
        follows = at + 1
        while line.shape is not ACKNOWLEDGE and follows < len(lines) and lines[follows].shape is ACKNOWLEDGE:
            last = lines[follows].last
            follows += 1
        name = f"{line.kind} {line.id}" if line.id else line.kind
        path = f"{card}/{_numbered(name, taken, always=not line.id and not slot)}"
        unit = line_span(source, above).to(line_span(source, last))
        yield replace(line, path=path, unit=unit, slot=slot)
        behind = line.last


def _numbered(name: str, taken: Counter[str], *, always: bool) -> str:
    """Return a name with its number among those alike, where it needs one."""
    taken[name] += 1
    return f"{name} {taken[name]}" if always or taken[name] > 1 else name
