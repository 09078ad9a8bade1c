"""The words for what can be wrong with the file of a calendar."""

from __future__ import annotations

from typing import assert_never

from clausetree.publish.calendars.problems import (
    CalendarProblem,
    CalendarUnreadable,
    DayOutsideYears,
    EntryMissing,
    EntryTwice,
    NotADay,
    NotAHoliday,
    NotAWeekday,
    NotAYear,
    NotOneValue,
    NotUtf8,
    OpenAndClosed,
    TooManyYears,
    UnknownClocks,
    UnknownEntry,
    UnknownHolidays,
    YearsTurnedRound,
    YearsUnknown,
)
from clausetree.report.closest import did_you_mean
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.source import Source
from clausetree.report.wording import Wording, diagnostic_of

_ENTRIES = {
    "name": "Say whose days these are, as readers know it: `name: England and Wales`.",
    "holidays": "Say whose public holidays count: `holidays: [GB-ENG, GB-WLS]`, or `holidays: []` for none.",
    "from": "Say which year the calendar begins with: `from: 2026`.",
    "to": "Say which year the calendar ends with: `to: 2028`.",
    "clocks": "Say where your clocks are: `clocks: Europe/London`, or `clocks: UTC` where they never change.",
}
_DAYS = "Write days as `2026-12-24`, and a stretch of them as `2026-12-29 to 2026-12-31`."


def to_diagnostic(problem: CalendarProblem, source: Source) -> Diagnostic:
    """Turn a fault found in `source` into what its author reads."""
    return diagnostic_of(problem, wording_of(problem), source)


def wording_of(problem: CalendarProblem) -> Wording:
    """Return the code of a problem, what is wrong and what to do."""
    match problem:
        case CalendarUnreadable():
            return (
                "C101",
                "The calendar cannot be read at this line.",
                "Look at it and at those above: each is a word, a colon, and what it says.",
            )
        case NotUtf8():
            return "C101", "A character of the calendar cannot be read.", "Save the file as text in UTF-8."
        case UnknownEntry(name=name, near=near):
            known = "Lines begin with name, holidays, from, to, weekend, clocks, closed or open."
            return "C102", f"A calendar has no line `{name}`.", did_you_mean(near) or known
        case EntryTwice(name=name):
            return "C103", f"`{name}` is here for the second time.", "Make one of both."
        case EntryMissing(name=name):
            return "C104", f"`{name}` is missing.", _ENTRIES[name]
        case NotOneValue(name=name):
            return "C105", f"`{name}` has something else here than a single value.", "Write one value alone."
        case NotAYear(written=written):
            return "C107", f"`{written}` is not a year.", "Write it in four figures, such as `2026`."
        case NotAWeekday(written=written, near=near):
            hint = did_you_mean(near) or "Write days of the week in English, such as `Saturday`."
            return "C109", f"`{written}` is not a day of the week.", hint
        case UnknownClocks(zone=zone, near=near):
            hint = did_you_mean(near) or "Write the region and a town, such as `Europe/London`."
            return "C110", f"No time zone is called `{zone}`.", hint
        case UnknownHolidays() | YearsTurnedRound() | TooManyYears() | YearsUnknown():
            return _of_holidays(problem)
        case NotADay() | DayOutsideYears() | NotAHoliday() | OpenAndClosed():
            return _of_days(problem)
        case _:
            assert_never(problem)


def _of_holidays(problem: UnknownHolidays | YearsTurnedRound | TooManyYears | YearsUnknown) -> Wording:
    match problem:
        case UnknownHolidays(code=code, near=near, parts=parts):
            known = f"The parts of its country are {', '.join(parts)}." if parts else ""
            codes = "Write the ISO code of a country, or of a part of one, such as `FR` or `GB-ENG`."
            hint = " ".join(filter(None, (did_you_mean(near), known))) or codes
            return "C106", f"The public holidays of `{code}` are not known.", hint
        case YearsTurnedRound(first=first, last=last):
            return "C108", f"The calendar ends in {last}, before it begins in {first}.", "Change one of both."
        case TooManyYears(most=most):
            hint = "Nobody knows the holidays of so many. Write years that are near."
            return "C108", f"The calendar has more than {most} years.", hint
        case YearsUnknown(code=code, first=first, last=last):
            known = f"Take years from {first} to {last}." if first <= last else "Take this code out."
            return "C108", f"The holidays of `{code}` are not known for all years of the calendar.", known
        case _:
            assert_never(problem)


def _of_days(problem: NotADay | DayOutsideYears | NotAHoliday | OpenAndClosed) -> Wording:
    match problem:
        case NotADay(written=written, meant=meant):
            return "C111", f"`{written}` is no day and no stretch of days.", did_you_mean(meant) or _DAYS
        case DayOutsideYears(written=written, first=first, last=last):
            years = f"the years {first} to {last}" if first < last else f"the year {first}"
            return "C112", f"`{written}` is not in {years}.", "Correct the day, or the lines `from` and `to`."
        case NotAHoliday(written=written):
            hint = (
                "Under `open` are only holidays on which people work all the same. Correct it, or take it out."
            )
            return "C113", f"`{written}` is no public holiday, or is at a weekend.", hint
        case OpenAndClosed(written=written):
            return "C113", f"`{written}` is under `closed`, too.", "Take it out here or there."
        case _:
            assert_never(problem)
