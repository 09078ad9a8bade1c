"""Which lines stand beneath which statement, where their indentation alone would mislead."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from clausetree.report.closest import closest
from clausetree.report.source import Source
from clausetree.tree.layout.layout import TAB, Block
from clausetree.tree.parsing.recovered_blocks import keyword_of

LIKE = 0.75
"""A first word so near to a keyword is a keyword misspelt, and its line a statement."""


def recovered_indent(source: Source, block: Block, keywords: Collection[str]) -> int:
    """Return how far in the statements beneath `block` stand: as most do, or else as the first line does."""
    lines = [line for child in block.children for line in (child, *child.children)]
    further = [line for line in lines if line.indent > block.indent and not line.comment]
    ours = Counter(line.indent for line in further if keyword_of(source, line) in keywords)
    return ours.most_common(1)[0][0] if ours else next((line.indent for line in further), TAB)


def take_statements(source: Source, block: Block, keywords: Collection[str]) -> list[Block]:
    """Take out of the words beneath `block` what begins with a statement that stands less far in than they."""
    lines = block.children
    starts = (at for at, line in enumerate(lines) if line.misplaced and keyword_of(source, line) in keywords)
    first = next(starts, len(lines))
    block.children = lines[:first]
    return lines[first:]


def take_text_lines(source: Source, waiting: list[Block], keywords: Collection[str]) -> list[Block]:
    """Take from the end of `waiting`, where the next line is, those that are words and no statements."""
    words: list[Block] = []
    while waiting and not waiting[-1].comment and not closest(keyword_of(source, waiting[-1]), keywords, LIKE):
        words.append(waiting.pop())
    return words
