"""The Markdown beneath a keyword, and what is wrong with it."""

from __future__ import annotations

import textwrap

from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.layout.layout import TAB, Block
from clausetree.tree.layout.text_block import COMMENT
from clausetree.tree.markdown.checks import problems_in_text_block
from clausetree.tree.problems.lines import EmptyText, WordsBeside
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.recovery.lines import condition_beside
from clausetree.tree.syntax import Text


def read_text_block(
    source: Source, block: Block, keyword: str, head: Span
) -> tuple[Text | None, list[TreeProblem]]:
    """Return the lines indented beneath the keyword, as they stand, without comments; and their faults.

    `head` is what of the keyword's line was read.
    """
    problems: list[TreeProblem] = []
    beside = source.text[head.end : block.span.end].strip()
    beside = "" if beside.startswith("#") else beside
    if beside:
        condition = condition_beside(source, keyword, Span(head.end, block.span.end))
        problems.append(condition or WordsBeside(block.span, keyword))
    first, last = (source.place(at)[0] for at in (block.span.end, block.end))
    numbers = range(first + 1, last + 1)
    kept = [number for number in numbers if not COMMENT.match(source.line(number).expandtabs(TAB))]
    lines = [(source.line_starts[number - 1], source.line(number)) for number in kept]
    problems += problems_in_text_block(source, lines)
    words = textwrap.dedent("\n".join(line.expandtabs(TAB).rstrip() for _, line in lines)).strip("\n")
    if not words and not beside:
        problems.append(EmptyText(block.span, f"`{keyword}`"))
    return (Text(words, Span(block.span.start, block.end)) if words and not beside else None), problems
