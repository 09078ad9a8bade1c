"""What is wrong with an answer that cannot be taken, in words that say what to do about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clausetree.render.html.ids import live_id
from clausetree.render.tree.deadlines import day_phrase
from clausetree.render.tree.what_to_do import answer_phrase, bounds_phrase, places_phrase, what_to_do
from clausetree.render.widget.fields import EXAMPLE_TIMES, boxes_of
from clausetree.tree.answers import offered
from clausetree.tree.model import Measure, Question, Tree
from clausetree.tree.numbers import plain_figures
from clausetree.tree.scalar import scalar_of, scalar_phrase
from clausetree.tree.scale import DateScale, NumberScale
from clausetree.tree.typed import TimeFault, typed_time
from clausetree.tree.typed_date import TypedDate, UnclearDate, typed_date
from clausetree.tree.typed_number import NumberFault, typed_number

DATE_LACKS = "The date must include a {}"
NOT_IN_FIGURES = "The date must be in figures"
YEAR_TOO_SHORT = "The year must have four digits"
NO_REAL_DATE = "The date must be a real date"
NOT_READ = "Enter the date as a day, a month and a year, such as 27 March 2024"
OTHER_WEEKDAY = "That date is {}: enter it without the day of the week, if you mean it"
DATE_GUESSED = "Do you mean {}? Enter the day, the month and the year"
DATE_UNCLEAR = "The date can mean {}: enter the month as a word, and the year with four digits"
TIME_FAULTS: Mapping[TimeFault, str] = {
    TimeFault.MISSING: "Enter a time, such as 9:30am",
    TimeFault.MIDNIGHT: "For midnight, enter 00:00 for the start of the day, or 23:59 for its end",
    TimeFault.TWELVE: "For 12am or 12pm, enter 12:00 for midday, or 00:00 for the start of the day",
    TimeFault.HOUR_ALONE: f"The time must include minutes, or am or pm, such as {EXAMPLE_TIMES}",
    TimeFault.UNREAL: "The time must be a real time, such as 9:30am",
}


@dataclass(frozen=True, slots=True)
class _Mistake:
    """What a reader is told, and the name of the box that she goes to."""

    words: str
    box: str


def mistake(node: Question, tried: tuple[str, ...], today: int | None = None) -> str:
    """Return what a reader is told who picked or typed `tried` today, which `node` cannot be answered with."""
    return _mistyped(node, tried, today).words if isinstance(node, Measure) else what_to_do(node)


def words_of_both(node: Measure) -> str:
    """Return what a reader is told who typed something, and picked that she does not know."""
    return f"{what_to_do(node)}, and not both"


def control_to_mend(tree: Tree, node: Question, tried: tuple[str, ...], today: int | None = None) -> str:
    """Return the id of the control to go to: of options the first, of boxes the first with the fault."""
    name = _mistyped(node, tried, today).box if isinstance(node, Measure) else offered(node)[0].id
    return live_id(tree, node.id, name)


def _mistyped(node: Measure, tried: tuple[str, ...], today: int | None) -> _Mistake:
    boxes = boxes_of(node)
    typed = tried[: len(boxes)]
    if not any(map(plain_figures, typed)):
        return _Mistake(what_to_do(node), boxes[0].name)
    if node.unsure and node.unsure.id in tried[len(boxes) :]:
        return _Mistake(words_of_both(node), boxes[0].name)
    if isinstance(node.scale, NumberScale):
        return _Mistake(_not_a_number(node, node.scale, "".join(typed)), boxes[0].name)
    return _misdated(node, typed_date(typed, node.bounds, today))


def _not_a_number(node: Measure, scale: NumberScale, typed: str) -> str:
    read = typed_number(scale, typed, node.units)
    return words_of_fault(node, scale, read) if isinstance(read, NumberFault) else words_beyond(node)


def words_beyond(node: Measure) -> str:
    """Return what a reader is told whose answer lies beyond the bounds."""
    subject = "date" if isinstance(node.scale, DateScale) else "amount" if node.scale.currency else "number"
    return f"The {subject} must be {bounds_phrase(node)}"


def words_of_fault(node: Measure, scale: NumberScale, fault: NumberFault) -> str:
    """Return what a reader is told who typed what is no number of `node`."""
    subject = "amount" if scale.currency else "number"
    match fault:
        case NumberFault.PLACES if scale.places:
            return f"The {subject} must have {places_phrase(scale)}"
        case NumberFault.DOT:
            return "Enter a whole number without a dot, such as 1000 for one thousand"
        case NumberFault.COMMA if scale.places:
            return "Enter decimal places behind a dot, and not behind a comma"
        case NumberFault.UNIT if node.unit:
            return f"The number must be in {node.unit.text}"
        case NumberFault.CURRENCY:
            return f"The amount must be in {scale.currency}"
        case NumberFault.UNREAL | NumberFault.PLACES | NumberFault.COMMA | NumberFault.UNIT:
            return f"Your answer must be {answer_phrase(node)}"


def _misdated(node: Measure, date: TypedDate | UnclearDate) -> _Mistake:
    if isinstance(date, UnclearDate):
        return _Mistake(_unclear(date), "day")
    time = typed_time(date.time)
    if node.scale is DateScale.DATE:
        of_time = _Mistake(NOT_READ, "day") if time is TimeFault.UNREAL else None
    else:
        of_time = _Mistake(TIME_FAULTS[time], "time") if isinstance(time, TimeFault) else None
    return _not_a_date(date) or of_time or _Mistake(words_beyond(node), "day")


def _unclear(date: UnclearDate) -> str:
    if date.is_guessed:
        return DATE_GUESSED.format(day_phrase(date.days[0]))
    if len(date.days) == 1:
        return OTHER_WEEKDAY.format(day_phrase(date.days[0]))
    days = [scalar_phrase(DateScale.DATE, day) for day in date.days]
    return DATE_UNCLEAR.format(" or ".join(days))


def _not_a_date(date: TypedDate) -> _Mistake | None:
    parts = {"day": date.day, "month": date.month, "year": date.year}
    missing = [name for name, text in parts.items() if not text]
    if missing and not date.is_in_parts:
        return _Mistake(NOT_READ, next(name for name, text in parts.items() if text))
    if missing:
        return _Mistake(DATE_LACKS.format(" and a ".join(missing)), missing[0])
    other = next((name for name, text in parts.items() if not (text.isascii() and text.isdigit())), None)
    if other:
        return _Mistake(NOT_IN_FIGURES, other)
    if len(date.year) != len("2024"):
        return _Mistake(YEAR_TOO_SHORT, "year")
    return _Mistake(NO_REAL_DATE, "day") if scalar_of(DateScale.DATE, date.iso) is None else None
