"""A tree laid out as every tree is: only spaces and blank lines change, never what it says.

Four spaces a level, one space between the parts of a line, one blank line between blocks. Comments
stay, and so do stretches of Markdown, line by line. Within a block the author's own gaps stay, as one
blank line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from clausetree.report.source import Source
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.language.keywords import FILE, MARKDOWN_KEYWORDS
from clausetree.tree.layout.layout import TAB, Block, layout
from clausetree.tree.layout.text_block import text_block_lines
from clausetree.tree.parsing.aligned import aligned_lines
from clausetree.tree.parsing.spaced import spaced


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that is not blank: how deep it stands, its words, and how many blank lines are above.

    `written` is the indentation that its author gave it. A `fixed` row is part of a block of text.
    """

    depth: int
    words: str
    above: int
    written: int
    comment: bool = False
    fixed: bool = False

    @property
    def head(self) -> bool:
        """Whether a block begins here."""
        return self.depth == 0 and not self.comment


def format_tree(source: Source) -> str:
    """Return the text of `source`, laid out. Whoever calls has made sure that it can be parsed."""
    found: dict[int, _Row] = {}
    for block in layout(source):
        for number, row in _rows(source, block, 0, ""):
            # A comment at the margin may stand amid a block of text, which has it already.
            if not row.comment or number not in found:
                found[number] = row
    rows = _with_gaps(_with_depths([found[number] for number in sorted(found)]))
    return "".join("\n" * row.above + " " * (TAB * row.depth) + row.words + "\n" for row in rows)


def _rows(source: Source, block: Block, depth: int, inside: str) -> Iterator[tuple[int, _Row]]:
    """Yield the lines of `block` by their numbers; `inside` is the keyword that it stands beneath."""
    words = source.text[block.span.start : block.span.end]
    number = source.place(block.span.start)[0]
    above = _blank_above(source, number)
    if block.comment:
        yield number, _Row(depth, words, above, block.indent, comment=True)
        return
    yield number, _Row(depth, spaced(source, block.span), above, block.indent)
    keyword = re.split(r"\W", words, maxsplit=1)[0]
    if keyword == BlockKind.TABLE and not inside:
        aligned = aligned_lines(source, block)
        for child in block.children:
            for number, row in _rows(source, child, depth + 1, keyword):
                yield number, replace(row, words=aligned.get(number, row.words))
        return
    if keyword in MARKDOWN_KEYWORDS and keyword in FILE.get(inside, ()):
        for line in text_block_lines(source, block):
            yield line.number, _Row(depth + 1, line.words, line.blank_above, TAB * (depth + 1), fixed=True)
        return
    for child in block.children:
        yield from _rows(source, child, depth + 1, keyword)


def _blank_above(source: Source, number: int) -> int:
    return int(number > 1 and not source.line(number - 1).strip())


def _with_depths(rows: list[_Row]) -> list[_Row]:
    """Put each comment as deep as the line that it speaks of."""
    deep: list[_Row] = []
    for at, row in enumerate(rows):
        deep.append(replace(row, depth=_depth(rows, at)) if row.comment else row)
    return deep


def _depth(rows: list[_Row], at: int) -> int:
    """A comment speaks of the next line, unless it stands at the end of a block."""
    end = next((n for n in range(at, len(rows)) if not rows[n].comment), None)
    if end is not None and not rows[end].head:
        return rows[end].depth
    start = next((n for n in range(at, -1, -1) if rows[n].above or n == 0 or not rows[n - 1].comment), 0)
    leads_in = end is not None and not any(row.above for row in rows[start + 1 : end + 1])
    if rows[at].written == 0 or start == 0 or (leads_in and rows[start].above):
        return 0
    return 1


def _with_gaps(rows: list[_Row]) -> list[_Row]:
    """Part the blocks by one blank line, above the comments that lead in to each."""
    gapped = [row if row.fixed else replace(row, above=int(_gap(rows, at))) for at, row in enumerate(rows)]
    for at, row in enumerate(rows):
        if row.head:
            start = at
            while start and not gapped[start].above and gapped[start - 1].comment and not rows[start - 1].depth:
                start -= 1
            gapped[start] = replace(gapped[start], above=int(start > 0))
    return gapped


def _gap(rows: list[_Row], at: int) -> bool:
    return at > 0 and rows[at].above > 0 and not (rows[at - 1].head and rows[at].depth > 0)
