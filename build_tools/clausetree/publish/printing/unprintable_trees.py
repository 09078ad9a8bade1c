"""What keeps a procedure from being printed: signs in a tree that no font has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape

from clausetree.publish.printing.signs import missing_signs, sign_name
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.layout.layout import Block, layout
from clausetree.tree.layout.text_block import COMMENT
from clausetree.tree.problems.lines import SignNotPrinted
from clausetree.tree.wording import to_diagnostic

_NOT_PRINTED = re.compile(r"scenario\b|acknowledge [A-Z][0-9]{3}\b")
"""What the lines begin with that no reader is shown, nor what stands beneath them."""
_TEXT = re.compile(r"(?:about|help|note)\b")
"""What a line begins with beneath which words stand as they are."""
_BESIDE = re.compile(r'(?:[^"#]|"(?:[^"\\]|\\.)*")*')
"""A line up to a comment that stands behind its words."""


def check_signs(sources: Iterable[Source]) -> Iterator[Diagnostic]:
    """Yield the signs that no font has, each once in a tree, where it stands first.

    A sound tree is not needed: this is told together with everything else.
    """
    for source in sources:
        seen: set[str] = set()
        for span in _printed(source, layout(source)):
            for sign in missing_signs(unescape(source.text[span.start : span.end])):
                if sign not in seen:
                    problem = SignNotPrinted(_span_of(source, sign, span), sign, sign_name(sign))
                    yield to_diagnostic(problem, source)
                seen.add(sign)


def _printed(source: Source, blocks: Iterable[Block]) -> Iterator[Span]:
    """Yield the lines of which something is printed."""
    for block in blocks:
        text = source.text[block.span.start : block.span.end]
        if _TEXT.match(text):
            yield from _words_beneath(source, block)
        elif not block.comment and not _NOT_PRINTED.match(text):
            found = _BESIDE.match(text)
            assert found, "it matches nothing at all"
            yield Span(block.span.start, block.span.start + found.end())
            yield from _printed(source, block.children)


def _words_beneath(source: Source, block: Block) -> Iterator[Span]:
    """Yield the lines beneath one, but for comments."""
    first, last = (source.place(at)[0] for at in (block.span.end, block.end))
    for number in range(first + 1, last + 1):
        line, start = source.line(number), source.line_starts[number - 1]
        if not COMMENT.match(line):
            yield Span(start + len(line) - len(line.lstrip()), start + len(line))


def _span_of(source: Source, sign: str, line: Span) -> Span:
    """Return where a sign stands, or the line in which it is written in another way."""
    start = source.text.find(sign, line.start, line.end)
    return Span(start, start + len(sign)) if start >= 0 else line
