"""Does the calendar have all the days that deadlines are counted by?"""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.deadlines.counting import BeyondCalendar
from clausetree.tree.due import due_of
from clausetree.tree.model import Deadline, Measure, Tree
from clausetree.tree.problems.deadlines import CalendarMissing, CalendarTooShort
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.scalar import scalar_phrase, scalar_text
from clausetree.tree.scale import DateScale
from clausetree.tree.syntax import TreeSyntax
from clausetree.tree.written_lines import written_duties


def check_calendar(tree: Tree, syntax: TreeSyntax, calendar: Calendar | None) -> Iterator[TreeProblem]:
    """Yield the deadlines that the calendar cannot count for every answer."""
    for _, written, duty in written_duties(tree, syntax):
        if not (written.within and written.within.question and duty.within):
            continue
        if calendar is None and duty.within.period.needs_calendar:
            yield CalendarMissing(written.within.span)
        elif calendar and _reaches_beyond(tree, duty.within, calendar):
            first, last = (scalar_phrase(DateScale.DATE, day) for day in (calendar.first, calendar.last))
            question = written.within.question
            yield CalendarTooShort(question.span, question.text, calendar.name, first, last)


def _reaches_beyond(tree: Tree, deadline: Deadline, calendar: Calendar) -> bool:
    question = tree.node(deadline.question or "")
    assert isinstance(question, Measure), "a sound tree's deadlines are counted from dates"
    first, last = (scalar_text(DateScale.DATE, day) for day in (question.least, question.most))
    if question.scale is DateScale.DATE_AND_TIME:
        first, last = f"{first}T00:00", f"{last}T23:59"
    ends = (due_of(tree, deadline, {question.id: frozenset({end})}, calendar) for end in (first, last))
    return any(isinstance(end, BeyondCalendar) for end in ends)
