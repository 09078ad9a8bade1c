"""Deadlines that cannot be worked out, or are not what was expected of them."""

from __future__ import annotations

from typing import assert_never

from clausetree.report.wording import Wording
from clausetree.tree.messages.phrasing import listed, quoted
from clausetree.tree.problems import deadlines as p


def of_deadlines(problem: p.DeadlineProblem) -> Wording:
    """Return the words of a problem of this kind."""
    match problem:
        case p.NotADate(_, question):
            hint = (
                'Name a question with `date` or `date and time`, or say it in words: of "the day of the event"'
            )
            return "T801", f"`{question}` asks for no date, so nothing can be counted from it.", hint
        case p.HoursOfADate(_, question):
            hint = f"Write `date and time` in place of `date` in `{question}`, or count in days."
            return (
                "T802",
                f"`{question}` asks for a date without a time, so hours cannot be counted from it.",
                hint,
            )
        case p.NoCalendar():
            hint = "Write docs/calendar.yml: the page on deadlines says how."
            return "T803", "No calendar says which days are working days.", hint
        case p.CalendarTooShort(_, question, calendar, first, last):
            message = f"`{question}` takes dates from which the calendar “{calendar}” cannot count."
            hint = (
                f"It has {first} to {last}. Readers with other dates are told to count the time themselves. "
                "Let calendar.yml begin earlier or go on, or give the question other bounds."
            )
            return "T804", message, hint
        case p.TimeNotInClauses(_, time, clauses):
            hint = f"It cites {listed(clauses, 'and')}. Cite the clause that says it, or say what that says."
            return "T805", f"No clause that this duty cites says {quoted(time)}.", hint
        case p.NotUntilToday(_, question):
            hint = (
                f"Let `{question}` take dates up to the day on which somebody answers: date 2020-01-01 to today"
            )
            return "T807", f"The days since `{question}` cannot be told.", hint
        case p.DaysAndDates(_, question):
            hint = "Say all of it in days since, or all of it in dates, or ask two questions."
            return "T808", f"`{question}` is held to dates, and to days since as well.", hint
        case p.DayNotGiven():
            hint = "Add a line with any day, and answers that fit it: today is 2026-05-04"
            return "T809", "This scenario does not say which day it is, and the tree goes by that.", hint
        case p.DueElse(_, expected, found):
            message = f"This duty is not due by {quoted(expected)} here."
            due = listed(found, "or")
            hint = (
                f"It is due by {due}."
                if found
                else "Nothing says by when: its question was not answered, or the calendar ends."
            )
            return "T806", message, f"Mend the tree, or this line. {hint}"
        case _:
            assert_never(problem)
