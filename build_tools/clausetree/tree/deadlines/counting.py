"""Until when there is time. The rules, and where they are from, are in docs/authoring/deadlines.md."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import MAXYEAR, date
from typing import assert_never

from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.deadlines.period import Period, Unit
from clausetree.tree.scalar import MINUTES_OF_DAY

_LAST_OF_ALL = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Due:
    """The last day for something: until its end, or until a `minute` of it, which is counted as in a calendar.

    `moved_from` is the day on which the period ends, where nobody works on that.
    """

    day: int
    minute: int | None = None
    moved_from: int | None = None


@dataclass(frozen=True, slots=True)
class NoCalendar:
    """Working days matter, and nobody has said which these are."""


@dataclass(frozen=True, slots=True)
class BeyondCalendar:
    """A day matters that the calendar of this name does not speak of: it has those from `first` to `last`."""

    name: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class BeyondDates:
    """The period ends after the year 9999, or before the year 1, where no day has a date."""


type Uncounted = NoCalendar | BeyondCalendar | BeyondDates
"""Why there is no last day."""


def due_after_day(period: Period, day: int, calendar: Calendar | None) -> Due | Uncounted:
    """Return until when there is time, when something on `day` began it.

    Hours are counted from when that day began, as nobody said when in it: who keeps to that is in time.
    """
    return due_after_minute(period, day * MINUTES_OF_DAY, calendar)


def due_after_minute(period: Period, minute: int, calendar: Calendar | None) -> Due | Uncounted:
    """Return until when there is time, when something at a minute, counted as in a calendar, began it."""
    due = _end_less_a_day(period, minute, calendar) if period.less_a_day else _end(period, minute, calendar)
    if not isinstance(due, Due):
        return due
    if not 1 <= due.day <= _LAST_OF_ALL:
        return BeyondDates()
    return _moved(due, calendar) if period.to_working_day else due


def _end_less_a_day(period: Period, minute: int, calendar: Calendar | None) -> Due | Uncounted:
    """Return the earlier of two readings: the day is taken off at the end, or first.

    They differ about the ends of months.
    """
    due = _end(period, minute, calendar)
    if not isinstance(due, Due):
        return due
    late = _later(due, -1)
    if period.unit not in (Unit.MONTH, Unit.YEAR) or minute < 2 * MINUTES_OF_DAY:
        return late
    early = _end(period, minute - MINUTES_OF_DAY, calendar)
    return early if isinstance(early, Due) and early.day < late.day else late


def _end(period: Period, minute: int, calendar: Calendar | None) -> Due | Uncounted:
    day = minute // MINUTES_OF_DAY
    match period.unit:
        case Unit.HOUR:
            return _hours_later(minute, period.amount, calendar)
        case Unit.DAY:
            return Due(day + period.amount)
        case Unit.WORKING_DAY:
            return _working_days_later(day, period.amount, calendar)
        case Unit.WEEK:
            return Due(day + period.amount * 7)
        case Unit.MONTH:
            return _months_later(day, period.amount)
        case Unit.YEAR:
            return _months_later(day, period.amount * 12)
        case _:
            assert_never(period.unit)


def _hours_later(minute: int, hours: int, calendar: Calendar | None) -> Due | BeyondCalendar:
    end = minute + hours * 60
    if calendar and calendar.changes:
        end = calendar.elapsed(minute, hours * 60)
        if not calendar.covers(minute // MINUTES_OF_DAY, end // MINUTES_OF_DAY):
            return _beyond(calendar)
    return Due(end // MINUTES_OF_DAY, end)


def _working_days_later(day: int, amount: int, calendar: Calendar | None) -> Due | NoCalendar | BeyondCalendar:
    if calendar is None:
        return NoCalendar()
    last: int | None = day if calendar.covers(day) else None
    for _ in range(amount):
        if last is None:
            break
        last = calendar.next_working(last)
    return _beyond(calendar) if last is None else Due(last)


def _months_later(day: int, months: int) -> Due | BeyondDates:
    """Return the day of the corresponding date; in a shorter month, its last day."""
    start = date.fromordinal(day)
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    if year > MAXYEAR:
        return BeyondDates()
    return Due(date(year, month + 1, min(start.day, _days_of(year, month + 1))).toordinal())


def _days_of(year: int, month: int) -> int:
    return 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days


def _moved(due: Due, calendar: Calendar | None) -> Due | NoCalendar | BeyondCalendar:
    """Return the same time of the next working day, if nobody works on the last day."""
    if calendar is None:
        return NoCalendar()
    if not calendar.covers(due.day):
        return _beyond(calendar)
    if calendar.is_working(due.day):
        return due
    day = calendar.next_working(due.day)
    return _beyond(calendar) if day is None else replace(_later(due, day - due.day), moved_from=due.day)


def _later(due: Due, days: int) -> Due:
    minute = None if due.minute is None else due.minute + days * MINUTES_OF_DAY
    return Due(due.day + days, minute)


def _beyond(calendar: Calendar) -> BeyondCalendar:
    return BeyondCalendar(calendar.name, calendar.first, calendar.last)
