"""From the entries of a file to the calendar that they mean, and every fault on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from clausetree.publish.calendars.clocks import clock_changes
from clausetree.publish.calendars.entries import Entry, Word
from clausetree.publish.calendars.meaning import Stretch, holidays_of, stretch, weekday, year, zone
from clausetree.publish.calendars.problems import (
    CalendarProblem,
    DayOutsideYears,
    EntryMissing,
    EntryTwice,
    NotAHoliday,
    NotOneValue,
    OpenAndClosed,
    TooManyYears,
    UnknownEntry,
    YearsTurnedRound,
    YearsUnknown,
)
from clausetree.publish.calendars.public_holidays import public_holidays, years_known
from clausetree.report.closest import closest
from clausetree.tree.deadlines.calendar import Calendar

MOST_YEARS = 30
"""Nobody knows holidays for longer, and readers are sent every one."""

_SINGLE = ("name", "from", "to", "clocks")
_NEEDED = ("name", "holidays", "from", "to", "clocks")
_KNOWN = (*_NEEDED, "weekend", "closed", "open")
_SATURDAY_AND_SUNDAY = (5, 6)


def calendar_of(entries: tuple[Entry, ...]) -> tuple[Calendar | None, list[CalendarProblem]]:
    """Return the calendar that entries, of which there is one at least, mean, and what is wrong in them.

    There is none where something is wrong.
    """
    reader = _Reader({entry.key.text: entry for entry in reversed(entries)}, list(_of_entries(entries)))
    calendar = reader.calendar()
    return (None if reader.problems else calendar), reader.problems


def _of_entries(entries: tuple[Entry, ...]) -> Iterator[CalendarProblem]:
    met = set[str]()
    for entry in entries:
        name, span = entry.key.text, entry.key.span
        if name not in _KNOWN:
            near = closest(name.lower(), _KNOWN)
            yield UnknownEntry(span, name, near)
            name = near or name
        elif name in met:
            yield EntryTwice(span, name)
        elif entry.strange or (entry.listed and name in _SINGLE):
            yield NotOneValue(entry.strange or span, name)
        elif name in _NEEDED and not entry.said:
            yield EntryMissing(span, name)
        met.add(name)
    yield from (EntryMissing(entries[0].key.span, name) for name in _NEEDED if name not in met)


@dataclass(slots=True)
class _Reader:
    """What the entries say, by their names, and what is wrong in them."""

    entries: dict[str, Entry]
    problems: list[CalendarProblem] = field(default_factory=list)

    def calendar(self) -> Calendar | None:
        """Return what they mean, as far as it can be known."""
        firsts, lasts = self._read("from", year), self._read("to", year)
        codes, zones = self._read("holidays", holidays_of), self._read("clocks", zone)
        closed, opened = self._read("closed", stretch), self._read("open", stretch)
        weekend = self._read("weekend", weekday) if self._says("weekend") else _SATURDAY_AND_SUNDAY
        if not (firsts and lasts and self._can_be(firsts[0], lasts[0], codes)):
            return None
        years, name = (firsts[0], lasts[0]), self._read("name", lambda word, _: word.text)
        first, last = date(years[0], 1, 1).toordinal(), date(years[1], 12, 31).toordinal()
        free = {day for code in codes for day in public_holidays(code.text, *years)}
        free = {day for day in free if (day - 1) % 7 not in weekend}
        outside = [each for each in (*closed, *opened) if not first <= each.first <= each.last <= last]
        self.problems += [DayOutsideYears(each.word.span, each.word.text, *years) for each in outside]
        self.problems += _not_opened([each for each in opened if each not in outside], free, closed)
        days = (free - _days_of(opened)) | {day for day in _days_of(closed) if (day - 1) % 7 not in weekend}
        changes = clock_changes(zones[0], *years) if zones else ()
        weekdays = tuple(sorted(set(weekend)))
        return Calendar(name[0], first, last, weekdays, tuple(sorted(days)), changes) if name else None

    def _says(self, name: str) -> bool:
        return name in self.entries and self.entries[name].said

    def _read[T](self, name: str, meaning: Callable[[Word, list[CalendarProblem]], T | None]) -> list[T]:
        """Return what the values of an entry mean, those that mean something."""
        values = self.entries[name].values if name in self.entries else ()
        return [found for value in values if (found := meaning(value, self.problems)) is not None]

    def _can_be(self, first: int, last: int, codes: Iterable[Word]) -> bool:
        """Tell whether there are such years, and their holidays are known."""
        span = self.entries["to"].values[0].span
        if last < first:
            self.problems.append(YearsTurnedRound(span, first, last))
            return False
        if last - first >= MOST_YEARS:
            self.problems.append(TooManyYears(span, MOST_YEARS))
            return False
        known = [(code, *years_known(code.text)) for code in codes]
        self.problems += [
            YearsUnknown(c.span, c.text, a, b) for c, a, b in known if not a <= first <= last <= b
        ]
        return all(a <= first <= last <= b for _, a, b in known)


def _not_opened(
    opened: Iterable[Stretch], free: set[int], closed: Iterable[Stretch]
) -> Iterator[CalendarProblem]:
    """Yield the days on which people work anyway, and those on which they both do and do not."""
    shut = _days_of(closed)
    for each in opened:
        if not shut.isdisjoint(each.days):
            yield OpenAndClosed(each.word.span, each.word.text)
        elif free.isdisjoint(each.days):
            yield NotAHoliday(each.word.span, each.word.text)


def _days_of(stretches: Iterable[Stretch]) -> set[int]:
    return {day for each in stretches for day in each.days}
