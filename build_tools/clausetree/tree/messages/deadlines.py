"""Deadlines that cannot be worked out, or are not what was expected of them."""

from __future__ import annotations

from typing import assert_never

from clausetree.report.closest import did_you_mean
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
        case p.CalendarMissing():
            hint = "Write docs/calendar.yml, or take the # away there: the page on deadlines says how."
            message = "No calendar says which days are working days, and where your clocks are."
            return "T803", message, hint
        case p.CalendarTooShort(_, question, calendar, first, last):
            message = f"`{question}` takes dates from which the calendar “{calendar}” cannot count."
            hint = (
                f"It has days from {first} to {last}. Readers with others must count the time themselves. "
                "Let calendar.yml begin earlier or go on, or give the question other bounds."
            )
            return "T804", message, hint
        case p.TimeNotInClauses(_, time, clauses):
            hint = (
                f"It cites {listed(clauses, 'and')}. Cite the clause that says it, or say below it who did: "
                'acknowledge T805 "…"'
            )
            return "T805", f"No clause that this duty cites says {quoted(time)}.", hint
        case p.NotBegun(_, question, node):
            message = f"Some come to `{node}` without having met `{question}`: no day can be told to them."
            hint = "Ask it on every way here, or lay the duty on those alone who were asked, with `when`."
            return "T810", message, hint
        case p.NotUntilToday(_, question):
            hint = (
                f"Let `{question}` take dates up to the day on which somebody answers: date 2020-01-01 to today"
            )
            message = f"`{question}` does not take dates up to today, so it cannot be held to today."
            return "T807", message, hint
        case p.DaysAndDates(_, question):
            hint = "Say all of it in days since, or all of it in dates, or ask two questions."
            return "T808", f"`{question}` is held to dates, and to days since as well.", hint
        case p.BoundPast(_, question, last):
            message = f"`{question}` takes no day after {last}, and that is past."
            hint = (
                "Write a later day, or `today`. If it is about a time that is over, say so below it: "
                'acknowledge T811 "…"'
            )
            return "T811", message, hint
        case p.DayNotGiven():
            hint = "Add a line with any day, and answers that fit it: today is 2026-05-04"
            return "T809", "This scenario does not say which day it is, and the tree goes by that.", hint
        case p.DueElse(_, expected, found):
            message = f"This duty is not due by {quoted(expected)} here."
            due = (
                f"It is due by {listed(found, 'or')}."
                if found
                else "Here it is due by no day that can be told."
            )
            return "T806", message, f"Mend the tree, or this line. {due}"
        case p.NoSuchEvent(_, name, near):
            in_words = f'For words alone, write them in quotation marks: of "{name}"'
            return "T203", f"No question is called `{name}`.", did_you_mean(near) or in_words
        case _:
            assert_never(problem)
