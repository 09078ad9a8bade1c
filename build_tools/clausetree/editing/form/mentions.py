"""Who else speaks of what is removed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausetree.editing.form.change import Told
from clausetree.editing.form.form import Card, Control, Field, fields_of
from clausetree.editing.form.lines import WrittenCard, WrittenLine
from clausetree.editing.form.reading import card_of
from clausetree.tree.block_kind import BlockKind

_WITHOUT_NAMES = (Control.WORDS, Control.MARKDOWN, Control.CLAUSES, Control.FLAG, Control.AMOUNT)


def mentions_of_card(cards: Sequence[WrittenCard], gone: WrittenCard) -> tuple[Told, ...]:
    """Return a sentence for each card that leads to one that is removed, or speaks of it."""
    return tuple(_told([card for card in cards if card is not gone], [gone.head.id])) if gone.head.id else ()


def mentions_of_line(cards: Sequence[WrittenCard], card: WrittenCard, gone: WrittenLine) -> tuple[Told, ...]:
    """Return a sentence for each card that speaks of an answer, a role, a fact or a total that is removed."""
    if not gone.id:
        return ()
    names = [gone.id] if card.kind is BlockKind.TREE else [card.head.id, gone.id]
    return tuple(_told([other for other in cards if other is not card], names))


def _told(cards: Sequence[WrittenCard], names: Sequence[str]) -> Iterator[Told]:
    for card in map(card_of, cards):
        said = next((each for each in _values(card) if _speaks_of(each, names)), None)
        if said:
            yield Told(said.path, f"{card.title}: it still speaks of `{names[-1]}`.")


def _values(card: Card) -> Iterator[Field]:
    """Yield the fields of a card that hold names; the answers of a scenario together with their question."""
    for each in fields_of(card):
        if each.control not in _WITHOUT_NAMES:
            yield each


def _speaks_of(field: Field, names: Sequence[str]) -> bool:
    # What a scenario answers is told by its list.
    text = f"{field.value} {field.offers.removeprefix('answers ')}"
    return all(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) for name in names)
