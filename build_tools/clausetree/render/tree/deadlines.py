"""Deadlines in a reader's words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from clausetree.render.tree.phrasing import title_of
from clausetree.tree.answers import Answers
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.deadlines.counting import BeyondCalendar, BeyondDates, Due, NoCalendar, Uncounted
from clausetree.tree.deadlines.period import Unit
from clausetree.tree.due import due_of
from clausetree.tree.model import Deadline, Duty, Tree
from clausetree.tree.scalar import MINUTES_OF_DAY, scalar_phrase, time_phrase
from clausetree.tree.scale import DateScale
from clausetree.tree.strength import FORBIDDING, Strength
from clausetree.tree.wire import Procedure

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_END, _AT, _MIDNIGHT = "the end of {}", "{} on {}", "midnight at the start of {}"
_MOVED, _PAST = ", as {} is not a working day", ", which is past"
_YOURSELF = "so you must count the time yourself"


@dataclass(frozen=True, slots=True)
class DeadlineWords:
    """What is said of a deadline: how long there is, when that ends and what to know of it, if anything."""

    within: str
    end: str
    more: str

    def __str__(self) -> str:
        """Return all of it, as it stands behind what is to be done."""
        return f", {self.within}{self.end and f': {self.end}'}{self.more}"


def deadline_words(procedure: Procedure, duty: Duty, answers: Answers) -> DeadlineWords | None:
    """Return what a reader with these answers is told of a duty's deadline."""
    if duty.within is None:
        return None
    due = due_of(procedure.tree, duty.within, answers, procedure.calendar)
    end, more = _due_phrase(duty.strength, due) if due else ("", "")
    if isinstance(due, Due) and procedure.today is not None and due.day < procedure.today:
        more += _PAST
    return DeadlineWords(deadline_phrase(procedure.tree, duty.within), end, more)


def deadline_phrase(tree: Tree, deadline: Deadline) -> str:
    """Return how long there is, as the end of a sentence: "within 2 weeks of your answer to …"."""
    later = ", or, if nobody works that day, the next working day" if deadline.period.to_working_day else ""
    return f"within {deadline.period} of {_event(tree, deadline)}{later}"


def _event(tree: Tree, deadline: Deadline) -> str:
    if deadline.words is not None:
        return deadline.words
    assert deadline.question is not None, "a deadline without words is counted from a question"
    what = "the time" if deadline.period.unit is Unit.HOUR else "the day"
    return f"{what} that answers “{title_of(tree.node(deadline.question))}”"


def _due_phrase(strength: Strength, due: Due | Uncounted) -> tuple[str, str]:
    match due:
        case Due(day, minute, moved_from):
            end = _END.format(day_phrase(day)) if minute is None else _minute_phrase(minute)
            moved = _MOVED.format(day_phrase(moved_from)) if moved_from else ""
            return f"{before_end(strength)} {end}", moved
        case NoCalendar():
            return "", f". Nobody has said here which days are working days, {_YOURSELF}."
        case BeyondCalendar(name, first, last):
            days = f"from {scalar_phrase(DateScale.DATE, first)} to {scalar_phrase(DateScale.DATE, last)}"
            return "", f". This page has the calendar of {name} {days}, {_YOURSELF}."
        case BeyondDates():
            return "", ". That day is after the year 9999."
        case _:
            assert_never(due)


def before_end(strength: Strength) -> str:
    """Return the word before the end of a deadline: of what must not be done it is told up to when."""
    return "up to" if strength in FORBIDDING else "by"


def end_pieces(calendar: Calendar | None) -> dict[str, str]:
    """Return what ends of deadlines are told with, for a script that fills the blanks ("{}") in."""
    beyond = BeyondCalendar(calendar.name, calendar.first, calendar.last) if calendar else NoCalendar()
    uncounted = {"working": NoCalendar(), "calendar": beyond, "dates": BeyondDates()}
    whole = {"day": _END, "minute": _AT, "midnight": _MIDNIGHT, "moved": _MOVED, "past": _PAST}
    return whole | {why: _due_phrase(Strength.MUST, due)[1] for why, due in uncounted.items()}


def _minute_phrase(minute: int) -> str:
    day, of_day = divmod(minute, MINUTES_OF_DAY)
    # "At midnight" alone leaves open which night.
    return _AT.format(time_phrase(of_day), day_phrase(day)) if of_day else _MIDNIGHT.format(day_phrase(day))


def day_phrase(day: int) -> str:
    """Return a day with its weekday: "Friday 1 May 2026"."""
    return f"{WEEKDAYS[(day - 1) % 7]} {scalar_phrase(DateScale.DATE, day)}"
