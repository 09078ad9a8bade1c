"""Scalars: whole numbers and dates, as readers' answers and as the limits that conditions set.

Both are counted as whole numbers: a date by its days. An answer is kept as text that any program can
read: "12", "2024-03-27".
"""

from __future__ import annotations

import re
from datetime import date
from enum import Enum, StrEnum

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


class Scale(Enum):
    """What a scalar counts. The value is the word that an author writes."""

    NUMBER = "number"
    DATE = "date"


class Sign(StrEnum):
    """How a scalar stands to a limit. The value is what an author writes."""

    IS = "is"
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="

    @property
    def turned(self) -> Sign:
        """The sign that says the same of the limit and the scalar in each other's place."""
        return _TURNED[self]


_TURNED = {
    Sign.IS: Sign.IS,
    Sign.LESS: Sign.MORE,
    Sign.AT_MOST: Sign.AT_LEAST,
    Sign.MORE: Sign.LESS,
    Sign.AT_LEAST: Sign.AT_MOST,
}


def scalar_of(scale: Scale, text: str) -> int | None:
    """Return the scalar that `text` states, or None when it states none on this scale."""
    if scale is Scale.NUMBER:
        return int(text) if re.fullmatch(r"[0-9]{1,9}", text) else None
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return None


def scalar_text(scale: Scale, scalar: int) -> str:
    """Return a scalar as an answer keeps it. Raises ValueError for days that no date has."""
    return str(scalar) if scale is Scale.NUMBER else date.fromordinal(scalar).isoformat()


def scalar_phrase(scale: Scale, scalar: int) -> str:
    """Return a scalar as a reader reads it: "12", "27 March 2024". Raises ValueError as `scalar_text` does."""
    if scale is Scale.NUMBER:
        return str(scalar)
    day = date.fromordinal(scalar)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def recovered_date(text: str) -> tuple[str, str] | None:
    """Return the date that was written in another form, as it should be and as a reader reads it.

    "12/4/2026" has the day first, as in Britain, and None is returned where that cannot be.
    """
    match = re.fullmatch(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]((?:20)?[0-9]{2})", text)
    if match is None:
        return None
    day, month, year = match.groups()
    scalar = scalar_of(Scale.DATE, f"20{year[-2:]}-{month.zfill(2)}-{day.zfill(2)}")
    return (scalar_text(Scale.DATE, scalar), scalar_phrase(Scale.DATE, scalar)) if scalar is not None else None


def typed_scalar(scale: Scale, fields: tuple[str, ...]) -> str:
    """Return the answer that a reader typed, as text that may still state no scalar.

    A number is one field; a date is its day, month and year.
    """
    if scale is Scale.NUMBER:
        return "".join(fields[:1]).strip().lstrip("0") or "".join(fields[:1]).strip()[-1:]
    day, month, year = (field.strip() for field in (*fields, "", "", "")[:3])
    return f"{year}-{month.zfill(2)}-{day.zfill(2)}"
