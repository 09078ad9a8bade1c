"""A pasted text by its rows, as Markdown reads it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from io import StringIO
from itertools import pairwise

from clausetree.policy.attributes import stands_alone
from clausetree.policy.front_matter.fences import read_front_matter
from clausetree.policy.labels.items import read_item
from clausetree.policy.markdown.reader import read_layout
from clausetree.policy.markdown.syntax import Node
from clausetree.policy.pasting.joining import JOINING
from clausetree.policy.pasting.nodes import (
    are_apart,
    depth_of,
    has_no_anchor,
    is_empty,
    is_quoted,
    items_with,
    rows_of,
    shares_row,
)
from clausetree.policy.pasting.pasted_lines import clause_row
from clausetree.report.lazy import lazy

_MARGIN = " \t>"
_CELLS = lazy(r"\S\t+\S")
_SIGN = re.compile(r"[ \t>]*(?P<sign>(?:[-*+]|\d{1,9}[.)])[ \t]*)")
_WIDTH = 4
_ENDED = lazy(rf"(?:[:;,.!?}}]|(?:(?<=\s)|(?<=[(/]))(?:{JOINING}))[\s\"'”’*_)]*\Z")
_BROKEN = lazy(r"\S(?:[ ]{2,}|\\)\Z")
"""Whoever breaks a line by two spaces or a backslash begins something with the next one."""


def without_front_matter(text: str) -> str:
    """Return a text with each line of its front matter empty, so that every other line stays where it is."""
    front_matter = read_front_matter(text).text
    return re.sub(r"[^\r\n]", "", front_matter) + text[len(front_matter) :]


class Paste:
    """A text by its rows. What only the layout of a paste asks for is worked out when it is asked for."""

    def __init__(self, text: str, root: Node | None = None) -> None:
        """Take a text, and what Markdown reads in it where that is known."""
        self.root = root or read_layout(without_front_matter(text))
        # Not splitlines: it ends a line at a page break, too.
        self.lines = list(StringIO(text, newline=""))
        self._nodes = list(_blocks(self.root))

    @cached_property
    def free(self) -> frozenset[int]:
        """The rows of words that have no anchor."""
        return frozenset(row for node in self._nodes if has_no_anchor(node) for row in rows_of(node))

    @cached_property
    def first(self) -> frozenset[int]:
        """The rows that words without an anchor begin on."""
        return frozenset(rows_of(node).start for node in self._nodes if has_no_anchor(node))

    @cached_property
    def empty(self) -> frozenset[int]:
        """The rows with a bullet and nothing behind it."""
        items = (node for node in self._nodes if node.type == "list_item" and is_empty(node))
        return frozenset(rows_of(item).start for item in items)

    @cached_property
    def margins(self) -> Mapping[int, int]:
        """How many spaces stand before each row that begins an item, or a later paragraph of one.

        Four for each list that it stands in: with fewer, some readers see no list within a list. A list with
        anchors was laid out by somebody, and where a sign takes more than four, so few would take words out of
        their item: such a list keeps its places.
        """
        found: dict[int, int] = {}
        for node in self._nodes:
            item = node.type == "list_item" and node.children and not is_quoted(node) and not shares_row(node)
            if item and not any(map(self._keeps_place, items_with(node))):
                depth = depth_of(node)
                found[rows_of(node).start] = 4 * (depth - 1)
                later = (child for child in node.children[1:] if child.type == "paragraph")
                found |= {row: 4 * depth for child in later for row in rows_of(child)}
            elif node.type == "code_block" and self._is_lettered(node):
                found |= dict.fromkeys(rows_of(node), 0)
        return {row: margin for row, margin in found.items() if row in self.free}

    def _keeps_place(self, item: Node) -> bool:
        row = rows_of(item).start
        sign = _SIGN.match(self.lines[row])
        return row not in self.free or sign is None or len(sign["sign"].expandtabs(4)) > _WIDTH

    def run_together(self) -> Iterator[int]:
        """Yield each row in a paragraph or a table that stands below an anchor, or plainly begins a clause."""
        for node in self._nodes:
            if node.type in ("paragraph", "heading"):
                for row in rows_of(node)[1:]:
                    below_anchor = self._is_list(row - 1) and not self._is_list(row)
                    if below_anchor or (clause_row(self.words(row)) and self.ends(row - 1)):
                        yield row
            elif node.type == "tr" and "|" not in (words := self.words(rows_of(node).start)):
                yield from [rows_of(node).start] if clause_row(words) else []

    def clauses_within(self) -> Iterator[int]:
        """Yield each row that begins a clause, or an item with a letter, in the middle of a paragraph.

        Of several rows with a line beneath, the last one alone is the heading where the words before it end.
        """
        yield from self.run_together()
        for node in self._nodes:
            rows = rows_of(node)[1:]
            if node.type not in ("paragraph", "heading") or not has_no_anchor(node):
                continue
            if node.type == "heading" and node.markup in ("=", "-"):
                rows = rows[:-1]
                yield from (row for row in rows[-1:] if self.ends(row - 1))
            yield from (row for row in rows if self._begins_clause(row) or self._is_row_of_table(row))
            yield from self._lettered(rows)

    def apart(self) -> Iterator[int]:
        """Yield each row on which a block follows another one directly, but for a list within an item."""
        for node in (self.root, *self._nodes):
            for above, below in pairwise(node.children):
                row = rows_of(below).start
                if are_apart(node, above, below) and self.words(row - 1).strip():
                    yield row

    def _is_lettered(self, node: Node) -> bool:
        """Tell whether items with letters are set in below a paragraph: Markdown takes them for code."""
        words = [line.strip() for line in node.content.splitlines() if line.strip()]
        return node.parent is self.root and all(map(read_item, words))

    def _is_list(self, row: int) -> bool:
        return stands_alone(self.words(row))

    def _begins_clause(self, row: int) -> bool:
        """A line may also begin with the number of a clause because the one before was full."""
        clause = clause_row(self.words(row))
        return clause is not None and (clause.capital or self.ends(row - 1))

    def _is_row_of_table(self, row: int) -> bool:
        """A word processor's table comes with tabs between its cells; what stands below one is none of it."""
        tabbed = (_CELLS.search(self.words(row - 1)), _CELLS.search(self.words(row)))
        return any(tabbed) and not self.words(row)[:1].islower()

    def _lettered(self, rows: range) -> list[int]:
        """Return the rows that begin with a letter, but not one alone in the middle of a sentence."""
        found = [row for row in rows if read_item(self.words(row))]
        return found if len(found) > 1 or any(self.ends(row - 1) for row in found) else []

    def words(self, row: int) -> str:
        """Return a row without its margin."""
        return self.lines[row].lstrip(_MARGIN)

    def with_blank_lines(self, rows: Collection[int]) -> str:
        """Return the text with a blank line before each of these rows, within the same quotation."""
        return "".join(
            (self._blank_before(row) if row in rows else "") + line for row, line in enumerate(self.lines)
        )

    def _blank_before(self, row: int) -> str:
        above, below = self.lines[row - 1 : row + 1]
        margins = (line[: len(line) - len(line.lstrip(_MARGIN))].rstrip() for line in (above, below))
        return min(margins, key=lambda margin: margin.count(">")) + above[len(above.rstrip("\r\n")) :]

    def ends(self, row: int) -> bool:
        """Tell whether the words of a row come to an end with it."""
        line = self.lines[row].rstrip("\r\n")
        return _BROKEN.search(line) is not None or _ENDED.search(line.rstrip()) is not None


def _blocks(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.type != "inline":
            yield child
            yield from _blocks(child)
