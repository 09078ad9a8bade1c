"""A policy's text as a flat list of blocks, each with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from markdown_it.tree import SyntaxTreeNode

from clausetree.policy.attributes import Attributes, split_own_line, split_same_line
from clausetree.policy.head import read_head
from clausetree.policy.words import Env, parse_blocks
from clausetree.report.span import Span

_LINE_END = re.compile(r"\r\n?|\n")
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


def front_matter(text: str) -> str:
    """Return the head of the file with its fences, or nothing."""
    return read_head(text).text


def read_blocks(text: str, env: Env) -> list[Block]:
    """Read the blocks of a Markdown file, front matter left out."""
    head = front_matter(text)
    blank = re.sub(r"[^\r\n]", "", head)
    root = SyntaxTreeNode(parse_blocks(blank + text[len(head) :], env))
    return _with_own_anchors(_Reader(text).read(root, 0))


def _with_own_anchors(blocks: Iterable[Block]) -> list[Block]:
    """Give words that are taken for code the anchor below them, which would belong to no words."""
    found: list[Block] = []
    for block in blocks:
        alone = block.shape is Shape.PARAGRAPH and not block.words.strip()
        if alone and found and found[-1].shape is Shape.INDENTED and found[-1].attributes == Attributes():
            anchor = Attributes(block.attributes.anchor)
            found[-1] = replace(found[-1], attributes=anchor)
        else:
            found.append(block)
    return found


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

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
