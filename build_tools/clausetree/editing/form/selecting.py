"""What is selected behind a change that puts something in."""

from __future__ import annotations

from dataclasses import replace

from clausetree.editing.form.change import Done, Outcome, Refused
from clausetree.editing.form.lines import read_cards
from clausetree.editing.form.text_lines import line_span
from clausetree.editing.replacement import replaced
from clausetree.report.source import Source
from clausetree.report.span import Span

_AMONG_OTHERS = Refused(
    "What stands here cannot be read well enough to put something behind it.",
    "",
    "Choose another place, or put the lines in order in the text first.",
)


def with_card_selected(source: Source, outcome: Outcome) -> Outcome:
    """Return an outcome that selects the card that it puts in."""
    if not isinstance(outcome, Done):
        return outcome
    text, added = _after(source, outcome)
    path = next((card.path for card in read_cards(text, "") if card.unit == added), "")
    return replace(outcome, selected=path) if path else _AMONG_OTHERS


def with_line_selected(source: Source, outcome: Outcome, card: str) -> Outcome:
    """Return an outcome that selects the line that it puts into the card at a path."""
    if not isinstance(outcome, Done):
        return outcome
    text, added = _after(source, outcome)
    lines = (line for each in read_cards(text, card) if each.path == card for line in each.lines)
    found = (line.path for line in lines if line_span(text, line.first).to(line_span(text, line.last)) == added)
    path = next(found, "")
    return replace(outcome, selected=path) if path else _AMONG_OTHERS


def _after(source: Source, outcome: Done) -> tuple[Source, Span]:
    """Return the text then, and where in it that stands which is put in, without the ends of lines above."""
    (made,) = outcome.replacements
    above = len(made.text) - len(made.text.lstrip("\r\n"))
    added = Span(made.span.start + above, made.span.start + len(made.text))
    return Source(source.name, replaced(source.text, [made])), added
