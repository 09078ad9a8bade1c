"""What a reader types: as the answer that is kept, and the other way round.

A number is one field; a date is its day, month and year; a date and a time has a fourth field for the time.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from enum import Enum, auto

from clausetree.report.lazy import lazy
from clausetree.tree.numbers import number_text, plain_figures
from clausetree.tree.scalar import MINUTES_OF_DAY, time_text
from clausetree.tree.scale import DateScale, NumberScale, Scale
from clausetree.tree.typed_date import UnclearDate, typed_date
from clausetree.tree.typed_number import NumberFault, typed_number


class TimeFault(Enum):
    """Why what was typed is no time of day."""

    MISSING = auto()
    MIDNIGHT = auto()
    """Which of the two that a day has is not said."""

    TWELVE = auto()
    """12am and 12pm: people take either for midday and for midnight."""

    HOUR_ALONE = auto()
    UNREAL = auto()


_TIME = lazy(
    r"(?P<hour>[0-9]{1,2})(?:\s*[:.\uff1ah]\s*(?P<minute>[0-9]{2})|(?P<joined>[0-9]{2}))?"
    r"(?:\s*(?P<half>[ap])\.?\s*m\.?|\s*(?P<whole>h|hrs?|hours|o['’]?\s*clock))?"
)
_MIDNIGHT = lazy(r"(?:12\s*|at\s+)?midnight|24[:.\uff1ah]?00")
_MIDDAY = lazy(r"(?:12\s*|at\s+)?(?:noon|midday)")


def typed_answer(
    scale: Scale, fields: tuple[str, ...], units: Collection[str] = (), days: range = range(0)
) -> str:
    """Return the answer that a reader typed, as text that may still state no scalar.

    A number may have one of its `units` beside it. `days` are those that a question takes.
    """
    if isinstance(scale, NumberScale):
        steps = typed_number(scale, "".join(fields[:1]), units)
        return "" if isinstance(steps, NumberFault) else number_text(scale, steps)
    typed = typed_date(fields, days)
    if isinstance(typed, UnclearDate):
        return ""
    minute = typed_time(typed.time)
    if scale is DateScale.DATE:
        return "" if minute is TimeFault.UNREAL else typed.iso
    return f"{typed.iso}T{'' if isinstance(minute, TimeFault) else time_text(minute)}"


def typed_fields(scale: Scale, answer: str) -> tuple[str, ...]:
    """Return the fields of an answer that was kept; all are empty where it is ""."""
    if isinstance(scale, NumberScale):
        return (answer,)
    written, _, time = answer.partition("T")
    year, month, day = written.split("-") if written else ("", "", "")
    date = day.lstrip("0"), month.lstrip("0"), year
    return (*date, time) if scale is DateScale.DATE_AND_TIME else date


def typed_time(text: str) -> int | TimeFault:
    """Return the minute of the day that was typed. Without "am" and "pm" a time is one of 24 hours."""
    words = plain_figures(text).lower()
    if not words:
        return TimeFault.MISSING
    if _MIDNIGHT.fullmatch(words):
        return TimeFault.MIDNIGHT
    if _MIDDAY.fullmatch(words):
        return MINUTES_OF_DAY // 2
    match = _TIME.fullmatch(words)
    return _minute(match) if match else TimeFault.UNREAL


def _minute(match: re.Match[str]) -> int | TimeFault:
    half, minutes = match["half"], match["minute"] or match["joined"]
    hour, minute = int(match["hour"]), int(minutes or 0)
    if not (minutes or half or match["whole"]):
        return TimeFault.HOUR_ALONE
    if half and (hour, minute) == (12, 0):
        return TimeFault.TWELVE
    # "14:30pm" says the same twice; "0:30pm" and "14:30am" say what cannot be.
    if hour > 23 or minute > 59 or (half == "a" and hour > 12) or (half == "p" and hour == 0):
        return TimeFault.UNREAL
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * 60 + minute
