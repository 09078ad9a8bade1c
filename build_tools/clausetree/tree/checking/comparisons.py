"""Conditions that compare two answers with each other: can they be compared?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clausetree.tree.ordered import groups, joint_scale
from clausetree.tree.problems.comparisons import NotComparable, NotComparableWhy
from clausetree.tree.scale import NumberScale, Scale
from clausetree.tree.syntax import FactSyntax, MeasureSyntax, QuestionSyntax
from clausetree.tree.today import TODAY


def fault_in_comparison(
    measure: MeasureSyntax, fact: FactSyntax, other: QuestionSyntax | None
) -> Scale | NotComparable:
    """Return the scale on which a fact compares two answers, or what keeps it from that.

    `measure` is what its question asks for, and `other` the question that it names, if it is none of a total.
    """
    scale = joint_scale(measure.scale, other.measure.scale) if other and other.measure else None
    why = _why(measure, fact, other, scale)
    if why or scale is None:
        assert why, "where there is no scale there is a reason"
        return NotComparable(fact.span, fact.question.text, fact.value.text, why)
    return scale


def _why(
    measure: MeasureSyntax, fact: FactSyntax, other: QuestionSyntax | None, scale: Scale | None
) -> NotComparableWhy | None:
    if fact.cell:
        return NotComparableWhy.IN_A_CELL
    if other is None:
        return NotComparableWhy.TOTAL
    if fact.question.text == other.id.text:
        return NotComparableWhy.ITSELF
    if other.measure is None:
        return NotComparableWhy.NO_AMOUNT
    if scale is None:
        currencies = [
            one.currency for one in (measure.scale, other.measure.scale) if isinstance(one, NumberScale)
        ]
        both = len(currencies) == 2 and all(currencies)
        return NotComparableWhy.OTHER_CURRENCY if both else NotComparableWhy.OTHER_KIND
    return None


def check_by_today(
    compared: Sequence[FactSyntax], questions: Mapping[str, QuestionSyntax], goes_by_days: Mapping[str, bool]
) -> Iterator[NotComparable]:
    """Yield what keeps dates that go by today from being compared: no one day has room for all orders of them.

    `goes_by_days` says of the questions that have limits whether those are days since.
    """
    for group in groups((fact.question.text, fact.value.text) for fact in compared):
        members = [questions[name] for name in sorted(group)]
        by_days = [goes_by_days[name] for name in group if name in goes_by_days]
        why = _why_not_by_today(members, by_days)
        if why:
            fact = next(fact for fact in compared if fact.question.text in group)
            yield NotComparable(fact.span, fact.question.text, fact.value.text, why)


def _why_not_by_today(members: Iterable[QuestionSyntax], by_days: Sequence[bool]) -> NotComparableWhy | None:
    measures = [member.measure for member in members if member.measure]
    begin = any(measure.least.text == TODAY for measure in measures)
    end = [measure.most.text == TODAY for measure in measures]
    if begin and any(end):
        return NotComparableWhy.BEFORE_AND_AFTER_TODAY
    supposed = (name.text for member in members if member.unsure for name in member.unsure.counts_as)
    moves = any(by_days) or TODAY in supposed
    return NotComparableWhy.DAYS_AND_DATES if moves and not (all(by_days) and all(end)) else None
