"""When clocks change, by the time zones that are installed with the program: the same on every machine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


@cache
def zones() -> frozenset[str]:
    """Return the name of every time zone."""
    return frozenset(files("tzdata").joinpath("zones").read_text(encoding="utf-8").split())


def clock_changes(zone: str, first: int, last: int) -> tuple[tuple[int, int], ...]:
    """Return what a calendar from the year `first` to the year `last` has to know of the clocks in a zone."""
    # Not ZoneInfo(zone): it would ask the machine first.
    with files("tzdata.zoneinfo").joinpath(*zone.split("/")).open("rb") as data:
        clocks = ZoneInfo.from_file(data, key=zone)
    return tuple(_changes(clocks, datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)))


def _changes(clocks: ZoneInfo, start: datetime, end: datetime) -> Iterator[tuple[int, int]]:
    while start < end:
        following = start + _DAY
        before, after = _ahead(clocks, start), _ahead(clocks, following)
        if before != after:
            shown = _moment(clocks, start, following) + before
            at = shown.toordinal() * 24 * 60 + shown.hour * 60 + shown.minute
            yield at, (after - before) // _MINUTE
        start = following


def _ahead(clocks: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(clocks).utcoffset() or timedelta()


def _moment(clocks: ZoneInfo, start: datetime, end: datetime) -> datetime:
    """Return the first minute by which clocks have changed that differ at `start` and at `end`."""
    while end - start > _MINUTE:
        middle = start + (end - start) // 2 // _MINUTE * _MINUTE
        if _ahead(clocks, middle) == _ahead(clocks, start):
            start = middle
        else:
            end = middle
    return end
