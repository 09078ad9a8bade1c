"""The form of a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from clausetree.editing.form.form import Card, Control, Field, Form, Item
from clausetree.editing.form.lines import UNREAD, WrittenCard, WrittenLine, read_cards
from clausetree.editing.form.offers import answers_list, lists_of
from clausetree.editing.form.pieces import Found
from clausetree.editing.form.shape import Piece, Reads
from clausetree.editing.form.shapes import BODIES, LINES, TITLES
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.block_kind import BlockKind

_ASKS = {
    "option": "one",
    "many": "several",
    "none": "several",
    "number": "number",
    "money": "money",
    "date": "date",
}


def form_of(source: Source) -> Form:
    """Return the cards of a `.tree` text, in its order. What cannot be read is shown as it stands."""
    written = read_cards(source)
    return Form(tuple([card_of(card) for card in written]), lists_of(written))


def title_of(source: Source) -> str:
    """Return the title of a tree as far as its text can be read; "" where it has none."""
    heads = (card.head for card in read_cards(source, "") if card.kind is BlockKind.TREE)
    return next((each.value for head in heads for each in head.found if each.piece.reads is Reads.WORDS), "")


def card_of(card: WrittenCard) -> Card:
    """Return a block as a card to fill in."""
    slots = {line.kind: line for line in card.lines if line.slot}
    fields = [*_fields(card.head, card.head.id, card.path)]
    for shape in BODIES[card.kind] if card.kind else ():
        if not shape.slot:
            continue
        line = slots.get(shape.kind)
        piece = shape.all_pieces[0]
        end = card.unit.end
        fields += (
            _fields(line, card.head.id, card.path)
            if line
            else [_field(piece, f"{card.path}/{shape.kind}", "", Span(end, end), card.head.id)]
        )
    items = [_item(line, card.head.id) for line in card.lines if not line.slot]
    asks = next((_ASKS[line.kind] for line in card.lines if line.kind in _ASKS), "")
    kind = card.kind or UNREAD
    return Card(
        card.path,
        kind,
        asks if card.kind is BlockKind.QUESTION else "",
        card.head.id,
        _titled(TITLES[card.kind] if card.kind else LINES.label, card.head),
        card.unit,
        tuple(fields),
        tuple(items),
    )


def _item(line: WrittenLine, card: str) -> Item:
    title = line.shape.title if line.shape else LINES.label
    return Item(line.path, line.kind, _titled(title, line), line.unit, tuple(_fields(line, card, line.path)))


def _titled(title: str, line: WrittenLine) -> str:
    """Return what a line is, and which: by its words, its name, or all that it says."""
    words = next((each.value for each in line.found if each.piece.reads is Reads.WORDS and each.value), "")
    said = " ".join(each.value for each in line.found if not each.piece.lead)
    beneath = line.passage.lines[0] if line.passage and line.shape else ""
    which = words or line.id or said or beneath
    return f"{title}: {which}" if which else title


def _fields(line: WrittenLine, card: str, path: str) -> Iterator[Field]:
    """Yield the fields of a line; `card` is the id of the block that it stands in."""
    question = _question(line.found) or card
    for each in line.found:
        if each.piece.reads is not Reads.ID:
            yield _field(each.piece, path_of(line, each.piece, path), each.value, each.span, question)
    if line.passage:
        piece = line.shape.passage if line.shape and line.shape.passage else LINES
        yield _field(piece, path_of(line, piece, path), line.passage.value, line.passage.span, card)


def path_of(line: WrittenLine, piece: Piece, path: str) -> str:
    """Return by what path a piece of a line is found; one that is a slot has no other piece."""
    return line.path if line.slot else f"{path}/{piece.key}"


def _question(found: Sequence[Found]) -> str:
    return next((each.value for each in found if each.piece.key == "question"), "")


def _field(piece: Piece, path: str, value: str, span: Span, question: str) -> Field:
    field = Field(path, piece.label, piece.hint, piece.control, value, piece.optional, span, piece.offers)
    return replace(field, offers=answers_list(question)) if piece.control is Control.ANSWERS else field
