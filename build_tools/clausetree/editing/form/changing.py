"""A change in the form as replacements in its text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import assert_never

from clausetree.editing.form.adding import add_item
from clausetree.editing.form.adding_cards import add_card
from clausetree.editing.form.change import (
    AddCard,
    AddItem,
    Change,
    MoveBefore,
    MoveDown,
    MoveUp,
    Outcome,
    Refused,
    Remove,
    SetValue,
)
from clausetree.editing.form.lines import read_cards
from clausetree.editing.form.moving import move
from clausetree.editing.form.plain import plain
from clausetree.editing.form.removing import remove
from clausetree.editing.form.selecting import with_card_selected, with_line_selected
from clausetree.editing.form.setting import set_value
from clausetree.report.source import Source
from clausetree.tree.language.lexer import unreadable
from clausetree.tree.wording import wording_of

_GONE = "This is not in the text any more."
_ELSEWHERE = "Choose another one."


def change(source: Source, wanted: Change) -> Outcome:
    """Return what a change in the form changes in `source`, or why it cannot be done."""
    for words in _words(wanted):
        for problem in unreadable(Source("", words)):
            _, what, remedy = wording_of(problem)
            return Refused(plain(what), _path(wanted), plain(remedy))
    path = _path(wanted)
    cards = read_cards(source, None if _needs_every_line(wanted) else path.partition("/")[0])
    if isinstance(wanted, AddCard):
        return with_card_selected(source, add_card(source, cards, wanted))
    card = next((card for card in cards if card.path == path.partition("/")[0]), None)
    if card is None:
        return Refused(_GONE, path, _ELSEWHERE)
    if any(one.unit.end > other.unit.start and card in (one, other) for one, other in pairwise(cards)):
        return Refused(
            "Lines of two cards stand among each other here.", path, "Put them in order in the text first."
        )
    match wanted:
        case SetValue():
            return set_value(source, cards, card, wanted)
        case AddItem():
            return with_line_selected(source, add_item(source, cards, card, wanted), card.path)
        case Remove():
            return remove(source, cards, card, path)
        case MoveUp() | MoveDown() | MoveBefore():
            return move(source, cards, card, wanted)
        case _:
            assert_never(wanted)


def _needs_every_line(wanted: Change) -> bool:
    """Return whether other cards matter: those that speak of what is removed, and what can be answered."""
    return isinstance(wanted, Remove) or (isinstance(wanted, AddItem) and wanted.kind == "answer")


def _path(wanted: Change) -> str:
    match wanted:
        case AddCard():
            return wanted.after
        case AddItem():
            return wanted.card
        case _:
            return wanted.path


def _words(wanted: Change) -> Sequence[str]:
    match wanted:
        case SetValue():
            return [wanted.value]
        case AddCard():
            return [wanted.words, *wanted.answers]
        case AddItem():
            return [*wanted.values.values()]
        case _:
            return []
