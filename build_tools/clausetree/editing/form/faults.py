"""The faults of a text in its form: each at the one place where it is mended, in words of the form.

What is wrong is said as everywhere. What to do is not: a hint speaks of what to write in the text, which nobody
sees who fills in a form.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clausetree.editing.form.form import Card, Control, Field, Form, Item
from clausetree.editing.form.plain import plain
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.problem import Problem
from clausetree.report.span import Span
from clausetree.tree.problems.clauses import (
    BindsInAnotherLanguage,
    BindsInNoKnownWay,
    DutyWithoutClause,
    LostClause,
    StrengthDiffers,
)
from clausetree.tree.problems.deadlines import DayNotGiven, TimeNotInClauses
from clausetree.tree.problems.lines import BadName, Missing, ReservedName
from clausetree.tree.problems.names import DuplicateName, LostPolicy, TreeNamedElse
from clausetree.tree.problems.recovery import OneAnswer
from clausetree.tree.problems.scenarios import (
    UNSHOWN,
    NoScenario,
    NotTold,
    SeveralNotes,
    StopsShort,
    ToldUnwanted,
    Unnoticed,
)
from clausetree.tree.problems.shape import DeadEnd, NothingOffered, Uncovered, Unreachable
from clausetree.tree.problems.totals import TotalElse

_MENDED_AT: Mapping[type[Problem], tuple[str, ...]] = {
    DutyWithoutClause: ("cites",),
    TimeNotInClauses: ("cites",),
    StrengthDiffers: ("strength",),
    BindsInNoKnownWay: ("strength",),
    BindsInAnotherLanguage: ("strength",),
    DeadEnd: ("target", "then"),
    Uncovered: ("otherwise",),
    NotTold: ("what", "words"),
    ToldUnwanted: ("what", "words"),
    SeveralNotes: ("words",),
    TotalElse: ("amount",),
}
"""The fields, by the last part of their paths, in which that is mended which is found elsewhere in its line."""
_ADDED_TO = (StopsShort, DayNotGiven, NothingOffered, OneAnswer)
"""What a card lacks."""
_ABOUT_NAMES = (BadName, ReservedName, DuplicateName, TreeNamedElse)
_SHOWN_BY_A_SCENARIO = (*UNSHOWN, NoScenario, Unnoticed)

_ADD = "Choose it under “Add to this”."
_WALK = "Show it in a walk under “Try it”, and keep the walk as a scenario."
_LEAD = "Choose it under “Leads to” of what comes before it, or remove it."
_CHOOSE = "Choose from what the list offers."
_PICK = "Pick a clause from the policy."

_NAMES_STAND_IN = (Control.CONDITION, Control.DEADLINE, Control.POINTS, Control.ANSWERS, Control.LINES)
"""Where an author reads and writes names herself."""
_LISTS = ("nodes", "questions", "roles", "facts", "totals")


@dataclass(frozen=True, slots=True)
class FaultInForm:
    """A fault as the form has it: at the field, the item or the card at `path`, "" where there is no card.

    `where` says that place in words.
    """

    path: str
    where: str
    message: str
    hint: str


def fault_in_form(form: Form, diagnostic: Diagnostic, *, certain: bool) -> FaultInForm:
    """Return how a form shows a fault of its text; `certain` where a button mends it."""
    problem, span = diagnostic.problem, diagnostic.span
    card = next((each for each in form.cards if _within(span, each.span)), None)
    if card is None:
        return FaultInForm("", "", plain(diagnostic.message, {}), "")
    item = next((each for each in card.items if _within(span, each.span)), None)
    field = _field(problem, span, card, item)
    place = field or item or card
    where = _where(card, item, field)
    if field and field.control is Control.LINES:
        return FaultInForm(field.path, where, diagnostic.message, diagnostic.hint)
    keeps_names = isinstance(problem, _ABOUT_NAMES) or (field and field.control in _NAMES_STAND_IN)
    message = plain(diagnostic.message, {} if keeps_names else _words(form, card))
    if field and isinstance(problem, Missing):
        message = f"“{field.label}” is still empty."
    return FaultInForm(place.path, where, message, "" if certain else _hint(form, problem, field))


def _where(card: Card, item: Item | None, field: Field | None) -> str:
    within = [card.title, *([item.title] if item else [])]
    label = field.label if field else ""
    return ", ".join(within if within[-1].startswith(label) else [*within, label])


def _within(span: Span, outer: Span) -> bool:
    return outer.start <= span.start and span.end <= outer.end


def _field(problem: Problem | None, span: Span, card: Card, item: Item | None) -> Field | None:
    fields = item.fields if item else card.fields
    keys = (
        (problem.keyword,)
        if isinstance(problem, Missing)
        else _MENDED_AT.get(type(problem) if problem else Problem, ())
    )
    lacking = (each for key in keys for each in fields if each.path.rpartition("/")[2] == key)
    if found := next(lacking, None):
        return found
    if isinstance(problem, Missing | StopsShort | DayNotGiven):
        return None
    if len(fields) == 1 and fields[0].control is Control.LINES:
        return fields[0]
    filled = [each for each in fields if each.span.start < each.span.end]
    around = [each for each in filled if _within(span, each.span)]
    met = [each for each in filled if span.start < each.span.end and each.span.start < span.end]
    shortest = min(around, key=lambda each: each.span.end - each.span.start, default=None)
    return shortest or (met[0] if len(met) == 1 else None)


def _hint(form: Form, problem: Problem | None, field: Field | None) -> str:
    if isinstance(problem, _SHOWN_BY_A_SCENARIO):
        return _WALK
    if isinstance(problem, Unreachable):
        return _LEAD
    if field is None:
        return _ADD if isinstance(problem, (*_ADDED_TO, Missing)) else ""
    if field.control is Control.CLAUSES and not isinstance(problem, LostClause | LostPolicy):
        return _PICK
    offered = {each.value for each in form.lists.get(field.offers, ())}
    chosen = field.control in (Control.CHOICE, Control.TARGET) and field.value not in offered
    return _CHOOSE if chosen and offered else ""


def _words(form: Form, card: Card) -> Mapping[str, str]:
    """Return the words by which a form shows what has a name."""
    answers = f"answers {card.id}"
    offered = (each for name in (*_LISTS, answers) for each in form.lists.get(name, ()))
    return {each.value: each.label for each in offered}
