"""What can be wrong with the file of a calendar, as data."""

from __future__ import annotations

from clausetree.report.problem import Problem


class CalendarUnreadable(Problem):
    """A file that is not YAML, or no mapping."""


class NotUtf8(Problem):
    """A character that is not in UTF-8."""


class UnknownEntry(Problem):
    """A line that begins with another word than the file can have."""

    name: str
    near: str | None


class EntryTwice(Problem):
    """A word that begins a line for the second time."""

    name: str


class EntryMissing(Problem):
    """A line that is not there, or says nothing."""

    name: str


class NotOneValue(Problem):
    """A list or a mapping where a single value belongs."""

    name: str


class UnknownHolidays(Problem):
    """A code of no country and no part of one. `parts` are those of the country that it may be of."""

    code: str
    near: str | None
    parts: tuple[str, ...]


class NotAYear(Problem):
    """Something else where a year belongs."""

    written: str


class YearsTurnedRound(Problem):
    """A calendar that would end before it begins."""

    first: int
    last: int


class TooManyYears(Problem):
    """A calendar of more years than anybody can know the holidays of."""

    most: int


class YearsUnknown(Problem):
    """Years of which the holidays of a country are not known: only those from `first` to `last` are."""

    code: str
    first: int
    last: int


class NotAWeekday(Problem):
    """Something else where a day of the week belongs."""

    written: str
    near: str | None


class UnknownClocks(Problem):
    """A name of no time zone."""

    zone: str
    near: str | None


class NotADay(Problem):
    """Something else where dates belong. `meant` is what was meant, if that is clear."""

    written: str
    meant: str | None


class DayOutsideYears(Problem):
    """A date that is not in the years of the calendar."""

    written: str
    first: int
    last: int


class NotAHoliday(Problem):
    """A date on which people work, said to be one on which they work all the same."""

    written: str


class OpenAndClosed(Problem):
    """A date on which people are said to work, and not to work."""

    written: str


CalendarProblem = (
    CalendarUnreadable
    | NotUtf8
    | UnknownEntry
    | EntryTwice
    | EntryMissing
    | NotOneValue
    | UnknownHolidays
    | NotAYear
    | YearsTurnedRound
    | TooManyYears
    | YearsUnknown
    | NotAWeekday
    | UnknownClocks
    | NotADay
    | DayOutsideYears
    | NotAHoliday
    | OpenAndClosed
)
"""Everything that can be wrong with it: a closed union."""
