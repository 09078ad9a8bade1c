"""Deadlines that cannot be worked out, or are not what was expected of them."""

from __future__ import annotations

from clausetree.report.problem import Problem


class NotADate(Problem):
    """A deadline counted from a question that does not ask for a date."""

    question: str


class NoSuchEvent(Problem):
    """A deadline counted from a question that is not there."""

    name: str
    near: str | None


class HoursOfADate(Problem):
    """A deadline in hours, counted from a question that asks for no time of the day."""

    question: str


class CalendarMissing(Problem):
    """A deadline in working days where no calendar says which days those are."""


class CalendarTooShort(Problem):
    """A deadline from a question that takes dates from which the calendar cannot count.

    It is called `calendar`, and has the days from `first` to `last`.
    """

    question: str
    calendar: str
    first: str
    last: str


class TimeNotInClauses(Problem):
    """A deadline of a length (`time`) that is in none of the clauses that its duty cites."""

    time: str
    clauses: tuple[str, ...]


class NotBegun(Problem):
    """A deadline counted from a `question` that some readers who come to the `node` have not met."""

    question: str
    node: str


class NotUntilToday(Problem):
    """The days since the answer to a question that does not take dates up to today."""

    question: str


class DaysAndDates(Problem):
    """A question whose answer is held to days since, and to dates too."""

    question: str


class BoundPast(Problem):
    """A question that takes no day after `last`, which is past."""

    question: str
    last: str


class DayNotGiven(Problem):
    """A scenario that says nothing of the day, where much goes by that."""


class DueElse(Problem):
    """A duty that a scenario expects by another time than any of those `found`, by which it is due."""

    expected: str
    found: tuple[str, ...]


DeadlineProblem = (
    NotADate
    | NoSuchEvent
    | HoursOfADate
    | CalendarMissing
    | CalendarTooShort
    | TimeNotInClauses
    | NotBegun
    | NotUntilToday
    | DaysAndDates
    | BoundPast
    | DayNotGiven
    | DueElse
)
