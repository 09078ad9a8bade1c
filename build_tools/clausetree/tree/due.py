"""By when a duty is due, for a reader who has said when what it is counted from was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausetree.tree.answers import Answers, meant
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.deadlines.counting import Due, Uncounted, due_after_day, due_after_minute
from clausetree.tree.model import Deadline, Duty, Measure, Tree
from clausetree.tree.scalar import scalar_of, scalar_text
from clausetree.tree.scale import DateScale


def due_of(
    tree: Tree, deadline: Deadline, answers: Answers, calendar: Calendar | None
) -> Due | Uncounted | None:
    """Return the end of a deadline, or why nobody can tell it; None where no answer says when it begins."""
    question = tree.node(deadline.question) if deadline.question else None
    if not isinstance(question, Measure):
        return None
    count = due_after_minute if question.scale is DateScale.DATE_AND_TIME else due_after_day
    answer = meant(question, answers.get(question.id, frozenset()))
    scalars = (scalar_of(question.scale, text) for text in answer)
    return next((count(deadline.period, scalar, calendar) for scalar in scalars if scalar is not None), None)


def due_texts(tree: Tree, duties: Iterable[Duty], answers: Answers, calendar: Calendar | None) -> Iterator[str]:
    """Yield when each of the duties is due, as scenarios say it: "2026-05-04", "2026-05-04T14:30"."""
    for duty in duties:
        due = due_of(tree, duty.within, answers, calendar) if duty.within else None
        if isinstance(due, Due):
            if due.minute is None:
                yield scalar_text(DateScale.DATE, due.day)
            else:
                yield scalar_text(DateScale.DATE_AND_TIME, due.minute)
