"""Numbers, dates and times that cannot be read."""

from __future__ import annotations

import re

from clausetree.report.wording import Wording
from clausetree.tree.messages.examples import EXAMPLES
from clausetree.tree.messages.phrasing import quoted
from clausetree.tree.numbers import MOST_PLACES, currency_of, number_phrase, places_of, plain_number
from clausetree.tree.problems.lines import NotAScalar
from clausetree.tree.recovery.scalars import ScalarFault, recovered_moment, scalar_fault
from clausetree.tree.scalar import recovered_date, scalar_of
from clausetree.tree.scale import DateScale, NumberScale, Scale

ASK_FOR_IT = 'Ask for the result with a question of its own. For days, for example: number 0 to 365 "days"'
"""What to do in place of what a tree does not work out."""

_DATES = {
    DateScale.DATE: "a date, such as 2024-03-27",
    DateScale.DATE_AND_TIME: "a date and a time, such as 2024-03-27T14:30",
}
_PLACES = "The bounds of its question say how many decimal places there are: number 0.00 to 100.00"
_HINTS = {
    ScalarFault.TODAY: (
        "Write the day, such as 2030-12-31. The day on which somebody answers is `today`, as a bound; and a "
        "condition says: days since QUESTION > 5"
    ),
    ScalarFault.TIME: (
        "A number is no time of day. Ask for a day and a time with `date and time`, or offer answers "
        'with `option`, such as "Before 9:00" and "Later".'
    ),
    ScalarFault.DECIMAL: "Write it with a dot, such as 0.5.",
}


_FORMS = (ScalarFault.NEGATIVE, ScalarFault.DECIMAL, ScalarFault.THOUSANDS, ScalarFault.MARKED)


def of_scalars(problem: NotAScalar) -> Wording:
    """Return the words of a scalar that is none."""
    found, scale, instead = problem.found, problem.scale, problem.instead
    kind = _kind(scale)
    message = f"{quoted(found)} is not {'how a number is written' if scalar_fault(found) in _FORMS else kind}."
    if problem.question:
        return (
            "T116",
            f"`{found}` is a question, and not {kind.partition(',')[0]}.",
            f"A condition compares two answers just as they are: when QUESTION < {found}. {ASK_FOR_IT}",
        )
    if instead and currency_of(found):
        return "T116", message, f"Write the number alone: {instead}. For money: {EXAMPLES['money']}"
    if instead and scalar_fault(found) is ScalarFault.MARKED:
        unit = re.sub(r"[0-9.,]+", "", found).strip()
        where = f'What it counts stands behind the bounds of the question: number 0 to 100 "{unit}"'
        return "T116", message, f"Write the number alone: {instead}. {where}"
    if instead and scalar_fault(found) is ScalarFault.RANGE:
        return "T116", message, f"For any of these, write: {instead}. For all others: not {instead}"
    if instead:
        return "T116", message, f"Write: {instead}"
    return "T116", message, _scalar_hint(found, scale)


def _kind(scale: Scale) -> str:
    if not isinstance(scale, NumberScale):
        return _DATES[scale]
    if scale.currency:
        return f"an amount in {scale.currency}, such as {number_phrase(scale, 25 * 10**scale.places)}"
    if not scale.places:
        return "a whole number, such as 13"
    places = min(scale.places, MOST_PLACES)
    return f"a number with at most {_decimal_places(places)}, such as {13 + 10**-places:.{places}f}"


def _decimal_places(places: int) -> str:
    return f"{places} decimal place{'s' * (places > 1)}"


def _scalar_hint(found: str, scale: Scale) -> str:
    fault = scalar_fault(found)
    if scale is DateScale.DATE_AND_TIME and fault is ScalarFault.TODAY:
        return "A tree does not know what time it is. Write the day and the time, such as 2030-12-31T14:30."
    if not isinstance(scale, NumberScale) and fault is not ScalarFault.TODAY:
        return _date_hint(found) if scale is DateScale.DATE else _moment_hint(found)
    if fault in _HINTS:
        return _HINTS[fault]
    if fault is ScalarFault.RANGE:
        return "Write one number."
    return _number_hint(found, scale) if isinstance(scale, NumberScale) else ""


def _number_hint(found: str, scale: NumberScale) -> str:
    whole = (plain_number(found) or "").lstrip("-").partition(".")[0]
    if currency_of(found) not in ("", scale.currency):
        return f"The question asks for amounts in {scale.currency}. Write it in that, or without a sign."
    if scale.places > MOST_PLACES:
        return f"A number has at most {MOST_PLACES} decimal places."
    if not scale.places and re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", found):
        return f"Write {found.replace('.', '')} if you mean that. {_PLACES}"
    if places_of(found) > scale.places:
        places = _decimal_places(scale.places) if scale.places else "no decimal places"
        return f"Amounts in {scale.currency} have {places}." if scale.currency else _PLACES
    return "Write it with fewer than ten figures." if whole else "Write it in figures, as in the example."


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
    if scalar_of(DateScale.DATE, day) is None:
        return "There is no such day."
    if mark:
        return "There is no such time: the hours are 00 to 23, the minutes 00 to 59, each with two figures."
    return f"Write the time too, such as {day}T14:30."
