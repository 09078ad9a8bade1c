"""The blocks of a document, each with its words, of what Markdown read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from markdown_it.rules_block.table import escapedSplit

from clausetree.policy.document import (
    Block,
    ColumnAlignment,
    Definitions,
    Entry,
    Heading,
    Item,
    List,
    Note,
    Notes,
    Numbering,
    Paragraph,
    Quotation,
    Row,
    Rule,
    Shape,
    Table,
    Text,
    Unit,
)
from clausetree.policy.labels.forms import DECIMAL
from clausetree.policy.labels.items import read_item
from clausetree.policy.markdown.inline import figure
from clausetree.policy.markdown.line_positions import beginning
from clausetree.policy.markdown.reader import attributes_of
from clausetree.policy.markdown.syntax import Node
from clausetree.policy.markdown.units import UnitReader
from clausetree.policy.plain_words import has_words, text_of
from clausetree.policy.problems.anchors import StrayAnchor
from clausetree.policy.problems.signs import (
    CellsLost,
    EmptyHeading,
    MarkWithoutNote,
    NumberedTerm,
    NumberNotPrinted,
)
from clausetree.policy.problems.words import IndentedWords, UnreadableBlock
from clausetree.report.span import Span

_TASK = re.compile(r"(?P<box>\[(?P<done>[ xX])\])\s")
_BOXES = {" ": "☐ ", "x": "☑ ", "X": "☑ "}


class BlockReader:
    """Reads the blocks of a text with the help of `units`, to whose problems it adds."""

    def __init__(self, units: UnitReader) -> None:
        self._units = units
        self._rows = units.rows
        self._problems = units.problems

    def read(self, nodes: Sequence[Node], depth: int) -> Iterator[Block]:
        """Yield the blocks; in lists at `depth` items stand."""
        for node in nodes:
            match node.type:
                case "heading":
                    yield from self._heading(node)
                case "paragraph":
                    yield from self._paragraph(node, depth)
                case "bullet_list" | "ordered_list":
                    yield self._list(node, depth)
                case "table":
                    yield self._table(node, depth)
                case "blockquote":
                    yield Quotation(tuple(self.read(node.children, depth)))
                case "dl":
                    yield Definitions(tuple(self._entries(node, depth)))
                case "footnote_block":
                    yield Notes(tuple(self._note(note, at) for at, note in enumerate(node.children)))
                case "hr":
                    yield Rule()
                case "footnote_anchor":
                    pass
                case "code_block":
                    yield from self._indented(node, depth)
                case "html_block" if _is_comment(node.content):
                    pass
                case _:
                    self._problems.append(UnreadableBlock(beginning(self._rows.span_of(node))))

    def _heading(self, node: Node) -> Iterator[Heading]:
        unit = self._units.unit(Shape.HEADING, node, _inlines([node]), int(node.tag[1:]))
        content = self._units.content(node.children, unit.span)
        if has_words(content):
            yield Heading(unit, content)
        elif not content and unit.attributes.anchor:
            self._problems.append(StrayAnchor(unit.span))
        else:
            self._problems.append(EmptyHeading(self._rows.span_of(node)))

    def _paragraph(self, node: Node, depth: int) -> Iterator[Paragraph]:
        meta = node.children[0].meta
        if "stray" in meta:
            if meta.get("given") != "code_block":
                self._problems.append(StrayAnchor(self._rows.span_of(node), self._units.shape is Shape.HEADING))
            return
        unit = self._units.unit(Shape.PARAGRAPH, node, _inlines([node]), depth)
        content = self._units.content(node.children, unit.span)
        if content:
            yield Paragraph(unit, content)
        elif unit.attributes.anchor:
            self._problems.append(StrayAnchor(unit.span))

    def _indented(self, node: Node, depth: int) -> Iterator[Paragraph]:
        """Words that are taken for code. Where they have an anchor, nothing more is to look wrong for it."""
        self._problems.append(IndentedWords(beginning(self._rows.span_of(node))))
        if attributes_of(node).anchor:
            unit = self._units.unit(Shape.PARAGRAPH, node, [node], depth)
            yield Paragraph(unit, (Text(node.content.strip()),))

    def _list(self, node: Node, depth: int) -> List:
        numbering = None
        if node.type == "ordered_list":
            numbering = Numbering(int(node.attrs.get("start", 1)), node.markup)
        loose = any(not child.hidden for item in node.children for child in item.children if _is_words(child))
        items = []
        for at, item in enumerate(node.children):
            listed = f"{numbering.start + at}{numbering.sign}" if numbering else ""
            items.append(self._item(item, depth, listed))
        if numbering:
            self._check_count(node, numbering)
        return List(numbering, loose, tuple(items))

    def _check_count(self, node: Node, numbering: Numbering) -> None:
        """Tell the first number of a list that another is printed for. Where all are alike, none is meant."""
        written = [int(item.info) for item in node.children]
        for at, (item, number) in enumerate(zip(node.children, written, strict=True)):
            if number != numbering.start + at and len(set(written)) > 1:
                found, printed = f"{number}{numbering.sign}", f"{numbering.start + at}{numbering.sign}"
                self._problems.append(NumberNotPrinted(beginning(self._rows.span_of(item)), found, printed))
                return

    def _item(self, node: Node, depth: int, listed: str) -> Item:
        lettered = _lettered(node.children)
        own = [child for child in node.children if _is_words(child) and child not in lettered]
        unit = self._units.unit(Shape.ITEM, node, _inlines(own), depth, listed)
        blocks = tuple(self._within(node.children, depth, unit.span, lettered))
        if unit.attributes.anchor and not any(
            isinstance(block, Paragraph) and block.content for block in blocks
        ):
            self._problems.append(StrayAnchor(unit.span))
        return Item(unit, _with_box(blocks, node.children[:1]))

    def _within(
        self, nodes: Sequence[Node], depth: int, span: Span, apart: Sequence[Node] = ()
    ) -> Iterator[Block]:
        """Yield the blocks of an item, an entry or a note: paragraphs are its own words, or stand `apart`."""
        for node in nodes:
            if _is_words(node) and node not in apart:
                stray = "stray" in node.children[0].meta
                content = () if stray else self._units.content(node.children, span)
                if content:
                    yield Paragraph(None, content)
            else:
                yield from self.read([node], depth + 1)

    def _table(self, node: Node, depth: int) -> Table:
        written = [row for part in node.children for row in part.children]
        for row in written:
            self._check_cells(row, len(written[0].children))
        header, *rows = (self._row(row, depth) for row in written)
        columns = tuple(_aligned(cell) for cell in written[0].children)
        return Table(header, tuple(rows), columns)

    def _check_cells(self, row: Node, columns: int) -> None:
        """Markdown leaves out the cells that a table has no column for."""
        span = self._rows.span_of(row)
        cells = escapedSplit(self._rows.text_of(span).strip("> \t").strip("|"))
        if len(cells) > columns:
            self._problems.append(CellsLost(beginning(span), len(cells), columns))

    def _row(self, node: Node, depth: int) -> Row:
        if not any(
            cell.children and (cell.children[0].content or attributes_of(cell.children[0]).is_given)
            for cell in node.children
        ):
            return Row(
                Unit(-1, Shape.ROW, depth, self._rows.span_of(node), self._rows.end_of(node)),
                tuple(() for _ in node.children),
            )
        unit = self._units.unit(Shape.ROW, node, _inlines(node.children), depth)
        cells = tuple(self._units.content(cell.children, unit.span) for cell in node.children)
        if unit.attributes.anchor and not any(cells):
            self._problems.append(StrayAnchor(unit.span))
        return Row(unit, cells)

    def _entries(self, node: Node, depth: int) -> Iterator[Entry]:
        """Yield each word with what it means; several words in a row have the meaning of the last."""
        group: list[Node] = []
        for child in [*node.children, None]:
            if group and group[-1].type == "dd" and (child is None or child.type == "dt"):
                yield self._entry(group, depth)
                group = []
            group += [child] if child is not None else []

    def _entry(self, group: Sequence[Node], depth: int) -> Entry:
        term, *meanings = group
        own = [child for meaning in meanings for child in meaning.children if _is_words(child)]
        unit = self._units.unit(Shape.ENTRY, term, _inlines([term, *own]), depth)
        last = own[-1] if own else term
        unit = replace(unit, span=unit.span.to(self._rows.span_of(last)), end=self._rows.end_of(last))
        words = self._units.content(term.children, unit.span)
        if number := DECIMAL.match(text_of(words).strip()):
            self._problems.append(NumberedTerm(beginning(self._rows.span_of(meanings[0])), number[0]))
        read = tuple(tuple(self._within(meaning.children, depth, unit.span)) for meaning in meanings)
        return Entry(unit, words, read)

    def _note(self, node: Node, at: int) -> Note:
        own = [child for child in node.children if _is_words(child)]
        self._units.begin_note(at)
        unit = self._units.unit(Shape.NOTE, own[0] if own else node.children[0], _inlines(own), 0)
        marks = sum(child.type == "footnote_anchor" for child in node.walk())
        blocks = tuple(self._within(node.children, 0, unit.span))
        if not blocks:
            mark = f"[^{node.meta['label']}]"
            span = self._rows.first(f"{mark}:")
            unit = replace(unit, span=span, end=span.end)
            self._problems.append(MarkWithoutNote(span, mark))
        return Note(unit, figure(at), marks, blocks)


def _inlines(nodes: Iterable[Node]) -> list[Node]:
    return [child for node in nodes for child in node.children if child.type == "inline"]


def _is_words(node: Node) -> bool:
    return node.type == "paragraph"


def _lettered(nodes: Sequence[Node]) -> list[Node]:
    """Return the paragraphs of an item that are units in their turn, as "(a) …" and "2.1 …" are.

    They are so where all have an anchor of their own, as the item has; or where nothing has one yet. What was
    published as one item stays one.
    """
    words = [node for node in nodes if _is_words(node)]
    found = [node for node in words[1:] if _is_item(node.children[0].content)]
    own = any(attributes_of(inline).anchor for inline in _inlines(node for node in words if node not in found))
    agree = all((attributes_of(inline).anchor is not None) is own for inline in _inlines(found))
    return found if agree else []


def _is_item(words: str) -> bool:
    return read_item(words) is not None or DECIMAL.match(words) is not None


def _is_comment(content: str) -> bool:
    return re.fullmatch(r"\s*(?:<!--.*?-->\s*)+", content, re.DOTALL) is not None


def _aligned(cell: Node) -> ColumnAlignment:
    return ColumnAlignment(str(cell.attrs.get("style", "")).removeprefix("text-align:"))


def _with_box(blocks: tuple[Block, ...], first: Sequence[Node]) -> tuple[Block, ...]:
    """Show the box of a task as the sign of one. A backslash before it says that it is none."""
    written = "".join(inline.content for inline in _inlines(first))
    task = _TASK.match(written)
    match blocks:
        case (Paragraph(content=(Text(text=text), *more)) as words, *rest) if task and text.startswith(
            task["box"]
        ):
            boxed = Text(_BOXES[task["done"]] + text.removeprefix(task["box"]).lstrip(" \t"))
            return (replace(words, content=(boxed, *more)), *rest)
        case _:
            return blocks
