"""A policy's text as a flat list of blocks, each with its place in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import accumulate

from markdown_it.tree import SyntaxTreeNode

from clausetree.policy.attributes import Attributes, split_own_line, split_same_line
from clausetree.policy.paste import Paste
from clausetree.policy.words import Env
from clausetree.report.span import Span

_LISTS = {"bullet_list", "ordered_list"}


class Shape(Enum):
    """How a block is written."""

    HEADING = auto()
    PARAGRAPH = auto()
    ITEM = auto()
    ROW = auto()
    UNREADABLE = auto()
    """Something whose words cannot be attested: code, or raw HTML."""
    INDENTED = auto()
    """Words that begin with so many spaces that they are taken for code."""
    JOINED = auto()
    """Where no blank line parts words from some with an anchor: on the page they are one."""


_ADOPT = (Shape.HEADING, Shape.PARAGRAPH, Shape.ITEM, Shape.INDENTED)


@dataclass(frozen=True, slots=True)
class Block:
    """`words` is Markdown without the attribute list; `depth` a heading's level or a list's nesting.

    At `end` ends the line that its attribute list stands on, or is to stand on or under.
    """

    shape: Shape
    words: str
    attributes: Attributes
    depth: int
    span: Span
    end: int


def read_blocks(text: str, env: Env) -> list[Block]:
    """Read the blocks of a Markdown file, front matter left out.

    Clauses that stand together without a blank line are read as if there were one.
    """
    paste = Paste(text, env)
    parted = set(paste.run_together())
    root = Paste(paste.with_blank_lines(parted), env).root if parted else paste.root
    starts = list(accumulate(map(len, paste.lines), initial=0))
    seen = [start for row, start in enumerate(starts) for _ in range(1 + (row in parted))]
    blocks = _with_own_anchors(_Reader(text, seen).read(root, 0))
    joined = parted.union(paste.missed())
    joined -= {row + 1 for row in paste.free} if joined else set()
    return [*blocks, *(_joined(paste.lines[row], starts[row]) for row in sorted(joined))]


def _joined(line: str, start: int) -> Block:
    words = line.strip()
    span = Span(start + line.index(words), start + line.index(words) + len(words))
    return Block(Shape.JOINED, "", Attributes(), 0, span, span.end)


def _with_own_anchors(blocks: Iterable[Block]) -> list[Block]:
    """Give words without an anchor the one that stands below them, and belongs to no words.

    Of words that are taken for code nothing more is said. Elsewhere it is told that the anchor is misplaced.
    """
    found: list[Block] = []
    for block in blocks:
        alone = block.shape is Shape.PARAGRAPH and not block.words.strip()
        above = found[-1] if found else None
        adopts = alone and above is not None and above.shape in _ADOPT and above.attributes == Attributes()
        if above is not None and adopts:
            found[-1] = replace(above, attributes=Attributes(block.attributes.anchor))
        if not (above is not None and adopts and above.shape is Shape.INDENTED):
            found.append(block)
    return found


class _Reader:
    """`starts` says where each line begins that was read, of which some may not be there."""

    def __init__(self, text: str, starts: list[int]) -> None:
        self._text = text
        self._starts = starts

    def read(self, node: SyntaxTreeNode, depth: int) -> Iterator[Block]:
        match node.type:
            case "heading":
                yield self._block(Shape.HEADING, node, [_inline(node)], int(node.tag[1:]))
            case "paragraph":
                yield self._block(Shape.PARAGRAPH, node, [_inline(node)], depth)
            case "list_item":
                yield from self._item(node, depth)
            case "tr":
                cells = [_inline(cell) for cell in node.children]
                if any(cells):
                    yield self._block(Shape.ROW, node, cells, depth)
            case "code_block":
                yield self._block(Shape.INDENTED, node, [node.content.strip()], depth)
            case "fence" | "html_block":
                yield self._block(Shape.UNREADABLE, node, [], depth)
            case _:
                for child in node.children:
                    yield from self.read(child, depth)

    def _item(self, node: SyntaxTreeNode, depth: int) -> Iterator[Block]:
        """An item's own paragraphs make one block; lists within it follow, one level deeper."""
        own = [_inline(child) for child in node.children if child.type == "paragraph"]
        yield self._block(Shape.ITEM, node, own, depth)
        for child in node.children:
            if child.type != "paragraph":
                yield from self.read(child, depth + (child.type in _LISTS))

    def _block(self, shape: Shape, node: SyntaxTreeNode, contents: list[str], depth: int) -> Block:
        same_line = shape in (Shape.HEADING, Shape.ROW)
        split = [(split_same_line if same_line else split_own_line)(text) for text in contents]
        anchor = next((a.anchor for _, a in split if a.anchor), None)
        classes = frozenset(name for _, a in split for name in a.classes)
        misshapen = next((a.misshapen for _, a in split if a.misshapen), "")
        words = "\n".join(text for text, _ in split)
        attributes = Attributes(anchor, classes, misshapen)
        return Block(shape, words, attributes, depth, self._span(node), self._end(node))

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
        start, end = self._start(first), self._start(past)
        written = self._text[start:end]
        indent = len(written) - len(written.lstrip(" \t"))
        return Span(start + indent, start + max(len(written.rstrip()), indent))


def _inline(node: SyntaxTreeNode) -> str:
    return "".join(child.content for child in node.children if child.type == "inline")
