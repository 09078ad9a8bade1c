"""Which line belongs to which: indentation alone, before any word is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from clausetree.report.source import Source
from clausetree.report.span import Span

TAB = 4
"""How many spaces a tab counts for."""


@dataclass(slots=True)
class Block:
    """A line and the lines indented beneath it.

    `misplaced` says that its indentation matches no line that it could belong to. That is a fault in a
    statement and no fault in a stretch of Markdown, so it is noted here and judged by the parser.
    """

    span: Span
    indent: int
    misplaced: bool
    comment: bool
    children: list[Block] = field(default_factory=list)

    @property
    def end(self) -> int:
        """The offset at which the last line beneath this one ends."""
        # Not always under the last child: a comment opens no block, so lines may follow it further in.
        end = 0
        waiting = [self]
        while waiting:
            block = waiting.pop()
            end = max(end, block.span.end)
            waiting += block.children
        return end


def layout(source: Source) -> list[Block]:
    """Return the lines at the left margin, each with what stands beneath it; blank lines go."""
    root = Block(Span(0, 0), -1, misplaced=False, comment=False)
    stack = [root]
    for offset, end in pairwise((*source.line_starts, len(source.text))):
        line = source.text[offset:end]
        words = line.strip()
        if words:
            start = offset + len(line) - len(line.lstrip())
            indent = _width(line)
            _put_into_block(stack, Span(start, start + len(words)), indent, comment=words.startswith("#"))
    return root.children


def _width(line: str) -> int:
    leading = line[: len(line) - len(line.lstrip())]
    return len(leading.expandtabs(TAB))


def _put_into_block(stack: list[Block], span: Span, indent: int, *, comment: bool) -> None:
    if comment:
        # A comment stands anywhere without opening or closing a block.
        parent = next(block for block in reversed(stack) if block.indent < indent)
        parent.children.append(Block(span, indent, misplaced=False, comment=True))
        return
    while stack[-1].indent >= indent:
        stack.pop()
    parent = stack[-1]
    brothers = (child.indent for child in parent.children if not child.comment)
    expected = 0 if parent.indent < 0 else next(brothers, None)
    block = Block(span, indent, misplaced=expected not in (None, indent), comment=False)
    parent.children.append(block)
    stack.append(block)
