"""What a Word document is a row of: paragraphs, and the rows of tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from clausetree.policy.document import ColumnAlignment


class Look(Enum):
    """How a run of words looks."""

    STRONG = auto()
    EMPHASIS = auto()
    SUBSCRIPT = auto()
    SUPERSCRIPT = auto()
    CODE = auto()
    CITED = auto()
    """Words that the site makes a link by itself."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look alike. A line feed in `text` begins a new line.

    `link` is an address, "#" and an anchor, or "?" and a place that is not there. `note` is the anchor of a
    footnote whose mark stands here, and `picture` the source of a picture whose words are `text`. `language` is
    "" where it is the policy's.
    """

    text: str
    looks: frozenset[Look] = frozenset()
    link: str = ""
    note: str = ""
    picture: str = ""
    language: str = ""


type Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. `style` is a name. `label` is printed before it, or a `bullet`, `level` lists deep."""

    style: str
    runs: Runs
    anchor: str = ""
    label: str = ""
    level: int = 0
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a `first` one begins it, and a `head` is repeated on each page."""

    cells: tuple[Runs, ...]
    columns: tuple[ColumnAlignment, ...]
    anchor: str = ""
    head: bool = False
    first: bool = False
    style: str = "Table Text"


type Piece = Line | Row


@dataclass(frozen=True, slots=True)
class Lines:
    """A policy in pieces, and those of each footnote by its anchor, in the order of their marks."""

    pieces: tuple[Piece, ...]
    notes: dict[str, tuple[Piece, ...]]


def text_of(runs: Sequence[Run]) -> str:
    """Return the words of runs."""
    return "".join(run.text for run in runs)


def words_of(piece: Piece) -> str:
    """Return the words of a piece."""
    return text_of(piece.runs) if isinstance(piece, Line) else "\t".join(map(text_of, piece.cells))
