"""Scalars: numbers, dates and times, as readers' answers and as the limits that conditions set.

All are counted as whole numbers: a number by its smallest step, a date by its days, a date and a time by its
minutes. An answer is kept as text that any program can read: "12", "2.5", "2024-03-27", "2024-03-27T14:30" by
the clock where the reader is.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import assert_never

from clausetree.tree.numbers import currency_of, number_of, number_phrase, number_text, plain_number
from clausetree.tree.scale import DateScale, NumberScale, Scale

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

MINUTES_OF_DAY = 24 * 60


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
    match scale:
        case NumberScale():
            return number_of(scale, text)
        case DateScale.DATE:
            return _day(text)
        case DateScale.DATE_AND_TIME:
            return _moment(text)
        case _:
            assert_never(scale)


def written_scalar(scale: Scale, text: str) -> int | None:
    """Return the scalar that an author wrote: as `scalar_of`, and also £50 and 1,000."""
    if not isinstance(scale, NumberScale):
        return scalar_of(scale, text)
    plain = plain_number(text)
    return number_of(scale, plain) if plain and currency_of(text) in ("", scale.currency) else None


def _day(text: str) -> int | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return date.fromisoformat(text).toordinal()
    except ValueError:
        return None


def _moment(text: str) -> int | None:
    written, _, time = text.partition("T")
    day, clock = _day(written), re.fullmatch(r"([01][0-9]|2[0-3]):([0-5][0-9])", time)
    return day * MINUTES_OF_DAY + int(clock[1]) * 60 + int(clock[2]) if day is not None and clock else None


def amount_of(scale: Scale, answer: str) -> int | None:
    """Return what a limit is held against of an answer on this scale: of a date and a time, the day."""
    return scalar_of(scale.of_limits, answer.partition("T")[0])


def answer_of(scale: Scale, amount: int) -> str:
    """Return an answer on this scale of which limits see `amount`. Raises ValueError as `scalar_text` does.

    Of a date and a time that is midday: midnight could be taken for the end of the day.
    """
    day = scalar_text(scale.of_limits, amount)
    return f"{day}T12:00" if scale is DateScale.DATE_AND_TIME else day


def scalar_text(scale: Scale, scalar: int) -> str:
    """Return a scalar as an answer keeps it. Raises ValueError for days that no date has."""
    match scale:
        case NumberScale():
            return number_text(scale, scalar)
        case DateScale.DATE:
            return date.fromordinal(scalar).isoformat()
        case DateScale.DATE_AND_TIME:
            day, minute = divmod(scalar, MINUTES_OF_DAY)
            return f"{scalar_text(DateScale.DATE, day)}T{time_text(minute)}"
        case _:
            assert_never(scale)


def time_text(minute: int) -> str:
    """Return a minute of the day as an answer keeps it: "09:30"."""
    return f"{minute // 60:02}:{minute % 60:02}"


def scalar_phrase(scale: Scale, scalar: int) -> str:
    """Return a scalar as a reader reads it: "12", "£50", "27 March 2024", "27 March 2024 at 2:30pm".

    Raises ValueError as `scalar_text` does.
    """
    match scale:
        case NumberScale():
            return number_phrase(scale, scalar)
        case DateScale.DATE:
            day = date.fromordinal(scalar)
            return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
        case DateScale.DATE_AND_TIME:
            ordinal, minute = divmod(scalar, MINUTES_OF_DAY)
            words = scalar_phrase(DateScale.DATE, ordinal)
            # "At midnight" alone leaves open which night.
            return f"{words} at {time_phrase(minute)}" if minute else f"midnight at the start of {words}"
        case _:
            assert_never(scale)


def time_phrase(minute: int) -> str:
    """Return a time as GOV.UK writes it: "9am", "2:30pm", "midday"."""
    if minute == MINUTES_OF_DAY // 2:
        return "midday"
    hour, minutes = divmod(minute, 60)
    return f"{(hour - 1) % 12 + 1}{f':{minutes:02}' if minutes else ''}{'am' if hour < 12 else 'pm'}"


def recovered_date(text: str) -> tuple[str, str] | None:
    """Return the date that was written in another form, as it should be and as a reader reads it.

    "12/4/2026" has the day first, as in Britain, and None is returned where that cannot be.
    """
    match = re.fullmatch(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]((?:20)?[0-9]{2})", text)
    if match is None:
        return None
    day, month, year = match.groups()
    scalar = scalar_of(DateScale.DATE, f"20{year[-2:]}-{month.zfill(2)}-{day.zfill(2)}")
    return (
        (scalar_text(DateScale.DATE, scalar), scalar_phrase(DateScale.DATE, scalar))
        if scalar is not None
        else None
    )
