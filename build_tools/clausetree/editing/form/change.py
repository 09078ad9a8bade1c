"""What somebody can do in a form, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from clausetree.editing.replacement import Replacement


@dataclass(frozen=True, slots=True)
class SetValue:
    """Fill in a field. An empty value leaves it out."""

    path: str
    value: str


@dataclass(frozen=True, slots=True)
class AddCard:
    """Add a card of a kind with these words, behind another or where such cards stand by custom.

    `asks` is what a question asks for, as in `Card`; `answers` are the words of what it offers.
    """

    kind: str
    words: str
    after: str = ""
    asks: str = "one"
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AddItem:
    """Add a line to a card, behind another or where such lines stand by custom.

    `values` are those of its fields, by the last part of their paths.
    """

    card: str
    kind: str
    values: Mapping[str, str] = field(default_factory=dict)
    after: str = ""


@dataclass(frozen=True, slots=True)
class Remove:
    """Remove a card or an item, with the comments right above it."""

    path: str


@dataclass(frozen=True, slots=True)
class MoveUp:
    """Change places with the card, or the item of its kind, above."""

    path: str


@dataclass(frozen=True, slots=True)
class MoveDown:
    """Change places with the card, or the item of its kind, beneath."""

    path: str


@dataclass(frozen=True, slots=True)
class MoveBefore:
    """Put a card or an item before another; last where `before` is empty."""

    path: str
    before: str


type Change = SetValue | AddCard | AddItem | Remove | MoveUp | MoveDown | MoveBefore


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence about the card or item at `path` that somebody should know of."""

    path: str
    words: str


@dataclass(frozen=True, slots=True)
class Done:
    """What changes in the text, the path of what is selected then, and what else is to be known."""

    replacements: tuple[Replacement, ...]
    selected: str
    told: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing changes: what is wrong, at which path, and what to do."""

    what: str
    path: str
    remedy: str = ""


type Outcome = Done | Refused


def sentence(hint: str) -> str:
    """Return a hint as a remedy; "" of none."""
    return f"{hint}." if hint else ""
