"""A policy's Markdown becomes a `Document`: read once, by one reader, for everything that is made of it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, dropwhile

from markdown_it.rules_block.table import escapedSplit

from clausetree.policy.attributes import NONE, Attributes
from clausetree.policy.document import (
    Block,
    Break,
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
from clausetree.policy.numbers.forms import DECIMAL
from clausetree.policy.numbers.items import read_item
from clausetree.policy.paste import Paste, without_head
from clausetree.policy.problems import (
    CellsLost,
    EmptyHeading,
    IndentedWords,
    MarkWithoutNote,
    MisshapenAnchor,
    NoteWithoutMark,
    NumberedTerm,
    NumberNotPrinted,
    Problem,
    RunTogether,
    StrangeSign,
    StrayAnchor,
    UnknownAttributes,
    UnreadableBlock,
    UnusedDefinition,
)
from clausetree.policy.syntax import Node
from clausetree.policy.words import has_words, text_of
from clausetree.report.span import Span

SNIPPET = 40
"""Enough of a block to recognise it by: a whole clause is too long to underline."""
_STRANGE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufff9-\ufffb\ue000-\uf8ff\U000f0000-\U0010ffff]"
)
_SPACE = re.compile("[\v\f\x85\u2028\u2029\ufeff]")
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
    return _SPACE.sub(" ", without_head(text))


class _Reader:
    """`starts` says where each line begins that was read, of which some may not be there."""

    def __init__(self, text: str, starts: list[int], words: Words) -> None:
        self._text = text
        self._starts = starts
        self._key = -1
        self._shape = Shape.PARAGRAPH
        self.words = words
        self.problems: list[Problem] = []

    def blocks(self, nodes: Sequence[Node], depth: int) -> Iterator[Block]:
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

    def _heading(self, node: Node) -> Iterator[Heading]:
        unit = self._unit(Shape.HEADING, node, _inlines([node]), int(node.tag[1:]))
        content = self._content(node.children, unit.span)
        if has_words(content):
            yield Heading(unit, content)
        elif not content and unit.attributes.anchor:
            self.problems.append(StrayAnchor(unit.span))
        else:
            self.problems.append(EmptyHeading(self._span(node)))

    def _paragraph(self, node: Node, depth: int) -> Iterator[Paragraph]:
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

    def _indented(self, node: Node, depth: int) -> Iterator[Paragraph]:
        """Words that are taken for code. Where they have an anchor, nothing more is to look wrong for it."""
        self.problems.append(IndentedWords(beginning(self._span(node))))
        if attributes_of(node).anchor:
            unit = self._unit(Shape.PARAGRAPH, node, [node], depth)
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
                self.problems.append(NumberNotPrinted(beginning(self._span(item)), found, printed))
                return

    def _item(self, node: Node, depth: int, listed: str) -> Item:
        lettered = _lettered(node.children)
        own = [child for child in node.children if _is_words(child) and child not in lettered]
        unit = self._unit(Shape.ITEM, node, _inlines(own), depth, listed)
        blocks = tuple(self._within(node.children, depth, unit.span, lettered))
        if unit.attributes.anchor and not any(
            isinstance(block, Paragraph) and block.content for block in blocks
        ):
            self.problems.append(StrayAnchor(unit.span))
        return Item(unit, _with_box(blocks, node.children[:1]))

    def _within(
        self, nodes: Sequence[Node], depth: int, span: Span, apart: Sequence[Node] = ()
    ) -> Iterator[Block]:
        """Yield the blocks of an item, an entry or a note: paragraphs are its own words, or stand `apart`."""
        for node in nodes:
            if _is_words(node) and node not in apart:
                stray = "stray" in node.children[0].meta
                content = () if stray else self._content(node.children, span)
                if content:
                    yield Paragraph(None, content)
            else:
                yield from self.blocks([node], depth + 1)

    def _table(self, node: Node, depth: int) -> Table:
        written = [row for part in node.children for row in part.children]
        for row in written:
            self._check_cells(row, len(written[0].children))
        head, *rows = (self._row(row, depth) for row in written)
        columns = tuple(_aligned(cell) for cell in written[0].children)
        return Table(head, tuple(rows), columns)

    def _check_cells(self, row: Node, columns: int) -> None:
        """Markdown leaves out the cells that a table has no column for."""
        span = self._span(row)
        cells = escapedSplit(self._text[span.start : span.end].strip("> \t").strip("|"))
        if len(cells) > columns:
            self.problems.append(CellsLost(beginning(span), len(cells), columns))

    def _row(self, node: Node, depth: int) -> Row:
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
        unit = self._unit(Shape.ENTRY, term, _inlines([term, *own]), depth)
        last = own[-1] if own else term
        unit = replace(unit, span=unit.span.to(self._span(last)), end=self._end(last))
        words = self._content(term.children, unit.span)
        if number := DECIMAL.match(text_of(words).strip()):
            self.problems.append(NumberedTerm(beginning(self._span(meanings[0])), number[0]))
        read = tuple(tuple(self._within(meaning.children, depth, unit.span)) for meaning in meanings)
        return Entry(unit, words, read)

    def _note(self, node: Node, at: int) -> Note:
        own = [child for child in node.children if _is_words(child)]
        self._key = NOTES + at * WITHIN_NOTE - 1
        unit = self._unit(Shape.NOTE, own[0] if own else node.children[0], _inlines(own), 0)
        marks = sum(child.type == "footnote_anchor" for child in node.walk())
        blocks = tuple(self._within(node.children, 0, unit.span))
        if not blocks:
            mark = f"[^{node.meta['label']}]"
            span = _definition(self._text, 0, re.escape(f"{mark}:"))
            unit = replace(unit, span=span, end=span.end)
            self.problems.append(MarkWithoutNote(span, mark))
        return Note(unit, figure(at), marks, blocks)

    def _unit(
        self,
        shape: Shape,
        node: Node,
        words: Sequence[Node],
        depth: int,
        listed: str = "",
    ) -> Unit:
        self._key += 1
        self._shape = shape
        found = [attributes for inline in words if (attributes := attributes_of(inline)) is not NONE]
        span = self._span(node)
        for attributes in found:
            self._check(attributes, shape, span)
        if not found:
            return Unit(self._key, shape, depth, span, self._end(node), NONE, listed)
        anchors = [a.anchor for a in found if a.anchor]
        if anchors[1:]:
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

    def _content(self, children: Sequence[Node], span: Span) -> Content:
        """Return the words of a block, without line ends before the first.

        Nothing but spaces is no words, and a picture without words is told.
        """
        inlines = [child for child in children if child.type == "inline"]
        before = len(self.words.leads)
        content = self.words.read(inlines[0], lambda words: self._place(words, span)) if inlines else ()
        pictured = any(lead.picture for lead in self.words.leads[before:])
        said = pictured or text_of(content).strip()
        return tuple(dropwhile(lambda inline: isinstance(inline, Break), content)) if said else ()

    def _place(self, written: str, span: Span) -> Span:
        start = self._text.find(written, span.start, span.end) if written else -1
        if start >= 0:
            return Span(start, start + len(written))
        # A label that the text defines is known by its capitals.
        capitals = re.compile(re.escape(written), re.IGNORECASE)
        found = capitals.search(self._text, span.start, span.end) if written else None
        return Span(*found.span()) if found else beginning(span)

    def _end(self, node: Node) -> int:
        """Return the end of the first paragraph of an item, and of a heading without the line beneath it."""
        own = next((child for child in node.children if child.type == "paragraph"), node)
        first, past = own.map or (0, 0)
        last = past - (own.type == "heading" and own.markup in ("=", "-"))
        start, end = self._start(first), self._start(max(last, first + 1))
        return start + len(self._text[start:end].rstrip())

    def _start(self, line: int) -> int:
        return self._starts[line] if line < len(self._starts) else len(self._text)

    def _span(self, node: Node) -> Span:
        first, past = node.map or (0, 0)
        start, end = self._start(first), self._start(max(past, first + 1))
        written = self._text[start:end]
        indent = len(written) - len(written.lstrip(" \t"))
        return Span(start + indent, start + max(len(written.rstrip()), indent))


def beginning(span: Span) -> Span:
    """Return enough of a block to recognise it by."""
    return Span(span.start, min(span.end, span.start + SNIPPET))


def _inlines(nodes: object) -> list[Node]:
    return [child for node in nodes for child in node.children if child.type == "inline"]  # type: ignore[attr-defined]


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


def _aligned(cell: Node) -> str:
    return str(cell.attrs.get("style", "")).removeprefix("text-align:")


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
    """Yield the notes and the addresses whose label another one has, and the notes that begin within others."""
    for row, first in reading.noted_again.items():
        line = text.count("\n", 0, starts[first]) + 1
        if label := _LABEL.search(text, starts[row]):
            yield NoteWithoutMark(Span(*label.span()), label["label"].removeprefix("^"), line)
    for row in reading.addressed_again:
        if label := _LABEL.search(text, starts[row]):
            yield UnusedDefinition(Span(*label.span()), label["label"], already=True)
    for row in reading.noted_within:
        if label := _LABEL.search(text, starts[row]):
            yield MarkWithoutNote(Span(*label.span()), f"[{label['label']}]")


def _definition(text: str, start: int, pattern: str) -> Span:
    match = re.search(pattern, text[start:])
    return Span(start + match.start(), start + match.end()) if match else Span(start, start)


def _line(line: str, start: int) -> Span:
    words = line.strip()
    return beginning(Span(start + line.index(words), start + line.index(words) + len(words)))


def _name(sign: str) -> str:
    return unicodedata.name(sign, "").lower() or f"U+{ord(sign):04X}"
