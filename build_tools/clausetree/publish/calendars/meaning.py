"""What each word in the file of a calendar means. One that means nothing is among the problems."""

from __future__ import annotations

import re
from calendar import day_name
from dataclasses import dataclass

from clausetree.publish.calendars.clocks import zones
from clausetree.publish.calendars.entries import Word
from clausetree.publish.calendars.problems import (
    CalendarProblem,
    NotADay,
    NotAWeekday,
    NotAYear,
    UnknownClocks,
    UnknownHolidays,
)
from clausetree.publish.calendars.public_holidays import is_known, near, parts_of
from clausetree.report.closest import closest
from clausetree.tree.scalar import recovered_date, scalar_of
from clausetree.tree.scale import DateScale

_WEEKDAYS = tuple(day_name)
_STRETCH = re.compile(r"(\S+)(?:\s+to\s+(\S+))?")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `first` to `last`, as dates are counted, and how they were written."""

    word: Word
    first: int
    last: int

    @property
    def days(self) -> range:
        """Every one of them."""
        return range(self.first, self.last + 1)


def year(word: Word, problems: list[CalendarProblem]) -> int | None:
    """Return the year that a word says; one of this millennium or the last."""
    if re.fullmatch(r"[12][0-9]{3}", word.text):
        return int(word.text)
    problems.append(NotAYear(word.span, word.text))
    return None


def weekday(word: Word, problems: list[CalendarProblem]) -> int | None:
    """Return the day of the week that a word says; Monday is 0."""
    name = word.text.capitalize()
    if name in _WEEKDAYS:
        return _WEEKDAYS.index(name)
    problems.append(NotAWeekday(word.span, word.text, closest(name, _WEEKDAYS)))
    return None


def zone(word: Word, problems: list[CalendarProblem]) -> str | None:
    """Return the time zone that a word says."""
    if word.text in zones():
        return word.text
    problems.append(UnknownClocks(word.span, word.text, _near_zone(word.text)))
    return None


def holidays_of(word: Word, problems: list[CalendarProblem]) -> Word | None:
    """Return a word that is a code of public holidays."""
    if is_known(word.text):
        return word
    meant = near(word.text)
    # Whoever named a part knows that there are some; to whoever named a country, they may be news.
    parts = () if meant and "-" in meant else parts_of(meant or word.text)
    problems.append(UnknownHolidays(word.span, word.text, meant, parts))
    return None


def stretch(word: Word, problems: list[CalendarProblem]) -> Stretch | None:
    """Return the days that a word says: a date, or two with "to" between them."""
    match = _STRETCH.fullmatch(word.text)
    written = [date for date in match.groups() if date] if match else []
    days = [scalar_of(DateScale.DATE, date) for date in written]
    first, last = (days[0], days[-1]) if days else (None, None)
    if first is not None and last is not None and first <= last:
        return Stretch(word, first, last)
    problems.append(NotADay(word.span, word.text, _meant(written)))
    return None


def _near_zone(text: str) -> str | None:
    """Return a zone of nearly this name, or the one whose town is called so."""
    towns = {name.rpartition("/")[2].lower(): name for name in sorted(zones(), key=len, reverse=True)}
    return towns.get(text.replace(" ", "_").lower()) or closest(text, zones())


def _meant(written: list[str]) -> str | None:
    """Return dates with the day first as they should be, where others are as they should be."""
    dates = [(recovered_date(date) or (date,))[0] for date in written]
    days = [scalar_of(DateScale.DATE, date) or 0 for date in dates]
    return " to ".join(dates) if days and days[0] and days == sorted(days) and dates != written else None
