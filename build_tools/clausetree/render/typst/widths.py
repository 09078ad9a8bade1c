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
    return [
        _column(_cells(table.header, at), [c for row in table.rows for c in _cells(row, at)])
        for at in range(number)
    ]


def lines_of(row: Row, widths: Sequence[float]) -> int:
    """Return about how many lines a row takes in columns that are so many ems wide."""
    cells = zip(row.cells, widths, strict=False)
    return max((1 + int(width(text_of(cell)) / max(wide, 1)) for cell, wide in cells), default=1)


def shared_out(columns: Sequence[Column], least: Sequence[float], room: float) -> list[float]:
    """Share `room` among columns: each gets its least, and what is left goes where most words are."""
    left = max(0.0, room - sum(least))
    wanted = [max(0.0, column.whole - own) for column, own in zip(columns, least, strict=True)]
    most = sum(wanted)
    share = min(1.0, left / most) if most else 0.0
    return [own + share * more for own, more in zip(least, wanted, strict=True)]


def _cells(row: Row, at: int) -> Sequence[Content]:
    return row.cells[at : at + 1]


def _column(heads: Sequence[Content], cells: Sequence[Content]) -> Column:
    texts = [(text_of(cell), 1.0) for cell in cells] + [(text_of(head), _BOLD) for head in heads]
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
