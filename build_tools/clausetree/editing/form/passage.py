"""The lines beneath a line: their words without the margin, and how other words come in their place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clausetree.editing.form.text_lines import line_end_of, line_span, shared_beginning, shared_count
from clausetree.editing.replacement import Replacement
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.layout.layout import TAB
from clausetree.tree.layout.text_block import COMMENT

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines `first` to `last` of a source, counted from 1, and the spaces that all of them begin with.

    Comments among them are part of them.
    """

    first: int
    last: int
    margin: str
    lines: tuple[str, ...]
    span: Span

    @property
    def value(self) -> str:
        """Its lines without the margin."""
        return "\n".join(self.lines)


def passage_of(source: Source, first: int, last: int) -> Passage:
    """Return the passage that lines `first` to `last` are, without blank ones above; not all are blank."""
    while not source.line(first).strip():
        first += 1
    raw = [source.line(number) for number in range(first, last + 1)]
    words = [line for line in raw if line.strip() and not COMMENT.match(line)] or [raw[0]]
    margins = [line[: len(line) - len(line.lstrip())] for line in words]
    margin = shared_beginning(margins)
    width = min(len(each.expandtabs(TAB)) for each in margins)
    if len(margin.expandtabs(TAB)) < width:
        # Some begin with tabs and some with spaces.
        raw, margin = [line.expandtabs(TAB) for line in raw], " " * width
    lines = tuple(line.removeprefix(margin) if line.startswith(margin) else line.lstrip() for line in raw)
    lines = tuple(line if line.strip() else "" for line in lines)
    return Passage(first, last, margin, lines, line_span(source, first).to(line_span(source, last)))


def lines_meant(value: str) -> tuple[str, ...]:
    """Return the lines of words that somebody filled in, without blank ones above and beneath them."""
    lines = [line if line.strip() else "" for line in _LINE_END.split(value)]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    shared = shared_beginning([line[: len(line) - len(line.lstrip())] for line in lines if line])
    return tuple(line.removeprefix(shared) for line in lines)


def with_margin(lines: tuple[str, ...], margin: str, line_end: str) -> str:
    """Return lines as they stand in a text, without an end behind the last."""
    return line_end.join(f"{margin}{line}" if line else "" for line in lines)


def put_in_passage(source: Source, passage: Passage, lines: tuple[str, ...]) -> Replacement:
    """Return what puts other lines in the place of those of a passage: what stays the same is not touched."""
    old = passage.lines
    above = shared_count(old, lines)
    beneath = shared_count(old[above:][::-1], lines[above:][::-1])
    kept_from, new_to = len(old) - beneath, len(lines) - beneath
    line_end = line_end_of(source)
    new = with_margin(lines[above:new_to], passage.margin, line_end)
    if above < kept_from and above < new_to:
        span = line_span(source, passage.first + above).to(line_span(source, passage.first + kept_from - 1))
        return Replacement(span, new)
    if above < kept_from:
        # Lines go, and one end of a line with each.
        if above:
            start = line_span(source, passage.first + above - 1).end
            return Replacement(Span(start, line_span(source, passage.first + kept_from - 1).end), "")
        start = line_span(source, passage.first).start
        return Replacement(Span(start, line_span(source, passage.first + kept_from).start), "")
    if above:
        at = line_span(source, passage.first + above - 1).end
        return Replacement(Span(at, at), line_end + new)
    at = line_span(source, passage.first).start
    return Replacement(Span(at, at), new + line_end)
