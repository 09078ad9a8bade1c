"""Of which pieces a line of the language consists, and what a form calls them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from clausetree.editing.form.form import Control


class Reads(Enum):
    """How far a piece goes."""

    ID = auto()
    """One name, by which the rest of the tree knows the line: a form shows it, and does not change it."""
    NAME = auto()
    WORDS = auto()
    """Words in quotation marks."""
    ADDRESS = auto()
    """A name, or words in quotation marks."""
    STRENGTH = auto()
    REST = auto()
    """All up to what a later piece begins with."""
    NOTHING = auto()
    """Its `lead` says it all."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line: `lead` stands before its value, and `tail` behind it.

    `default` is what it says in a line that is added, where nobody said anything else. Without one it is the
    first that is offered, if that may be `supposed`: whom a duty binds, and how strongly, may not.
    """

    key: str
    label: str
    hint: str = ""
    reads: Reads = Reads.WORDS
    control: Control = Control.WORDS
    lead: tuple[str, ...] = ()
    tail: str = ""
    optional: bool = False
    offers: str = ""
    default: str = ""
    supposed: bool = True


@dataclass(frozen=True, slots=True)
class Shape:
    """A line of one kind. `keyword` is "" where its first piece stands in its place.

    A `passage` stands beneath it. The first line that is a `slot` is a field of its card, and no item.
    """

    kind: str
    title: str
    keyword: str
    pieces: tuple[Piece, ...] = ()
    passage: Piece | None = None
    slot: bool = False

    @property
    def all_pieces(self) -> tuple[Piece, ...]:
        """Its pieces, the passage last."""
        return (*self.pieces, self.passage) if self.passage else self.pieces


def name_piece() -> Piece:
    """Return the piece that says what a block or a line is called."""
    return Piece("id", "Short name", reads=Reads.ID)


def condition(hint: str, *, optional: bool = True) -> Piece:
    """Return the piece `when CONDITION`."""
    label = "Only when" if optional else "When"
    return Piece(
        "when", label, hint, Reads.REST, Control.CONDITION, lead=("when",), optional=optional, offers="facts"
    )


def target(key: str, label: str, hint: str, *, optional: bool, lead: tuple[str, ...] = ("->",)) -> Piece:
    """Return the piece `-> TARGET`."""
    return Piece(key, label, hint, Reads.REST, Control.TARGET, lead, optional=optional, offers="nodes")


def points(lead: tuple[str, ...], *, optional: bool) -> Piece:
    """Return the piece `POINTS to TOTAL`."""
    hint = "How many points, and to which total: 3 to score"
    return Piece("adds", "Points", hint, Reads.REST, Control.POINTS, lead, optional=optional, offers="totals")
