"""A line that is added to a card."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clausetree.editing.form.change import AddItem, Done, Outcome, Refused, sentence
from clausetree.editing.form.checked import Changed
from clausetree.editing.form.form import Control
from clausetree.editing.form.ids import id_from, names_of_nodes
from clausetree.editing.form.lines import WrittenCard
from clausetree.editing.form.offers import NODES, answers_list, lists_of
from clausetree.editing.form.passage import lines_meant
from clausetree.editing.form.pieces import meant
from clausetree.editing.form.placing import insertion, new_line
from clausetree.editing.form.shape import Piece, Reads, Shape
from clausetree.editing.form.shapes import shape_to_add
from clausetree.report.source import Source
from clausetree.tree.block_kind import BlockKind


def add_item(source: Source, cards: Sequence[WrittenCard], card: WrittenCard, change: AddItem) -> Outcome:
    """Return what adds a line to `card`."""
    shape = shape_to_add(card.kind, change.kind) if card.kind else None
    if shape is None:
        return Refused(f"Nothing called “{change.kind}” can be added here.", card.path, "Write it in the text.")
    after = next((line for line in card.lines if line.path == change.after), None)
    if change.after and after is None:
        return Refused("What it was to stand behind is not there any more.", card.path, "Choose another place.")
    values = values_of(shape, cards, card, change.values)
    if isinstance(values, Refused):
        return values
    made = insertion(source, card, shape, new_line(source, card, shape, values), after)
    changed = Changed(source, cards, card, [made])
    fault = changed.fault(card.path)
    if fault:
        return fault
    before, now = changed.values()
    read = [(key, value) for (key, value), count in (now - before).items() for _ in range(count)]
    said = [(key, value) for key, value in values.items() if value and key != "id"]
    if sorted(read) != sorted(said) or before - now:
        return Refused(
            "This would be read as something else here.", card.path, "Fill in less, and add the rest."
        )
    return Done((made,), "")


def values_of(
    shape: Shape, cards: Sequence[WrittenCard], card: WrittenCard, given: Mapping[str, str]
) -> dict[str, str] | Refused:
    """Return what each piece of a new line says: what is given, or else what goes without saying."""
    values: dict[str, str] = {}
    for piece in shape.all_pieces:
        passage = piece is shape.passage
        value = (
            "\n".join(lines_meant(given.get(piece.key, "")))
            if passage
            else meant(piece, given.get(piece.key, ""))
        )
        if piece.reads is Reads.ID:
            value = _id(shape, cards, card, given)
        elif not value and not piece.optional:
            value = piece.default or (_offered(piece, cards, card, values) if piece.supposed else "")
        if not value and not piece.optional:
            return Refused(f"“{piece.label}” is still empty.", card.path, sentence(piece.hint))
        values[piece.key] = value
    return values


def _offered(piece: Piece, cards: Sequence[WrittenCard], card: WrittenCard, values: Mapping[str, str]) -> str:
    """Return the first value that there is to choose from, where one may be supposed."""
    if piece.control is Control.TARGET:
        return next_node(cards, cards.index(card) + 1)
    lists = lists_of(cards)
    if piece.control is Control.ANSWERS:
        return next(
            (each.value for each in lists.get(answers_list(values.get("question", card.head.id)), ())), ""
        )
    return (
        next((each.value for each in lists.get(piece.offers, ())), "")
        if piece.control is Control.CHOICE
        else ""
    )


def next_node(cards: Sequence[WrittenCard], at: int) -> str:
    """Return the first node from card `at` on, counted from 0; behind them the last of all, "" of none."""
    further = [card.head.id for card in cards[at:] if card.kind in NODES]
    before = [card.head.id for card in cards[:at] if card.kind in NODES]
    return further[0] if further else next(iter(before[-1:]), "")


def _id(shape: Shape, cards: Sequence[WrittenCard], card: WrittenCard, given: Mapping[str, str]) -> str:
    words = next((given.get(piece.key, "") for piece in shape.pieces if piece.reads is Reads.WORDS), "")
    own = (line.id for line in card.lines if line.id)
    return id_from(words, shape.kind, {*own, *(names_of_nodes(cards) if card.kind is BlockKind.TREE else ())})
