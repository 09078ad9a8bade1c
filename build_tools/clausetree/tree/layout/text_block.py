"""The lines of Markdown beneath a keyword, and the comments among them."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from clausetree.report.source import Source
from clausetree.tree.layout.layout import TAB, Block

COMMENT = re.compile(r"\s*#(?:\s|$)")
"""A comment among words: `#` and a space. `#care` is a word."""


@dataclass(frozen=True, slots=True)
class TextBlockLine:
    """A line that is not blank: its number, its words, and the blank lines above it that count.

    The words keep the indentation that they have among their neighbours.
    """

    number: int
    words: str
    blank_above: int


def text_block_lines(source: Source, block: Block) -> Iterator[TextBlockLine]:
    """Yield the lines beneath `block`. Blank lines above the first words are nobody's."""
    first, last = (source.place(at)[0] for at in (block.span.end, block.end))
    lines = [source.line(number).expandtabs(TAB).rstrip() for number in range(first + 1, last + 1)]
    kept = textwrap.dedent("\n".join(line for line in lines if not COMMENT.match(line)))
    words = iter(kept.split("\n"))
    blank_above, begun = 0, False
    for number, line in enumerate(lines, first + 1):
        comment = COMMENT.match(line) is not None
        shown = line.strip() if comment else next(words)
        if not shown:
            blank_above += 1
            continue
        yield TextBlockLine(number, shown, blank_above if begun else 0)
        blank_above, begun = 0, begun or not comment
