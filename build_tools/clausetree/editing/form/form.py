"""What a page shows of a tree to somebody who fills it in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from clausetree.report.span import Span


class Control(StrEnum):
    """With what a value is filled in."""

    WORDS = "words"
    """One line of words."""
    NAME = "name"
    """Small letters and figures, in words joined by hyphens."""
    MARKDOWN = "markdown"
    """Paragraphs. A line that begins with `# ` is a note to oneself."""
    CHOICE = "choice"
    """One of the values that the form offers."""
    TARGET = "target"
    """A node, or words such as `harm up to 3 times, then -> end`."""
    CLAUSES = "clauses"
    """Numbers of clauses, parted by commas."""
    FLAG = "flag"
    """`yes`, or empty."""
    AMOUNT = "amount"
    """A number, an amount of money or a date, as the language has it."""
    CONDITION = "condition"
    DEADLINE = "deadline"
    POINTS = "points"
    ANSWERS = "answers"
    """Ids of answers, parted by commas."""
    LINES = "lines"
    """Lines of the language, as they stand."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value to fill in. It stands at `span`; where it is left out, that is empty.

    `offers` names the list of the form that its values can be chosen from, if any.
    """

    path: str
    label: str
    hint: str
    control: Control
    value: str
    optional: bool
    span: Span
    offers: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a card that can be removed, moved and added: an answer, a duty, a note."""

    path: str
    kind: str
    title: str
    span: Span
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A block of the text. `kind` is the word that it begins with, or "lines" where that cannot be read.

    `asks` is what a question asks for: "one", "several", "number", "money", "date", or "" for nothing yet.
    """

    path: str
    kind: str
    asks: str
    id: str
    title: str
    span: Span
    fields: tuple[Field, ...]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Offered:
    """A value that can be chosen, and the words that a reader or an author knows it by."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Form:
    """The cards of a text in its order, and the lists that their fields choose from."""

    cards: tuple[Card, ...]
    lists: Mapping[str, tuple[Offered, ...]]


def fields_of(card: Card) -> Iterator[Field]:
    """Yield every field of a card, those of its items last."""
    yield from card.fields
    for item in card.items:
        yield from item.fields


def field_at(form: Form, start: int, end: int) -> Field | None:
    """Return the field that characters `start` to `end` lie in, or else that which has most of them, if any."""
    card = next((card for card in form.cards if card.span.start <= start <= card.span.end), None)
    if card is None:
        return None
    item = next((item for item in card.items if item.span.start <= start <= item.span.end), None)
    near = [field for field in (item.fields if item else card.fields) if field.span.start < field.span.end]
    shared = [(min(end, each.span.end) - max(start, each.span.start), each) for each in near]
    found = [(length, -at, each) for at, (length, each) in enumerate(shared) if length >= 0]
    return max(found, key=lambda one: one[:2])[2] if found else None
