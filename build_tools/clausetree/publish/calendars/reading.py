"""Read the calendar of an organisation from its folder of pages."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from clausetree.report.diagnostic import Diagnostic, in_reading_order
from clausetree.report.source import Source
from clausetree.tree.deadlines.calendar import Calendar

FILE = "calendar.yml"


@dataclass(frozen=True, slots=True)
class CalendarRead:
    """What a file says: there is no calendar where it is not there, says nothing, or has something wrong."""

    calendar: Calendar | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def calendar_source(docs: Path) -> Source:
    """Return the file of the calendar, which may not be there, as its author knows it."""
    path = docs / FILE
    content = path.read_bytes() if path.is_file() else b""
    return Source(f"{docs.name}/{FILE}", content.decode("utf-8-sig", errors="replace"))


_worked_out: dict[str, Calendar | None] = {}


def know_calendar(text: str, calendar: Calendar | None) -> None:
    """Take what a calendar's text comes to from where there are lists of holidays. Browsers have none."""
    _worked_out[text] = calendar


def read_calendar(source: Source) -> CalendarRead:
    """Return the calendar that a file says, and what is wrong in it."""
    if not source.text.strip():
        return CalendarRead()
    if source.text in _worked_out:
        return CalendarRead(_worked_out[source.text])
    try:
        return _read(source)
    except ModuleNotFoundError as missing:
        if missing.name != "holidays":
            raise
        # What was known last counts until it is worked out.
        return CalendarRead([None, *_worked_out.values()][-1])


def is_worked_out(source: Source) -> bool:
    """Return whether it is known here what a calendar's text comes to, or can be worked out."""
    return not source.text.strip() or source.text in _worked_out or find_spec("holidays") is not None


def _read(source: Source) -> CalendarRead:
    # Whoever has no calendar has no use for the library of holidays, which takes longer to load than to ask.
    from clausetree.publish.calendars.building import calendar_of  # noqa: PLC0415
    from clausetree.publish.calendars.entries import read_entries  # noqa: PLC0415
    from clausetree.publish.calendars.wording import to_diagnostic  # noqa: PLC0415

    entries = read_entries(source)
    if not isinstance(entries, tuple):
        return CalendarRead(None, (to_diagnostic(entries, source),))
    if not entries:
        return CalendarRead()
    calendar, problems = calendar_of(entries)
    return CalendarRead(calendar, tuple(in_reading_order([to_diagnostic(each, source) for each in problems])))
