"""Policies drawn at random: any blocks in each other, with any words, of which each unit may have an anchor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from hypothesis import strategies as st

from clausetree.policy.attributes import Attributes
from clausetree.policy.clause import Clause, ClauseKind, Standing
from clausetree.policy.document import (
    Block,
    Break,
    Code,
    ColumnAlignment,
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
    Mark,
    Marked,
    Note,
    NoteMark,
    Notes,
    Numbering,
    Paragraph,
    Picture,
    Quotation,
    Reference,
    Row,
    Rule,
    Shape,
    Table,
    Text,
    Unit,
    holders,
    unit_of,
)
from clausetree.policy.policy import Policy
from clausetree.report.span import Span

NOTE = 1000
"""The key of the only note, to which every mark leads."""
_WORDS = st.text("ab1 .-<>&\"'äß¹ع\u00a0", min_size=1, max_size=8)
_HREFS = st.sampled_from(["", "#a1", "https://a.example/?b=1&c=\"'", "../trees/x.md#y", "javascript:x"])
_SHAPES = {
    Shape.HEADING: ClauseKind.HEADING,
    Shape.PARAGRAPH: ClauseKind.UNNUMBERED,
    Shape.ITEM: ClauseKind.SUB_ITEM,
    Shape.ROW: ClauseKind.UNNUMBERED,
    Shape.ENTRY: ClauseKind.UNNUMBERED,
    Shape.NOTE: ClauseKind.UNNUMBERED,
}


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Draw a policy: a document, and a clause for some of its units."""
    writer = _Writer(draw)
    blocks = writer.blocks(2)
    if writer.marks:
        blocks = (*blocks, Notes((writer.note(),)))
    document = Document(blocks)
    anchored = {unit_of(holder).key for holder in holders(blocks) if draw(st.booleans())} | {NOTE}
    clauses = tuple(_clauses(document, anchored))
    language = draw(st.sampled_from(["en", "cy", "ar"]))
    return Policy(
        "p", "The title", "1", "O", "", "A", "", "", "", "p/", clauses, document=document, language=language
    )


def _clauses(document: Document, anchored: set[int]) -> Iterator[Clause]:
    for holder in holders(document.blocks):
        unit = unit_of(holder)
        if unit.key in anchored:
            kind = _SHAPES[unit.shape]
            yield Clause(f"a{unit.key}", kind, None, "Its name", "", "", None, None, key=unit.key)


class _Writer:
    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self._keys = count(1)
        self.marks = 0

    def blocks(self, depth: int) -> tuple[Block, ...]:
        kinds: list[Callable[[int], Block]] = [self._heading, self._paragraph, self._rule]
        if depth:
            kinds += [self._list, self._table, self._quotation, self._definitions]
        return tuple(kind(depth - 1) for kind in self._draw(st.lists(st.sampled_from(kinds), max_size=3)))

    def note(self) -> Note:
        unit = self._unit(Shape.NOTE, NOTE)
        return Note(unit, "¹", self.marks, (Paragraph(None, (Text("The note"),)), *self.blocks(1)))

    def _unit(self, shape: Shape, key: int = 0, depth: int = 0) -> Unit:
        classes = self._draw(st.sampled_from([frozenset[Standing](), frozenset({Standing.EDITORIAL})]))
        return Unit(key or next(self._keys), shape, depth, Span(0, 0), 0, Attributes(classes=classes))

    def _content(self) -> Content:
        inlines = st.sampled_from([self._text, self._text, self._marked, self._link, self._other])
        return tuple(inline() for inline in self._draw(st.lists(inlines, min_size=1, max_size=2)))

    def _text(self) -> Inline:
        return Text(self._draw(_WORDS))

    def _marked(self) -> Inline:
        mark = self._draw(st.sampled_from([*Mark, "cy", "pt-BR"]))
        content = self._content()
        return Foreign(mark, content) if isinstance(mark, str) else Marked(mark, content)

    def _link(self) -> Inline:
        return Link(self._draw(_HREFS), self._content())

    def _other(self) -> Inline:
        words = self._draw(_WORDS)
        others: list[Inline] = [
            Code(words),
            Picture("map.png", words),
            Break(True),
            Break(False),
            Reference("a1", words),
        ]
        chosen = self._draw(st.sampled_from([*others, None]))
        if chosen is None:
            self.marks += 1
            return NoteMark("¹", NOTE, self.marks - 1)
        return chosen

    def _heading(self, _: int) -> Block:
        unit = self._unit(Shape.HEADING, depth=self._draw(st.integers(1, 6)))
        return Heading(unit, (*self._content(), Text("h")))

    def _paragraph(self, _: int) -> Block:
        unit = self._unit(Shape.PARAGRAPH)
        return Paragraph(unit, self._content())

    def _rule(self, _: int) -> Block:
        return Rule()

    def _within(self, depth: int) -> tuple[Block, ...]:
        own: list[Block] = [Paragraph(None, self._content())] if self._draw(st.booleans()) else []
        return (*own, *self.blocks(depth))

    def _list(self, depth: int) -> Block:
        numbering = self._draw(st.sampled_from([None, Numbering(1, "."), Numbering(7, ")")]))
        items = []
        for _ in range(self._draw(st.integers(1, 3))):
            unit = self._unit(Shape.ITEM)
            items.append(Item(unit, self._within(depth)))
        return List(numbering, self._draw(st.booleans()), tuple(items))

    def _table(self, _: int) -> Block:
        columns = self._draw(
            st.lists(
                st.sampled_from([ColumnAlignment.UNSET, ColumnAlignment.LEFT, ColumnAlignment.RIGHT]),
                min_size=1,
                max_size=5,
            )
        )
        rows = [self._row(len(columns)) for _ in range(self._draw(st.integers(0, 2)))]
        return Table(self._row(len(columns)), tuple(rows), tuple(columns))

    def _row(self, columns: int) -> Row:
        if self._draw(st.booleans()):
            return Row(Unit(-1, Shape.ROW, 0, Span(0, 0), 0), ((),) * columns)
        unit = self._unit(Shape.ROW)
        return Row(unit, tuple(self._content() for _ in range(columns)))

    def _quotation(self, depth: int) -> Block:
        return Quotation(self.blocks(depth))

    def _definitions(self, depth: int) -> Block:
        unit = self._unit(Shape.ENTRY)
        term = self._content()
        return Definitions((Entry(unit, term, (self._within(depth), self._within(0))),))
