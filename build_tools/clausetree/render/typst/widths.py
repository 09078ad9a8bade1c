"""How wide words are in print, nearly: enough to choose the columns of a table by."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from clausetree.policy.document import Content, Row, Table
from clausetree.policy.plain_words import text_of

_NARROW = frozenset("ijlftrI.,:;'’‘!|()[]/- ")
_BOLD = 1.1
"""What the words of a head are wider."""


@dataclass(frozen=True, slots=True)
class Column:
    """The longest word of a column and its longest cell, in ems."""

    word: float
    whole: float

    def least(self, easy: float) -> float:
        """Return what the column needs: its longest word, and `easy` where more than that is to come."""
        return max(self.word, min(self.whole, easy))


def width(text: str) -> float:
    """Return about how many ems words are wide; rather more than less."""
    return sum(map(_sign_width, text))


def columns_of(table: Table) -> list[Column]:
    """Return what each column of a table holds."""
    number = max(len(row.cells) for row in (table.header, *table.rows))
    rows = [_filled(row, number) for row in table.rows]
    return [_column(head, [row[at] for row in rows]) for at, head in enumerate(_filled(table.header, number))]


def lines_of(row: Row, widths: Sequence[float]) -> int:
    """Return about how many lines a row takes in columns that are so many ems wide."""
    cells = zip(_filled(row, len(widths)), widths, strict=True)
    return max((1 + int(width(text_of(cell)) / max(wide, 1)) for cell, wide in cells), default=1)


def shared_out(columns: Sequence[Column], least: Sequence[float], room: float) -> list[float]:
    """Share `room` among columns: each gets its least, and what is left goes where most words are."""
    left = max(0.0, room - sum(least))
    wanted = [max(0.0, column.whole - own) for column, own in zip(columns, least, strict=True)]
    most = sum(wanted)
    share = min(1.0, left / most) if most else 0.0
    return [own + share * more for own, more in zip(least, wanted, strict=True)]


def _filled(row: Row, number: int) -> Sequence[Content]:
    """Return a cell for each column; what spreads over several asks none of them for room."""
    missing = number - len(row.cells)
    return ((),) * (missing + 1) + row.cells[1:] if missing else row.cells


def _column(head: Content, cells: Sequence[Content]) -> Column:
    texts = [(text_of(cell), 1.0) for cell in cells] + [(text_of(head), _BOLD)]
    words = (width(word) * bold for text, bold in texts for word in text.split())
    return Column(max(words, default=0.0), max((width(text) * bold for text, bold in texts), default=0.0))


def _sign_width(sign: str) -> float:
    if sign in _NARROW:
        return 0.36
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.0
    if unicodedata.combining(sign):
        return 0.0
    return 0.75 if sign.isupper() or sign in "mwMW@%&" else 0.56
