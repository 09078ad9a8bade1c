"""What is selected behind a change that puts something in."""

from __future__ import annotations

from dataclasses import replace

from clausetree.editing.form.change import Done, Outcome
from clausetree.editing.form.lines import read_cards
from clausetree.editing.form.text_lines import line_span
from clausetree.editing.replacement import replaced
from clausetree.report.source import Source


def with_card_selected(source: Source, outcome: Outcome) -> Outcome:
    """Return an outcome that selects the card that it puts in."""
    if not isinstance(outcome, Done):
        return outcome
    text, end = _after(source, outcome)
    cards = read_cards(text, "")
    return replace(outcome, selected=next(card.path for card in cards if card.unit.end == end))


def with_line_selected(source: Source, outcome: Outcome, card: str) -> Outcome:
    """Return an outcome that selects the line that it puts into the card at a path."""
    if not isinstance(outcome, Done):
        return outcome
    text, end = _after(source, outcome)
    lines = (line for each in read_cards(text, card) if each.path == card for line in each.lines)
    return replace(outcome, selected=next(line.path for line in lines if line_span(text, line.last).end == end))


def _after(source: Source, outcome: Done) -> tuple[Source, int]:
    """Return the text then, and where in it that ends which is put in."""
    (made,) = outcome.replacements
    return Source(source.name, replaced(source.text, [made])), made.span.start + len(made.text)
