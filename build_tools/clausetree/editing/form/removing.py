"""A card or a line that goes, with the comments right above it."""

from __future__ import annotations

from collections.abc import Sequence

from clausetree.editing.form.change import Done, Outcome, Refused
from clausetree.editing.form.lines import WrittenCard
from clausetree.editing.form.mentions import mentions_of_card, mentions_of_line
from clausetree.editing.form.placing import without_line
from clausetree.editing.form.text_lines import line_span
from clausetree.editing.replacement import Replacement
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.block_kind import BlockKind


def remove(source: Source, cards: Sequence[WrittenCard], card: WrittenCard, path: str) -> Outcome:
    """Return what takes `card` out of a text, or the line of it at `path`; and who else speaks of that."""
    if path == card.path:
        if card.kind is BlockKind.TREE:
            return Refused("A procedure cannot be without its head.", path, "Remove the whole file instead.")
        at = cards.index(card)
        near = cards[at - 1] if at else next(iter(cards[1:]), None)
        made = without_card(source, cards, at)
        return Done((made,), near.path if near else "", mentions_of_card(cards, card))
    line = next((line for line in card.lines if line.path == path), None)
    if line is None:
        return Refused("This is not in the text any more.", path, "Choose another one.")
    if line.slot and line.shape and not line.shape.all_pieces[0].optional:
        return Refused(f"“{line.shape.title}” cannot be left out.", path, "Fill in something else.")
    return Done((without_line(source, card, line),), card.path, mentions_of_line(cards, card, line))


def without_card(source: Source, cards: Sequence[WrittenCard], at: int) -> Replacement:
    """Return what takes a card out of a text, and the blank lines above it; of the first, those beneath."""
    unit = cards[at].unit
    if at > 0:
        number = source.place(unit.start)[0] - 1
        while number > cards[at - 1].last and not source.line(number).strip():
            number -= 1
        return Replacement(Span(line_span(source, number).end, unit.end), "")
    if len(cards) == 1:
        return Replacement(unit, "")
    number = cards[0].last + 1
    while not source.line(number).strip():
        number += 1
    return Replacement(Span(unit.start, line_span(source, number).start), "")
