"""Where a line or a block is put in, and how it is laid out there."""

from __future__ import annotations

from collections.abc import Mapping

from clausetree.editing.form.lines import WrittenCard, WrittenLine
from clausetree.editing.form.passage import lines_meant, with_margin
from clausetree.editing.form.pieces import line_of
from clausetree.editing.form.shape import Shape
from clausetree.editing.form.shapes import rank
from clausetree.editing.form.telling import ACKNOWLEDGE
from clausetree.editing.form.text_lines import indentation_of, line_end_of, line_span
from clausetree.editing.replacement import Replacement
from clausetree.report.source import Source
from clausetree.report.span import Span


def indentation(source: Source, card: WrittenCard) -> str:
    """Return what the lines of a card begin with, or would."""
    for line in card.lines:
        text = source.line(line.first)
        return text[: len(text) - len(text.lstrip())]
    return indentation_of(source)


def new_line(source: Source, card: WrittenCard, shape: Shape, values: Mapping[str, str]) -> str:
    """Return a line of a card with what stands beneath it, laid out as its others are."""
    margin = indentation(source, card)
    line = margin + line_of(shape, values)
    if not shape.passage:
        return line
    end = line_end_of(source)
    beneath = with_margin(lines_meant(values[shape.passage.key]), margin + indentation_of(source), end)
    return f"{line}{end}{beneath}"


def insertion(
    source: Source, card: WrittenCard, shape: Shape, text: str, after: WrittenLine | None = None
) -> Replacement:
    """Return what puts a line into a card: behind another, or where lines of its shape stand by custom."""
    assert card.kind, "what cannot be read gets no lines"
    at = after.unit.end if after else _by_custom(source, card, rank(card.kind, shape))
    return Replacement(Span(at, at), line_end_of(source) + text)


def _by_custom(source: Source, card: WrittenCard, own: int) -> int:
    at = line_span(source, card.head.first).end
    for line in card.lines:
        leads = line.shape is ACKNOWLEDGE and line.unit.start <= at + len(line_end_of(source))
        if leads or (line.shape and card.kind and rank(card.kind, line.shape) <= own):
            at = max(at, line.unit.end)
    return at


def without_line(source: Source, card: WrittenCard, line: WrittenLine) -> Replacement:
    """Return what takes a line out of a card, and no more of the blank lines around it than is needed."""
    first = source.place(line.unit.start)[0]
    above = first - 1
    beneath = source.place(line.unit.end)[0] + 1
    last = beneath > card.last or not source.line(beneath).strip()
    while last and above > card.head.first and not source.line(above).strip():
        above -= 1
    return Replacement(Span(line_span(source, above).end, line.unit.end), "")
