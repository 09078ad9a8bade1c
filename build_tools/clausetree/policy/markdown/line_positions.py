"""Where what Markdown reads stands in the text that it was read from."""

from __future__ import annotations

import re
from typing import Final

from clausetree.policy.markdown.syntax import Node
from clausetree.report.span import Span

SNIPPET: Final = 40
"""Enough of a block to recognise it by: a whole clause is too long to underline."""


class LinePositions:
    """`starts` says where each line of `text` begins that was read, of which some may not be there."""

    def __init__(self, text: str, starts: list[int]) -> None:
        self._text = text
        self._starts = starts

    def text_of(self, span: Span) -> str:
        """Return what stands there."""
        return self._text[span.start : span.end]

    def first(self, written: str) -> Span:
        """Return where words stand first in the text, or else where that begins."""
        start = self._text.find(written)
        return Span(start, start + len(written)) if start >= 0 else Span(0, 0)

    def span_of(self, node: Node) -> Span:
        """Return where a block stands, without the spaces around it."""
        first, past = node.map or (0, 0)
        start, end = self.start_of(first), self.start_of(max(past, first + 1))
        written = self._text[start:end]
        indent = len(written) - len(written.lstrip(" \t"))
        return Span(start + indent, start + max(len(written.rstrip()), indent))

    def end_of(self, node: Node) -> int:
        """Return the end of the first paragraph of an item, and of a heading without the line beneath it."""
        own = next((child for child in node.children if child.type == "paragraph"), node)
        first, past = own.map or (0, 0)
        last = past - (own.type == "heading" and own.markup in ("=", "-"))
        start, end = self.start_of(first), self.start_of(max(last, first + 1))
        return start + len(self._text[start:end].rstrip())

    def place(self, written: str, span: Span) -> Span:
        """Return where words stand within a block, or where it begins if they are written in another way."""
        start = self._text.find(written, span.start, span.end) if written else -1
        if start >= 0:
            return Span(start, start + len(written))
        # A label that the text defines is known by its capitals.
        capitals = re.compile(re.escape(written), re.IGNORECASE)
        found = capitals.search(self._text, span.start, span.end) if written else None
        return Span(*found.span()) if found else beginning(span)

    def start_of(self, line: int) -> int:
        """Return where a line begins, counted from 0; past the last one, where the text ends."""
        return self._starts[line] if line < len(self._starts) else len(self._text)


def beginning(span: Span) -> Span:
    """Return enough of a block to recognise it by."""
    return Span(span.start, min(span.end, span.start + SNIPPET))
