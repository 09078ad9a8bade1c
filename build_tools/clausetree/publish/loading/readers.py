"""What reads policies, trees and the calendar: their parsers, or a cache of what these said before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from clausetree.history.policies import Policies
from clausetree.publish.calendars.reading import CalendarRead, read_calendar
from clausetree.publish.files.cache import Cache
from clausetree.publish.sources.parsed import calendar_once, parse_once, read_once
from clausetree.publish.sources.policies import Parse, parse_anew
from clausetree.report.source import Source
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.procedures import Procedures, procedures_of

type ReadTrees = Callable[[Sequence[Source], Policies, Calendar | None, str], Procedures]
"""From files of trees, the policies that they cite, the calendar and the text of the lock, to the trees."""


@dataclass(frozen=True, slots=True)
class Readers:
    """What reads the policies, the trees, and the file of the calendar."""

    parse: Parse
    read_trees: ReadTrees
    read_calendar: Callable[[Source], CalendarRead]


def anew_on(today: date | None) -> Readers:
    """Return what reads everything anew, and tells what is past where it is known what day it is."""

    def read(sources: Sequence[Source], policies: Policies, calendar: Calendar | None, _: str) -> Procedures:
        return procedures_of(sources, policies.registry, calendar, today.toordinal() if today else None)

    return Readers(parse_anew, read, read_calendar)


ANEW = anew_on(None)


def from_cache(cache: Cache) -> Readers:
    """Return what reads only what `cache` does not hold."""
    return Readers(parse_once(cache), partial(read_once, cache=cache), partial(calendar_once, cache=cache))
