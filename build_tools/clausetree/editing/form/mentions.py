"""Who else speaks of what is removed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausetree.editing.form.change import Told
from clausetree.editing.form.form import Control, Field, fields_of
from clausetree.editing.form.lines import WrittenCard, WrittenLine
from clausetree.editing.form.reading import card_of
from clausetree.tree.block_kind import BlockKind


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
        said = next((each for each in fields_of(card) if _speaks_of(each, names)), None)
        if said:
            what, _, words = card.title.partition(": ")
            does = "leads to" if said.control is Control.TARGET else "speaks of"
            yield Told(said.path, f"{what} “{words or card.id}” still {does} “{names[-1]}”.")


def _speaks_of(field: Field, names: Sequence[str]) -> bool:
    match field.control:
        case Control.ANSWERS:
            # The question that a scenario answers is told by the list of its answers.
            text = f"{field.offers.removeprefix('answers ')} is {field.value}"
        case Control.WORDS | Control.MARKDOWN | Control.CLAUSES | Control.FLAG:
            return False
        case _:
            text = field.value
    between = " (?:is|is not|includes) (?:.*, )?" if field.control is not Control.LINES else r"[\s\S]*"
    pattern = between.join(map(re.escape, names))
    return re.search(rf"(?<![\w-]){pattern}(?![\w-])", text) is not None
