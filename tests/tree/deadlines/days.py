"""Days and minutes as the counting of deadlines has them, and calendars that were written down by hand."""

from __future__ import annotations

from datetime import date, datetime

from clausetree.tree.deadlines.calendar import Calendar

WEEKEND = (5, 6)


def day(text: str) -> int:
    """Return the day of a date such as "2026-03-01"."""
    return date.fromisoformat(text).toordinal()


def minute(text: str) -> int:
    """Return the minute of a time such as "2026-10-24 20:00"."""
    time = datetime.fromisoformat(text)
    return time.toordinal() * 24 * 60 + time.hour * 60 + time.minute


def calendar(years: str, closed: str = "", changes: tuple[tuple[str, int], ...] = ()) -> Calendar:
    """Return the calendar of "2024 to 2027" in which Saturdays, Sundays and the days of `closed` are free."""
    first, last = years.split(" to ")
    return Calendar(
        name="by hand",
        first=day(f"{first}-01-01"),
        last=day(f"{last}-12-31"),
        weekend=WEEKEND,
        closed=tuple(day(each) for each in closed.split()),
        changes=tuple((minute(at), forward) for at, forward in changes),
    )


UNITED_KINGDOM = calendar(
    "2014 to 2015",
    """
    2014-01-01 2014-01-02 2014-03-17 2014-04-18 2014-04-21 2014-05-05 2014-05-26 2014-07-14
    2014-08-04 2014-08-25 2014-12-01 2014-12-25 2014-12-26
    2015-01-01 2015-01-02 2015-03-17 2015-04-03 2015-04-06 2015-05-04 2015-05-25 2015-07-13
    2015-08-03 2015-08-31 2015-11-30 2015-12-25 2015-12-28
    """,
)
"""Bank holidays of any part of the United Kingdom, which the Freedom of Information Act counts by."""

ENGLAND_AND_WALES = calendar(
    "2024 to 2027",
    """
    2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26
    2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26
    2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28
    2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-27 2027-12-28
    """,
    (
        *(("2024-03-31 01:00", 60), ("2024-10-27 02:00", -60)),
        *(("2025-03-30 01:00", 60), ("2025-10-26 02:00", -60)),
        *(("2026-03-29 01:00", 60), ("2026-10-25 02:00", -60)),
        *(("2027-03-28 01:00", 60), ("2027-10-31 02:00", -60)),
    ),
)
"""As gov.uk has them, with the clocks of London."""
