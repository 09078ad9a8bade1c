"""The day that is likely meant by "yesterday", or by a date without its year. It is asked back, never taken."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from clausetree.report.lazy import lazy
from clausetree.tree.scalar import scalar_of
from clausetree.tree.scale import DateScale

_BESIDE_TODAY = {"yesterday": -1, "today": 0, "tomorrow": 1}
_TIME = r"(?:,? (?:at )?(?:[0-9]{1,2}(?:[:.][0-9]{2}(?: ?[ap]\.?m\.?)?| ?[ap]\.?m\.?)|noon|midday))?"
_NAMED = lazy(rf"(yesterday|today|tomorrow){_TIME}")
_DAY_FIRST = lazy(
    rf"(?:([a-z]+)\.?,? )?(?:the )?([0-9]{{1,2}}) ?(?:st|nd|rd|th|\.)?(?: of)?[ -]?([a-z]{{3,}})\.?{_TIME}"
)
_MONTH_FIRST = lazy(rf"(?:([a-z]+)\.?,? )?([a-z]+)\.? (?:the )?([0-9]{{1,2}})(?:st|nd|rd|th|\.)?{_TIME}")
_YEARS, _YEARS_OF_WEEKDAY = 4, 1
"""How many years away such a day may lie: the 29th of February comes every fourth."""


def meant_day(
    text: str,
    days: range,
    today: int,
    month_of: Callable[[str], str],
    weekday_of: Callable[[str], int | None],
) -> int | None:
    """Return the day nearest to today that `text` may mean, of `days` if it can; None where it means none."""
    text = " ".join(text.lower().split())
    if named := _NAMED.fullmatch(text):
        return today + _BESIDE_TODAY[named[1]]
    if first := _DAY_FIRST.fullmatch(text):
        before, day, month = first.groups()
    elif second := _MONTH_FIRST.fullmatch(text):
        before, month, day = second.groups()
    else:
        return None
    weekday = weekday_of(before) if before and before != "on" else None
    if month_of(month) == month or (before and before != "on" and weekday is None):
        return None
    near = _YEARS if weekday is None else _YEARS_OF_WEEKDAY
    found = [
        one
        for one in _each_year(day, month_of(month), today, near)
        if weekday is None or (one - 1) % 7 == weekday
    ]
    return min(found, key=lambda one: (one not in days, abs(one - today), one), default=None)


def _each_year(day: str, month: str, today: int, near: int) -> Iterator[int]:
    """Yield a day of a month in the years around that of `today`."""
    year = date.fromordinal(today).year
    for one in range(year - near, year + near + 1):
        found = scalar_of(DateScale.DATE, f"{one:04}-{month.zfill(2)}-{day.zfill(2)}")
        if found is not None:
            yield found
