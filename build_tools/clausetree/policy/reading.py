"""A policy's Markdown becomes a `Document`: read once, by one reader, for everything that is made of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from markdown_it.rules_block.table import escapedSplit
from markdown_it.tree import SyntaxTreeNode

from clausetree.policy.attributes import Attributes
from clausetree.policy.document import (
    Block,
    Content,
    Definitions,
    Document,
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
from clausetree.policy.head import read_head
from clausetree.policy.inline import NOTES, WITHIN_NOTE, Words, figure
from clausetree.policy.markdown import Reading, attributes_of, compared, read_markdown
from clausetree.policy.paste import Paste, without_head
from clausetree.policy.problems import (
    CellsLost,
    EmptyHeading,
    IndentedWords,
    MisshapenAnchor,
    NoteWithoutMark,
    Problem,
    RunTogether,
    StrangeSign,
    StrayAnchor,
    UnknownAttributes,
    UnreadableBlock,
    UnusedDefinition,
)
from clausetree.policy.words import has_words, text_of
from clausetree.report.span import Span

SNIPPET = 40
"""Enough of a block to recognise it by: a whole clause is too long to underline."""
_STRANGE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufff9-\ufffb\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
_SPACES = str.maketrans("\v\f\x85\u2028\u2029\ufeff", "      ")
"""Word processors and PDFs have these where a line, a page or a file begins or ends."""
_TASK = re.compile(r"(?P<box>\[(?P<done>[ xX])\])\s")
_LABEL = re.compile(r"\[(?P<label>[^\[\]]+)\]:")
_BOXES = {" ": "☐ ", "x": "☑ ", "X": "☑ "}


@dataclass(frozen=True, slots=True)
class Written:
    """What stands in a text, and the problems in it."""

    document: Document
    problems: tuple[Problem, ...]


def read_document(text: str, labels: Mapping[str, str]) -> Written:
    """Read a policy's file, its head left out.

    `labels` maps those of the registry of links to addresses. Clauses that stand together without a blank line
    are read as if there were one, and told.
    """
    begins = len(read_head(text).text)
    reading = read_markdown(_body(text), labels)
    paste = Paste(text, reading.root)
    parted, lines = set(paste.run_together()), paste.lines
    if parted:
        reading = read_markdown(_body(paste.with_blank_lines(parted)), labels)
    starts = list(accumulate(map(len, lines), initial=0))
    seen = [start for row, start in enumerate(starts) for _ in range(1 + (row in parted))]
    reader = _Reader(text, seen, Words(labels, reading.addresses))
    blocks = tuple(reader.blocks(reading.root.children, 0))
    used = {compared(lead.label) for lead in reader.words.leads if lead.label}
    problems = [*reader.problems, *reader.words.problems, *_unread(text, begins, reading, used)]
    problems += _repeated(text, reading, seen)
    problems += [RunTogether(_line(lines[row], starts[row])) for row in sorted(parted)]
    problems += [StrangeSign(Span(m.start(), m.end()), _name(m[0])) for m in _STRANGE.finditer(text, begins)]
    return Written(Document(blocks, tuple(reader.words.leads)), tuple(problems))


def _body(text: str) -> str:
    return without_head(text).translate(_SPACES)


class _Reader:
    """`starts` says where each line begins that was read, of which some may not be there."""

    def __init__(self, text: str, starts: list[int], words: Words) -> None:
        self._text = text
        self._starts = starts
        self._key = -1
        self._shape = Shape.PARAGRAPH
        self.words = words
        self.problems: list[Problem] = []

    def blocks(self, nodes: Sequence[SyntaxTreeNode], depth: int) -> Iterator[Block]:
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
                    yield Quotation(tuple(self.blocks(node.children, depth)))
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
                    self.problems.append(UnreadableBlock(beginning(self._span(node))))

    def _heading(self, node: SyntaxTreeNode) -> Iterator[Heading]:
        unit = self._unit(Shape.HEADING, node, _inlines([node]), int(node.tag[1:]))
        content = self._content(node.children, unit.span)
        if has_words(content):
            yield Heading(unit, content)
        elif not content and unit.attributes.anchor:
            self.problems.append(StrayAnchor(unit.span))
        else:
            self.problems.append(EmptyHeading(self._span(node)))

    def _paragraph(self, node: SyntaxTreeNode, depth: int) -> Iterator[Paragraph]:
        meta = node.children[0].meta
        if "stray" in meta:
            if meta.get("given") != "code_block":
                self.problems.append(StrayAnchor(self._span(node), self._shape is Shape.HEADING))
            return
        unit = self._unit(Shape.PARAGRAPH, node, _inlines([node]), depth)
        content = self._content(node.children, unit.span)
        if content:
            yield Paragraph(unit, content)
        elif unit.attributes.anchor:
            self.problems.append(StrayAnchor(unit.span))

    def _indented(self, node: SyntaxTreeNode, depth: int) -> Iterator[Paragraph]:
        """Words that are taken for code. Where they have an anchor, nothing more is to look wrong for it."""
        self.problems.append(IndentedWords(beginning(self._span(node))))
        if attributes_of(node).anchor:
            unit = self._unit(Shape.PARAGRAPH, node, [node], depth)
            yield Paragraph(unit, (Text(node.content.strip()),))

    def _list(self, node: SyntaxTreeNode, depth: int) -> List:
        numbering = None
        if node.type == "ordered_list":
            numbering = Numbering(int(node.attrs.get("start", 1)), node.markup)
        loose = any(not child.hidden for item in node.children for child in item.children if _is_words(child))
        items = []
        for at, item in enumerate(node.children):
            listed = f"{numbering.start + at}{numbering.sign}" if numbering else ""
            items.append(self._item(item, depth, listed))
        return List(numbering, loose, tuple(items))

    def _item(self, node: SyntaxTreeNode, depth: int, listed: str) -> Item:
        unit = self._unit(Shape.ITEM, node, _inlines(filter(_is_words, node.children)), depth, listed)
        blocks = tuple(self._within(node.children, depth, unit.span))
        if unit.attributes.anchor and not any(
            isinstance(block, Paragraph) and block.content for block in blocks
        ):
            self.problems.append(StrayAnchor(unit.span))
        return Item(unit, _with_box(blocks, node.children[:1]))

    def _within(self, nodes: Sequence[SyntaxTreeNode], depth: int, span: Span) -> Iterator[Block]:
        """Yield the blocks of an item, an entry or a note: paragraphs are its own words."""
        for node in nodes:
            if _is_words(node):
                stray = "stray" in node.children[0].meta
                content = () if stray else self._content(node.children, span)
                if content:
                    yield Paragraph(None, content)
            else:
                yield from self.blocks([node], depth + 1)

    def _table(self, node: SyntaxTreeNode, depth: int) -> Table:
        written = [row for part in node.children for row in part.children]
        for row in written:
            self._check_cells(row, len(written[0].children))
        head, *rows = (self._row(row, depth) for row in written)
        columns = tuple(_aligned(cell) for cell in written[0].children)
        return Table(head, tuple(rows), columns)

    def _check_cells(self, row: SyntaxTreeNode, columns: int) -> None:
        """Markdown leaves out the cells that a table has no column for."""
        span = self._span(row)
        cells = escapedSplit(self._text[span.start : span.end].strip("> \t").strip("|"))
        if len(cells) > columns:
            self.problems.append(CellsLost(beginning(span), len(cells), columns))

    def _row(self, node: SyntaxTreeNode, depth: int) -> Row:
        if not any(
            cell.children and (cell.children[0].content or attributes_of(cell.children[0]).told)
            for cell in node.children
        ):
            return Row(
                Unit(-1, Shape.ROW, depth, self._span(node), self._end(node)), tuple(() for _ in node.children)
            )
        unit = self._unit(Shape.ROW, node, _inlines(node.children), depth)
        cells = tuple(self._content(cell.children, unit.span) for cell in node.children)
        if unit.attributes.anchor and not any(cells):
            self.problems.append(StrayAnchor(unit.span))
        return Row(unit, cells)

    def _entries(self, node: SyntaxTreeNode, depth: int) -> Iterator[Entry]:
        """Yield each word with what it means; several words in a row have the meaning of the last."""
        group: list[SyntaxTreeNode] = []
        for child in [*node.children, None]:
            if group and group[-1].type == "dd" and (child is None or child.type == "dt"):
                yield self._entry(group, depth)
                group = []
            group += [child] if child is not None else []

    def _entry(self, group: Sequence[SyntaxTreeNode], depth: int) -> Entry:
        term, *meanings = group
        own = [child for meaning in meanings for child in meaning.children if _is_words(child)]
        unit = self._unit(Shape.ENTRY, term, _inlines([term, *own]), depth)
        last = own[-1] if own else term
        unit = replace(unit, span=unit.span.to(self._span(last)), end=self._end(last))
        words = self._content(term.children, unit.span)
        read = tuple(tuple(self._within(meaning.children, depth, unit.span)) for meaning in meanings)
        return Entry(unit, words, read)

    def _note(self, node: SyntaxTreeNode, at: int) -> Note:
        own = [child for child in node.children if _is_words(child)]
        self._key = NOTES + at * WITHIN_NOTE - 1
        unit = self._unit(Shape.NOTE, own[0] if own else node.children[0], _inlines(own), 0)
        marks = sum(child.type == "footnote_anchor" for child in node.walk())
        blocks = tuple(self._within(node.children, 0, unit.span))
        if unit.attributes.anchor and not blocks:
            self.problems.append(StrayAnchor(unit.span))
        return Note(unit, figure(at), marks, blocks)

    def _unit(
        self,
        shape: Shape,
        node: SyntaxTreeNode,
        words: Sequence[SyntaxTreeNode],
        depth: int,
        listed: str = "",
    ) -> Unit:
        self._key += 1
        self._shape = shape
        found = [attributes_of(inline) for inline in words]
        span = self._span(node)
        for attributes in found:
            self._check(attributes, shape, span)
        anchors = [a.anchor for a in found if a.anchor]
        self._check(Attributes(unknown=tuple(f"#{name}" for name in anchors[1:])), shape, span)
        anchor = anchors[0] if anchors else None
        classes = frozenset(name for a in found for name in a.classes)
        short = next((a.short for a in found if a.short), "")
        return Unit(self._key, shape, depth, span, self._end(node), Attributes(anchor, classes, short), listed)

    def _check(self, attributes: Attributes, shape: Shape, span: Span) -> None:
        if attributes.misshapen:
            place = self._place(attributes.misshapen, span)
            name = shape.value
            self.problems.append(MisshapenAnchor(place, attributes.misshapen, attributes.anchor or "", name))
        for word in attributes.unknown:
            self.problems.append(UnknownAttributes(self._place(word, span), word))

    def _content(self, children: Sequence[SyntaxTreeNode], span: Span) -> Content:
        """Return the words of a block; nothing but spaces is no words."""
        inlines = [child for child in children if child.type == "inline"]
        content = self.words.read(inlines[0], lambda words: self._place(words, span)) if inlines else ()
        return content if text_of(content).strip() else ()

    def _place(self, written: str, span: Span) -> Span:
        start = self._text.find(written, span.start, span.end) if written else -1
        return Span(start, start + len(written)) if start >= 0 else beginning(span)

    def _end(self, node: SyntaxTreeNode) -> int:
        """Return the end of the first paragraph of an item, and of a heading without the line beneath it."""
        own = next((child for child in node.children if child.type == "paragraph"), node)
        first, past = own.map or (0, 0)
        last = past - (own.type == "heading" and own.markup in ("=", "-"))
        start, end = self._start(first), self._start(last)
        return start + len(self._text[start:end].rstrip())

    def _start(self, line: int) -> int:
        return self._starts[line] if line < len(self._starts) else len(self._text)

    def _span(self, node: SyntaxTreeNode) -> Span:
        first, past = node.map or (0, 0)
        start, end = self._start(first), self._start(max(past, first + 1))
        written = self._text[start:end]
        indent = len(written) - len(written.lstrip(" \t"))
        return Span(start + indent, start + max(len(written.rstrip()), indent))


def beginning(span: Span) -> Span:
    """Return enough of a block to recognise it by."""
    return Span(span.start, min(span.end, span.start + SNIPPET))


def _inlines(nodes: object) -> list[SyntaxTreeNode]:
    return [child for node in nodes for child in node.children if child.type == "inline"]  # type: ignore[attr-defined]


def _is_words(node: SyntaxTreeNode) -> bool:
    return node.type == "paragraph"


def _is_comment(content: str) -> bool:
    return re.fullmatch(r"\s*(?:<!--.*?-->\s*)+", content, re.DOTALL) is not None


def _aligned(cell: SyntaxTreeNode) -> str:
    return str(cell.attrs.get("style", "")).removeprefix("text-align:")


def _with_box(blocks: tuple[Block, ...], first: Sequence[SyntaxTreeNode]) -> tuple[Block, ...]:
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


def _unread(text: str, start: int, reading: Reading, used: set[str]) -> Iterator[Problem]:
    """Yield the notes and the addresses that nobody would ever see."""
    for label in reading.uncited:
        yield NoteWithoutMark(_definition(text, start, rf"\[\^{re.escape(label)}\]:"), label)
    for name in reading.addresses.keys() - used:
        for match in re.finditer(r"^[ ]{0,3}\[(?P<label>[^\[\]^][^\[\]]*)\]:", text[start:], re.MULTILINE):
            if compared(match["label"]) == name:
                yield UnusedDefinition(Span(start + match.start(), start + match.end()), match["label"])
                break


def _repeated(text: str, reading: Reading, starts: Sequence[int]) -> Iterator[Problem]:
    """Yield the notes and the addresses whose label another one has: Markdown takes one of them."""
    for row, first in reading.noted_again.items():
        line = text.count("\n", 0, starts[first]) + 1
        if label := _LABEL.search(text, starts[row]):
            yield NoteWithoutMark(Span(*label.span()), label["label"].removeprefix("^"), line)
    for row in reading.addressed_again:
        if label := _LABEL.search(text, starts[row]):
            yield UnusedDefinition(Span(*label.span()), label["label"], already=True)


def _definition(text: str, start: int, pattern: str) -> Span:
    match = re.search(pattern, text[start:])
    return Span(start + match.start(), start + match.end()) if match else Span(start, start)


def _line(line: str, start: int) -> Span:
    words = line.strip()
    return beginning(Span(start + line.index(words), start + line.index(words) + len(words)))


def _name(sign: str) -> str:
    return unicodedata.name(sign, "").lower() or f"U+{ord(sign):04X}"
