"""A date that a reader types or pastes, in any of the ways in which people write them.

What could be meant in two ways is never guessed: "1.5.2026" is in May to some, and in January to others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clausetree.report.lazy import lazy
from clausetree.tree.numbers import plain_figures
from clausetree.tree.scalar import MONTHS, scalar_of
from clausetree.tree.scale import DateScale


@dataclass(frozen=True, slots=True)
class SeveralDays:
    """The days, as numbers, that a date may mean, in the order in which a reader would think of them."""

    days: tuple[int, ...]


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


_BESIDE = frozenset({"st", "nd", "rd", "th", "of", "the", "on", "at"})
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ORDINAL = lazy(r"([0-9]{1,2}) ?(?:st|nd|rd|th|\.)")
_SIGNS = lazy(r"[a-z0-9 ,./'\u2019()\[\]\u00b7\u2010-\u2014-]*")
_WORD = lazy(r"[0-9]+|[a-z]+")
_CLOCK = lazy(r"(?:(?<=[0-9])t|\b)(?P<time>[0-9]{1,2}(?::[0-9]{2}(?: ?[ap]\.?m\b\.?)?| ?[ap]\.?m\b\.?))")


def typed_date(boxes: Sequence[str], days: range = range(0)) -> TypedDate | SeveralDays:
    """Return the date that was typed into the boxes for the day, the month, the year and the time.

    All of it may stand in one of them, as where it is pasted. A year of two figures is taken where only one of
    its centuries lies in `days`, those that the question takes.
    """
    plain = [*map(plain_figures, boxes), *[""] * 4][:4]
    day, month, year, time = plain
    whole = None if day and month and year else _whole(" ".join(filter(None, plain[:3])), days, time)
    if whole:
        return whole
    match = _ORDINAL.fullmatch(day.casefold())
    typed = TypedDate(match[1] if match else day, typed_month(month), year, time)
    meant = [one for one in _with_whole_year(typed) if _day(one) in days]
    return meant[0] if len(meant) == 1 else typed


def typed_month(text: str) -> str:
    """Return the month that was typed in figures, also if it is in words: "5" for "May"; others as they are."""
    return next((str(at) for at, name in enumerate(MONTHS, 1) if _is_month(text, name.casefold())), text)


def _is_month(text: str, name: str) -> bool:
    word = text.casefold().removesuffix(".")
    return word in (name, name[:3]) or (word == "sept" and name == "september")


def _is_weekday(word: str) -> bool:
    return len(word) >= len("mon") and any(name.startswith(word) for name in _WEEKDAYS)


def _whole(text: str, days: range, time: str) -> TypedDate | SeveralDays | None:
    """Return a date of which all parts stand in one text; None where it is none."""
    text = " ".join(text.lower().split())
    clock = _CLOCK.search(text)
    if clock:
        text = f"{text[: clock.start()]} {text[clock.end() :]}"
    if not _SIGNS.fullmatch(text) or (clock and time):
        return None
    orders = list(_orders(_WORD.findall(text), clock["time"] if clock else time))
    exact = [one for one in orders if len(one.year) == len("2026") and _day(one) is not None]
    meant = exact or [full for one in orders for full in _with_whole_year(one) if _day(full) in days]
    different = tuple(dict.fromkeys(day for one in meant if (day := _day(one)) is not None))
    if len(different) > 1:
        return SeveralDays(different)
    return next(iter((*meant, *orders)), None)


def _orders(words: Sequence[str], time: str) -> Iterator[TypedDate]:
    """Yield the dates that these words can be: that with the day in front comes first."""
    figures = [word for word in words if word.isdigit()]
    names = [word for word in words if not word.isdigit() and word not in _BESIDE and not _is_weekday(word)]
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
        yield TypedDate(first[1], first[0], year, time)


def _with_whole_year(typed: TypedDate) -> Iterator[TypedDate]:
    if len(typed.year) == 2 and typed.year.isascii() and typed.year.isdigit():
        for century in ("20", "19"):
            yield TypedDate(typed.day, typed.month, century + typed.year, typed.time)


def _day(typed: TypedDate) -> int | None:
    return scalar_of(DateScale.DATE, typed.iso)
