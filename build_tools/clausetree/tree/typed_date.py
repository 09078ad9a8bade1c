"""A date that a reader types or pastes, in any of the ways in which people write them.

What could be meant in two ways is never guessed: "1/5/2026" is in May to some, and in January to others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from clausetree.report.lazy import lazy
from clausetree.tree.meant_date import meant_day
from clausetree.tree.numbers import plain_figures
from clausetree.tree.scalar import MONTHS, scalar_of
from clausetree.tree.scale import DateScale


@dataclass(frozen=True, slots=True)
class UnclearDate:
    """The days, as numbers, that a date may mean.

    One alone, if it has another weekday than was typed, or is only likely to be meant (`is_guessed`).
    """

    days: tuple[int, ...]
    is_guessed: bool = False


@dataclass(frozen=True, slots=True)
class TypedDate:
    """The day, the month and the year that were typed, in figures as far as they can be read, and the time."""

    day: str
    month: str
    year: str
    time: str = ""

    @property
    def iso(self) -> str:
        """As an answer keeps it, if it is a date."""
        return f"{self.year}-{self.month.zfill(2)}-{self.day.zfill(2)}"

    @property
    def is_in_parts(self) -> bool:
        """Whether each box holds its own part or nothing, right or wrong."""
        return all(_PART.fullmatch(part) for part in (self.day, self.month, self.year))


_BESIDE = frozenset({"st", "nd", "rd", "th", "of", "the", "on", "at"})
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PART = lazy(r"[0-9]*")
_DAY = lazy(r"([0-9]{1,2}) ?(?:st|nd|rd|th|\.)")
_MONTH = lazy(r"([0-9]{1,2})\.")
_YEAR = lazy(r"['\u2019]?([0-9]{2,4})\.?")
_SIGNS = lazy(r"[a-z0-9 ,./'\u2019()\[\]\u00b7\u2010-\u2014-]*")
_WORD = lazy(r"[0-9]+|[a-z]+")
_IN_BOXES = lazy(r"[0-9]{1,2} [0-9]{1,2} [0-9]+")
_DOTTED_CLOCK = lazy(r"(?:^|(?<=\s))(?P<other>[0-9]{1,2}\.[0-9]{2})(?=,?\s|$)")
"""A time that could be part of a date, and is one only where nothing else makes a date of the text."""
_YEAR_FIRST = lazy(r"(?<![0-9])([0-9]{2})[-\u2010-\u2014]([0-9]{1,2})[-\u2010-\u2014]([0-9]{1,2})(?![0-9])")
_CLOCK = lazy(
    r"(?:(?<=[0-9])t|\b)(?:(?P<time>[0-9]{1,2}:[0-9]{2})(?::[0-9]{2})?(?P<half> ?[ap]\.?m\b\.?)?"
    r"|(?P<other>[0-9]{1,2}(?:\.[0-9]{2})? ?[ap]\.?m\b\.?|noon\b|midday\b))"
)


def typed_date(
    boxes: Sequence[str], days: range = range(0), today: int | None = None
) -> TypedDate | UnclearDate:
    """Return the date that was typed into the boxes for the day, the month, the year and the time.

    All of it may stand in one of them, as where it is pasted. Of a year of two figures, the century is the one
    of which the year lies in `days`, those that the question takes. What means a day by `today` alone is not
    clear.
    """
    day, month, year, time = [*map(plain_figures, boxes), *[""] * 4][:4]
    is_full = bool(day and month and year)
    whole = _whole(day if is_full else " ".join(filter(None, (day, month, year))), days, time)
    typed = TypedDate(_figures(_DAY, day), typed_month(_figures(_MONTH, month)), _figures(_YEAR, year), time)
    if whole and not is_full:
        return whole
    alone = [text for text in (day, month, year) if text]
    if today is not None and len(alone) == 1:
        meant = meant_day(alone[0], days, today, typed_month, _weekday)
        if meant is not None:
            return UnclearDate((meant,), is_guessed=True)
    parts = (typed.month.lstrip("0"), typed.year)
    if isinstance(whole, TypedDate) and (whole.month.lstrip("0"), whole.year) == parts:
        return whole
    full = list(_with_whole_year(typed, days))
    return full[0] if len(full) == 1 else typed


def typed_month(text: str) -> str:
    """Return the month that was typed in figures, also if it is in words: "5" for "May"; others as they are."""
    return next((str(at) for at, name in enumerate(MONTHS, 1) if _is_month(text, name.casefold())), text)


def _is_month(text: str, name: str) -> bool:
    word = text.casefold().removesuffix(".")
    return word in (name, name[:3]) or (word == "sept" and name == "september")


def _figures(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.fullmatch(text.casefold())
    return match[1] if match else text


def _weekday(word: str) -> int | None:
    """Return the number of a weekday, which three letters of it are enough to tell."""
    found = (at for at, name in enumerate(_WEEKDAYS) if len(word) >= len("mon") and name.startswith(word))
    return next(found, None)


def _whole(text: str, days: range, time: str) -> TypedDate | UnclearDate | None:
    """Return a date of which all parts stand in one text; None where it is none."""
    text = " ".join(text.lower().split())
    clock = _CLOCK.search(text)
    if not clock and not _in_orders(text, time):
        clock = _DOTTED_CLOCK.search(text)
    if clock:
        text = f"{text[: clock.start()]} {text[clock.end() :]}"
        # Whatever stands in the box for the time is to say the same.
        said = _said(clock)
        if time not in ("", said):
            return None
        time = said
    orders = _in_orders(text, time)
    if not _SIGNS.fullmatch(text) or not orders:
        return None
    words = _WORD.findall(text)
    full = [list(_with_whole_year(one, days)) or [one] for one in orders]
    full.append([one for one in _year_first(text, time, days) if _day(one) in days])
    real = [[one for one in some if _day(one) is not None] for some in full]
    meant = [one for some in real for one in some]
    named = {weekday for word in words if (weekday := _weekday(word)) is not None}
    of_weekday = [one for one in meant if named <= {((_day(one) or 0) - 1) % 7}]
    different = tuple(dict.fromkeys(_day(one) or 0 for one in of_weekday or meant))
    if not meant:
        return full[0][0]
    if not of_weekday:
        return UnclearDate(different[:1])
    if len(different) == 1:
        return of_weekday[0]
    # Where the century alone is open, the year is what to mend.
    return UnclearDate(different) if sum(map(bool, real)) > 1 else orders[0]


def _said(clock: re.Match[str]) -> str:
    found = clock.groupdict("")
    return found["other"] or f"{found['time']}{found['half']}"


def _in_orders(text: str, time: str) -> list[TypedDate]:
    return list(_orders(_WORD.findall(text), time, is_as_in_boxes=bool(_IN_BOXES.fullmatch(text))))


def _year_first(text: str, time: str, days: range) -> Iterator[TypedDate]:
    """Yield what "25-12-20" is where the year stands in front."""
    found = _YEAR_FIRST.search(text)
    if found:
        yield from _with_whole_year(TypedDate(found[3], found[2], found[1], time), days)


def _orders(words: Sequence[str], time: str, *, is_as_in_boxes: bool) -> Iterator[TypedDate]:
    """Yield the dates that these words can be: that with the day in front comes first."""
    figures = [word for word in words if word.isdigit()]
    others = [word for word in words if not word.isdigit() and word not in _BESIDE]
    names = [word for word in others if _weekday(word) is None]
    months = [month for name in names if (month := typed_month(name)) != name]
    if len(months) != len(names) or len(months) + len(figures) != 3 or len(months) > 1:
        return
    is_year_first = len(figures[0]) == len("2026")
    if is_year_first:
        figures = [*figures[1:], figures[0]]
    *first, year = figures
    if any(len(one) > 2 for one in first) or len(year) not in (2, 4):
        return
    if months:
        yield TypedDate(first[0], months[0], year, time)
    elif is_year_first:
        yield TypedDate(first[1], first[0], year, time)
    else:
        yield TypedDate(first[0], first[1], year, time)
        if not is_as_in_boxes:
            yield TypedDate(first[1], first[0], year, time)


def _with_whole_year(typed: TypedDate, days: range) -> Iterator[TypedDate]:
    """Yield the date in each century of which the year lies in `days`, or in this one where none does."""
    if len(typed.year) != 2 or not (typed.year.isascii() and typed.year.isdigit()):
        return
    full = [replace(typed, year=century + typed.year) for century in ("20", "19")]
    yield from [one for one in full if _day(one) in days] or full[:1]


def _day(typed: TypedDate) -> int | None:
    return scalar_of(DateScale.DATE, typed.iso)
