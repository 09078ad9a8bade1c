"""When clocks change, by what the laws of some places say."""

from __future__ import annotations

from datetime import datetime

import pytest

from clausetree.publish.calendars.clocks import clock_changes


def changes(zone: str, first: int, last: int) -> list[tuple[str, int]]:
    """Return the times that clocks show when they change, and by how many minutes they do."""
    found = clock_changes(zone, first, last)
    days = [(datetime.fromordinal(minute // 1440), minute % 1440, forward) for minute, forward in found]
    return [(f"{day:%Y-%m-%d} {at // 60:02}:{at % 60:02}", forward) for day, at, forward in days]


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        # The Summer Time Order 2002: the last Sundays of March and October at one o'clock, Greenwich mean time.
        ("Europe/London", [("2026-03-29 01:00", 60), ("2026-10-25 02:00", -60)]),
        # Directive 2000/84/EC: the same moment.
        ("Europe/Berlin", [("2026-03-29 02:00", 60), ("2026-10-25 03:00", -60)]),
        # 15 U.S.C. 260a: the second Sunday of March and the first of November at two o'clock.
        ("America/New_York", [("2026-03-08 02:00", 60), ("2026-11-01 02:00", -60)]),
        # Half an hour, and summer in the south.
        ("Australia/Lord_Howe", [("2026-04-05 02:00", -30), ("2026-10-04 02:00", 30)]),
        ("Asia/Kolkata", []),
        ("UTC", []),
    ],
)
def test_clocks_change_when_the_law_says(zone: str, expected: list[tuple[str, int]]) -> None:
    assert changes(zone, 2026, 2026) == expected


def test_every_year_is_looked_at() -> None:
    assert [time[:4] for time, _ in changes("Europe/London", 2024, 2027)] == [
        *("2024", "2024", "2025", "2025", "2026", "2026", "2027", "2027")
    ]
