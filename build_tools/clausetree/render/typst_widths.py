"""How wide words are in print, nearly: enough to choose the columns of a table by."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from clausetree.policy.document import Content, Row
from clausetree.policy.words import text_of

_NARROW = frozenset("ijlftrI.,:;'’‘!|()[]/- ")
_EASY = 7.0
"""A column of words is easy to read from this width on, in ems."""


@dataclass(frozen=True, slots=True)
class Column:
    """In ems: the longest word, the longest cell, and what the column should have at least."""

    word: float
    whole: float

    @property
    def least(self) -> float:
        """Its longest word, and room for more than a word where more is to come."""
        return max(self.word, min(self.whole, _EASY))


def width(text: str) -> float:
    """Return about how many ems words are wide; rather more than less."""
    return sum(map(_sign_width, text))


def columns_of(rows: Sequence[Row]) -> list[Column]:
    """Return what each column of a table holds."""
    number = max((len(row.cells) for row in rows), default=0)
    return [_column([row.cells[at] for row in rows if at < len(row.cells)]) for at in range(number)]


def lines_of(row: Row, widths: Sequence[float]) -> int:
    """Return about how many lines a row takes in columns that are so many ems wide."""
    cells = zip(row.cells, widths, strict=False)
    return max((1 + int(width(text_of(cell)) / max(wide, 1)) for cell, wide in cells), default=1)


def shared_out(columns: Sequence[Column], room: float) -> list[float]:
    """Share `room` among columns: each gets its least, and what is left goes where most words are."""
    least = [column.least for column in columns]
    left = max(0.0, room - sum(least))
    wanted = [max(0.0, column.whole - column.least) for column in columns]
    most = sum(wanted)
    if most <= left:
        return least if not most else [own + more for own, more in zip(least, wanted, strict=True)]
    return [own + left * more / most for own, more in zip(least, wanted, strict=True)]


def _column(cells: Sequence[Content]) -> Column:
    texts = [text_of(cell) for cell in cells]
    words = (width(word) for text in texts for word in text.split())
    return Column(max(words, default=0.0), max(map(width, texts), default=0.0))


def _sign_width(sign: str) -> float:
    if sign in _NARROW:
        return 0.36
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.0
    if unicodedata.combining(sign):
        return 0.0
    return 0.75 if sign.isupper() or sign in "mwMW@%&" else 0.56
