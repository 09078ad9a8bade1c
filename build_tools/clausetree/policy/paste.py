"""A pasted text by its rows, as Markdown reads it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from itertools import pairwise

from markdown_it.tree import SyntaxTreeNode

from clausetree.policy.attributes import stands_alone
from clausetree.policy.head import read_head
from clausetree.policy.markdown import read_layout
from clausetree.policy.nodes import are_apart, depth_of, has_no_anchor, is_empty, is_quoted, rows_of
from clausetree.policy.numbers.items import read_item
from clausetree.policy.numbers.pasted_rows import clause_row

_MARGIN = re.compile(r"[ \t>]*")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_ENDED = re.compile(r"(?:[:;,.!?}]|\band|\bor)[\s\"'”’*_)]*\Z")


def without_head(text: str) -> str:
    """Return a text in which each line of its head is empty, so that every other line stays where it is."""
    head = read_head(text).text
    return re.sub(r"[^\r\n]", "", head) + text[len(head) :]


class Paste:
    """A text by its rows. What only the layout of a paste asks for is worked out when it is asked for."""

    def __init__(self, text: str, root: SyntaxTreeNode | None = None) -> None:
        """Take a text, and what Markdown reads in it where that is known."""
        self.root = root or read_layout(without_head(text))
        self.lines = [line[0] for line in _LINE.finditer(text) if line[0]]
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
    def bracketed(self) -> frozenset[int]:
        """The rows where an item has the number "1)"."""
        items = (item for node in self._nodes if node.markup == ")" for item in node.children)
        return frozenset(rows_of(item).start for item in items)

    @cached_property
    def empty(self) -> frozenset[int]:
        """The rows with a bullet and nothing behind it."""
        items = (node for node in self._nodes if node.type == "list_item" and is_empty(node))
        return frozenset(rows_of(item).start for item in items)

    @cached_property
    def margins(self) -> Mapping[int, int]:
        """How many spaces stand before each row that begins an item, or a later paragraph of one.

        Four for each list that it stands in: with fewer, some readers see no list within a list.
        """
        found: dict[int, int] = {}
        for node in self._nodes:
            if node.type == "list_item" and node.children and not is_quoted(node):
                depth = depth_of(node)
                found[rows_of(node).start] = 4 * (depth - 1)
                later = (child for child in node.children[1:] if child.type == "paragraph")
                found |= {row: 4 * depth for child in later for row in rows_of(child)}
        return {row: margin for row, margin in found.items() if row in self.free}

    def run_together(self) -> Iterator[int]:
        """Yield each row within a paragraph that stands below an anchor, or plainly begins a clause."""
        for node in self._nodes:
            if node.type in ("paragraph", "heading"):
                for row in rows_of(node)[1:]:
                    below_anchor = self._is_list(row - 1) and not self._is_list(row)
                    if below_anchor or (clause_row(self.words(row)) and self.ends(row - 1)):
                        yield row

    def clauses_within(self) -> Iterator[int]:
        """Yield each row that begins a clause, or an item with a letter, in the middle of a paragraph.

        Of several rows with a line beneath, the last one is the heading.
        """
        yield from self.run_together()
        for node in self._nodes:
            rows = rows_of(node)[1:]
            if node.type not in ("paragraph", "heading") or not has_no_anchor(node):
                continue
            if node.type == "heading" and node.markup in ("=", "-"):
                rows = rows[:-1]
                yield from rows[-1:]
            yield from (row for row in rows if self._begins_clause(row))
            if node.parent is not None and node.parent.type != "list_item":
                yield from self._lettered(rows)

    def apart(self) -> Iterator[int]:
        """Yield each row on which a block follows another one directly, but for a list within an item."""
        for node in (self.root, *self._nodes):
            for above, below in pairwise(node.children):
                row = rows_of(below).start
                if are_apart(node, above, below) and self.words(row - 1).strip():
                    yield row

    def _is_list(self, row: int) -> bool:
        return stands_alone(self.words(row))

    def _begins_clause(self, row: int) -> bool:
        """A line may also begin with the number of a clause because the one before was full."""
        clause = clause_row(self.words(row))
        return clause is not None and (clause.capital or self.ends(row - 1))

    def _lettered(self, rows: range) -> list[int]:
        """Return the rows that begin with a letter, but not one alone in the middle of a sentence."""
        found = [row for row in rows if read_item(self.words(row))]
        return found if len(found) > 1 or any(self.ends(row - 1) for row in found) else []

    def words(self, row: int) -> str:
        """Return a row without its margin."""
        return _MARGIN.sub("", self.lines[row], count=1)

    def with_blank_lines(self, rows: Collection[int]) -> str:
        """Return the text with a blank line before each of these rows, within the same quotation."""
        return "".join(
            (self._blank_before(row) if row in rows else "") + line for row, line in enumerate(self.lines)
        )

    def _blank_before(self, row: int) -> str:
        above, below = self.lines[row - 1 : row + 1]
        margins = (match[0].rstrip() for line in (above, below) if (match := _MARGIN.match(line)))
        return min(margins, key=lambda margin: margin.count(">")) + above[len(above.rstrip("\r\n")) :]

    def ends(self, row: int) -> bool:
        """Tell whether the words of a row come to an end with it."""
        return _ENDED.search(self.lines[row].rstrip()) is not None


def _blocks(node: SyntaxTreeNode) -> Iterator[SyntaxTreeNode]:
    for child in node.children:
        if child.type != "inline":
            yield child
            yield from _blocks(child)
