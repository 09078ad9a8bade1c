"""The deadlines of a course. Its script counts when they end, from the days and times that are typed."""

from __future__ import annotations

from typing import Any

from clausetree.render.html.markup import Html, element
from clausetree.render.tree.deadlines import WEEKDAYS, before_end, deadline_phrase, end_pieces
from clausetree.render.tree.pieces import shown_deadline
from clausetree.tree.answers import Answers
from clausetree.tree.model import Duty, Measure
from clausetree.tree.scalar import MONTHS
from clausetree.tree.wire import Procedure


class Ends:
    """The ends that are to be counted, each of which has a number."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[Any, ...], int] = {}

    def blank(self, procedure: Procedure, duty: Duty, _: Answers) -> Html | None:
        """Return how long there is, with the number of what the script puts behind it."""
        within = duty.within
        question = procedure.tree.node(within.question) if within and within.question else None
        if within is None or not isinstance(question, Measure):
            return shown_deadline(procedure, duty, {})
        period = within.period
        end = (question.id, period.amount, period.unit.value, period.less_a_day, period.to_working_day)
        number = self._numbers.setdefault((*end, before_end(duty.strength)), len(self._numbers))
        words = f", {deadline_phrase(procedure.tree, within)}"
        return element("span", words, class_="ct-within", data_due=str(number))

    @property
    def all(self) -> list[tuple[Any, ...]]:
        """All of them, in the order of their numbers."""
        return list(self._numbers)


def date_words(procedure: Procedure, ends: Ends) -> dict[str, Any]:
    """Return what a script counts days with and says them in (`CourseDates` in types.d.ts)."""
    calendar = procedure.calendar
    known = calendar and {
        "first": calendar.first,
        "last": calendar.last,
        "weekend": calendar.weekend,
        "closed": calendar.closed,
        "changes": calendar.changes,
    }
    return {
        "months": MONTHS,
        "weekdays": WEEKDAYS,
        "ends": ends.all,
        "pieces": end_pieces(calendar),
        "calendar": known if ends.all else None,
    }
