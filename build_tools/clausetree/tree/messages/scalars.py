"""Numbers, dates and times that cannot be read."""

from __future__ import annotations

import re

from clausetree.report.wording import Wording
from clausetree.tree.messages.phrasing import quoted
from clausetree.tree.problems.lines import NotAScalar
from clausetree.tree.recovery.scalars import ScalarFault, recovered_moment, recovered_number, scalar_fault
from clausetree.tree.scalar import Scale, recovered_date, scalar_of

ASK_FOR_IT = 'Ask for the result with a question of its own. For days, for example: number 0 to 365 "days"'
"""What to do in place of what a tree does not work out."""

_KINDS = {
    Scale.NUMBER: "a whole number, such as 13",
    Scale.DATE: "a date, such as 2024-03-27",
    Scale.DATE_AND_TIME: "a date and a time, such as 2024-03-27T14:30",
}
_WHOLE = "Numbers are whole here."
_HINTS = {
    ScalarFault.TODAY: (
        "Write the day, such as 2030-12-31. The day on which somebody answers is `today`, as a bound; and a "
        "condition says: days since QUESTION > 5"
    ),
    ScalarFault.TIME: (
        "A whole number is no time of day. Ask for a day and a time with `date and time`, or offer answers "
        'with `option`, such as "Before 9:00" and "Later".'
    ),
    ScalarFault.NEGATIVE: (
        "Numbers begin at 0. Ask the other way round, such as for the degrees below zero or the days before, "
        "or offer answers with `option`."
    ),
    ScalarFault.DECIMAL: (
        f"{_WHOLE} Ask in a smaller unit, such as pence or minutes, or offer steps with `option`, such as "
        '"Up to 2.50".'
    ),
}


def of_scalars(problem: NotAScalar) -> Wording:
    """Return the words of a scalar that is none."""
    found, scale, instead = problem.found, problem.scale, problem.instead
    kind = _KINDS[scale]
    message = f"{quoted(found)} is not {kind}."
    if problem.question:
        return (
            "T116",
            f"`{found}` is a question, and not {kind.partition(',')[0]}.",
            f"A tree compares no question with another. {ASK_FOR_IT}",
        )
    if instead and scalar_fault(found) is ScalarFault.MARKED:
        unit = re.sub(r"[0-9.,]+", "", found).strip()
        where = f'What it counts stands behind the bounds of the question: number 0 to 100 "{unit}"'
        return "T116", message, f"Write the number alone: {instead}. {where}"
    if instead and scalar_fault(found) is ScalarFault.RANGE:
        return "T116", message, f"For any of these, write: {instead}. For all others: not {instead}"
    if instead:
        return "T116", message, f"Write: {instead}"
    return "T116", message, _scalar_hint(found, scale)


def _scalar_hint(found: str, scale: Scale) -> str:
    fault = scalar_fault(found)
    if scale is Scale.DATE_AND_TIME and fault is ScalarFault.TODAY:
        return "A tree does not know what time it is. Write the day and the time, such as 2030-12-31T14:30."
    if scale is not Scale.NUMBER and fault is not ScalarFault.TODAY:
        return _date_hint(found) if scale is Scale.DATE else _moment_hint(found)
    if fault in _HINTS:
        return _HINTS[fault]
    if fault is ScalarFault.AMBIGUOUS:
        fraction = _HINTS[ScalarFault.DECIMAL]
        return f"Write {recovered_number(found)} if you mean that. If the dot parts a fraction: {fraction}"
    if fault is ScalarFault.RANGE:
        return "Write one number."
    if fault:
        return f"Write {recovered_number(found)}."
    return (
        "Write it in figures, as in the example."
        if not found.isdigit()
        else "Write it with fewer than ten figures."
    )


def _date_hint(found: str) -> str:
    recovered, moment = recovered_date(found), recovered_moment(found)
    if moment:
        day = moment.partition("T")[0]
        return f"Write the day alone: {day}. Bounds, conditions and answers to `date` have no time."
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", found):
        return "There is no such day."
    if recovered is None:
        return "Write the year, the month and the day in figures, as in the example."
    return f"If you mean {recovered[1]}, write {recovered[0]}."


def _moment_hint(found: str) -> str:
    recovered, (day, mark, _) = recovered_date(found), found.partition("T")
    if recovered:
        return f"If you mean {recovered[1]}, write the time too, such as {recovered[0]}T14:30."
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day):
        return "Write the year, the month, the day, a T, the hour and the minute in figures, as in the example."
    if scalar_of(Scale.DATE, day) is None:
        return "There is no such day."
    if mark:
        return "There is no such time: the hours are 00 to 23, the minutes 00 to 59, each with two figures."
    return f"Write the time too, such as {day}T14:30."
