"""How periods are counted: by hand, and against calendars that are walked through day by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.deadlines.counting import (
    BeyondCalendar,
    BeyondDates,
    Due,
    NoCalendar,
    due_after_day,
    due_after_minute,
)
from clausetree.tree.deadlines.period import Period, Unit
from tests.tree.deadlines.days import ENGLAND_AND_WALES, calendar, day, minute

LONDON = ZoneInfo("Europe/London")
OUTSIDE = BeyondCalendar("by hand", day("2024-01-01"), day("2027-12-31"))
FIRST, LAST = date(2024, 1, 1), date(2027, 12, 31)

periods = st.builds(Period, st.integers(0, 400), st.sampled_from(Unit), st.booleans(), st.booleans())
dates = st.dates(FIRST, LAST)


@pytest.mark.parametrize(
    ("period", "event", "last"),
    [
        (Period(14, Unit.DAY), "2026-03-01", "2026-03-15"),
        (Period(0, Unit.DAY), "2026-03-01", "2026-03-01"),
        (Period(2, Unit.WEEK), "2026-03-01", "2026-03-15"),
        (Period(1, Unit.YEAR), "2024-02-29", "2025-02-28"),
        (Period(4, Unit.YEAR), "2024-02-29", "2028-02-29"),
        (Period(12, Unit.MONTH), "2023-12-31", "2024-12-31"),
        (Period(1, Unit.YEAR, less_a_day=True), "2026-01-01", "2026-12-31"),
        (Period(1, Unit.MONTH, less_a_day=True), "2026-01-31", "2026-02-27"),
        (Period(3, Unit.MONTH, less_a_day=True), "2026-03-01", "2026-05-28"),
        (Period(3, Unit.MONTH, less_a_day=True), "2026-08-31", "2026-11-29"),
        (Period(3, Unit.MONTH, less_a_day=True), "2026-03-02", "2026-06-01"),
        (Period(1, Unit.YEAR, less_a_day=True), "2028-02-29", "2029-02-27"),
        (Period(1, Unit.MONTH), "9999-11-30", "9999-12-30"),
        (Period(1, Unit.MONTH), "9999-10-31", "9999-11-30"),
    ],
)
def test_a_period_without_working_days_needs_no_calendar(period: Period, event: str, last: str) -> None:
    assert due_after_day(period, day(event), None) == Due(day(last))


def test_the_time_of_the_event_does_not_matter_when_days_are_counted() -> None:
    late = minute("2026-03-01 23:59")
    assert due_after_minute(Period(14, Unit.DAY), late, None) == Due(day("2026-03-15"))


@pytest.mark.parametrize(
    ("event", "amount", "last"),
    [
        ("2026-04-02", 1, "2026-04-07"),
        ("2026-04-03", 1, "2026-04-07"),
        ("2026-04-04", 1, "2026-04-07"),
        ("2026-12-23", 2, "2026-12-29"),
        ("2026-12-23", 0, "2026-12-23"),
    ],
)
def test_weekends_and_holidays_are_no_working_days(event: str, amount: int, last: str) -> None:
    due = due_after_day(Period(amount, Unit.WORKING_DAY), day(event), ENGLAND_AND_WALES)
    assert due == Due(day(last))


@pytest.mark.parametrize(
    ("event", "last", "moved_from"),
    [
        ("2026-03-03", "2026-04-07", "2026-04-03"),
        ("2026-03-04", "2026-04-07", "2026-04-04"),
        ("2026-03-07", "2026-04-07", None),
        ("2026-03-08", "2026-04-08", None),
    ],
)
def test_only_an_end_on_which_nobody_works_is_moved(event: str, last: str, moved_from: str | None) -> None:
    period = Period(1, Unit.MONTH, to_working_day=True)
    expected = Due(day(last), moved_from=day(moved_from) if moved_from else None)
    assert due_after_day(period, day(event), ENGLAND_AND_WALES) == expected


def test_the_day_is_taken_off_before_the_end_is_moved() -> None:
    period = Period(1, Unit.MONTH, less_a_day=True, to_working_day=True)
    moved = Due(day("2026-04-07"), moved_from=day("2026-04-06"))
    assert due_after_day(period, day("2026-03-07"), ENGLAND_AND_WALES) == moved


@pytest.mark.parametrize(
    ("aware", "end"),
    [
        ("2026-10-24 20:00", "2026-10-27 19:00"),
        ("2026-03-28 20:00", "2026-03-31 21:00"),
        ("2026-06-05 16:30", "2026-06-08 16:30"),
        ("2026-10-22 02:00", "2026-10-25 01:00"),
        ("2026-10-22 01:59", "2026-10-25 01:59"),
        ("2026-10-25 02:00", "2026-10-28 02:00"),
        ("2026-10-25 01:59", "2026-10-28 00:59"),
    ],
)
def test_hours_go_by_whatever_clocks_do(aware: str, end: str) -> None:
    due = due_after_minute(Period(72, Unit.HOUR), minute(aware), ENGLAND_AND_WALES)
    assert due == Due(day(end[:10]), minute(end))


def test_without_changes_of_clocks_hours_are_those_that_clocks_show() -> None:
    expected = Due(day("2026-10-27"), minute("2026-10-27 20:00"))
    for known in (None, calendar("2024 to 2027"), calendar("2030 to 2031")):
        assert due_after_minute(Period(72, Unit.HOUR), minute("2026-10-24 20:00"), known) == expected


def test_hours_after_a_day_are_counted_from_when_it_began() -> None:
    due = due_after_day(Period(24, Unit.HOUR), day("2026-06-05"), None)
    assert due == Due(day("2026-06-06"), minute("2026-06-06 00:00"))


@pytest.mark.parametrize("period", [Period(20, Unit.WORKING_DAY), Period(1, Unit.DAY, to_working_day=True)])
def test_working_days_need_a_calendar(period: Period) -> None:
    assert period.needs_calendar
    assert due_after_day(period, day("2026-03-01"), None) == NoCalendar()


@pytest.mark.parametrize(
    ("period", "event"),
    [
        (Period(1, Unit.WORKING_DAY), "2023-12-31"),
        (Period(1, Unit.WORKING_DAY), "2027-12-31"),
        (Period(1, Unit.WORKING_DAY), "2028-06-01"),
        (Period(10**9, Unit.WORKING_DAY), "2026-06-01"),
        (Period(1, Unit.MONTH, to_working_day=True), "2027-12-01"),
        (Period(1, Unit.MONTH, to_working_day=True), "2023-11-01"),
        (Period(1, Unit.HOUR), "2028-06-01"),
        (Period(24, Unit.HOUR), "2027-12-31"),
        (Period(24, Unit.HOUR), "2023-12-31"),
    ],
)
def test_a_day_that_the_calendar_does_not_know_is_told(period: Period, event: str) -> None:
    assert due_after_day(period, day(event), ENGLAND_AND_WALES) == OUTSIDE


@pytest.mark.parametrize(
    ("period", "event", "last"),
    [
        (Period(0, Unit.WORKING_DAY), "2024-01-01", "2024-01-01"),
        (Period(1, Unit.WORKING_DAY), "2027-12-30", "2027-12-31"),
        (Period(1, Unit.DAY, to_working_day=True), "2027-12-30", "2027-12-31"),
    ],
)
def test_the_calendar_knows_its_first_and_its_last_day(period: Period, event: str, last: str) -> None:
    assert due_after_day(period, day(event), ENGLAND_AND_WALES) == Due(day(last))


@pytest.mark.parametrize(
    ("period", "event", "last"),
    [
        (Period(1, Unit.DAY), "9999-12-30", "9999-12-31"),
        (Period(0, Unit.DAY), "0001-01-01", "0001-01-01"),
        (Period(1, Unit.DAY, less_a_day=True), "0001-01-01", "0001-01-01"),
    ],
)
def test_the_first_and_the_last_date_are_dates(period: Period, event: str, last: str) -> None:
    assert due_after_day(period, day(event), None) == Due(day(last))


def test_an_end_that_would_be_moved_out_of_the_calendar_is_told() -> None:
    christmas = replace(ENGLAND_AND_WALES, last=day("2027-12-28"))
    due = due_after_day(Period(1, Unit.DAY, to_working_day=True), day("2027-12-24"), christmas)
    assert due == replace(OUTSIDE, last=day("2027-12-28"))


def test_who_never_works_has_no_working_day() -> None:
    never = replace(ENGLAND_AND_WALES, weekend=tuple(range(7)))
    assert due_after_day(Period(1, Unit.WORKING_DAY), day("2026-06-01"), never) == OUTSIDE


@pytest.mark.parametrize(
    ("period", "event"),
    [
        (Period(1, Unit.DAY), "9999-12-31"),
        (Period(1, Unit.MONTH), "9999-12-01"),
        (Period(999_999_999, Unit.YEAR), "2026-06-01"),
        (Period(999_999_999, Unit.WEEK), "2026-06-01"),
        (Period(999_999_999, Unit.HOUR, less_a_day=True), "2026-06-01"),
        (Period(0, Unit.DAY, less_a_day=True), "0001-01-01"),
    ],
)
def test_an_end_without_a_date_is_told(period: Period, event: str) -> None:
    assert due_after_day(period, day(event), None) == BeyondDates()


@given(periods, dates, st.integers(0, 24 * 60 - 1))
def test_counting_agrees_with_walking_through_the_days(period: Period, event: date, of_day: int) -> None:
    start = datetime(event.year, event.month, event.day) + timedelta(minutes=of_day)
    if start.replace(tzinfo=LONDON).astimezone(UTC).astimezone(LONDON).replace(tzinfo=None) != start:
        return  # no clock shows this time
    due = due_after_minute(period, event.toordinal() * 24 * 60 + of_day, ENGLAND_AND_WALES)
    assert due == _walked(period, start)


def _walked(period: Period, start: datetime) -> Due | BeyondCalendar:
    """Return the end of a period as somebody finds it who turns the pages of a calendar."""
    end = _walk(period, start)
    end -= timedelta(days=1) if period.less_a_day else timedelta()
    if period.less_a_day and period.unit in {Unit.MONTH, Unit.YEAR}:
        end = min(end, _walk(period, start - timedelta(days=1)))
    counts_by_calendar = period.unit in {Unit.WORKING_DAY, Unit.HOUR}
    if counts_by_calendar and not FIRST <= (end + timedelta(days=period.less_a_day)).date() <= LAST:
        return OUTSIDE
    moved = end
    if period.to_working_day:
        if not FIRST <= end.date() <= LAST:
            return OUTSIDE
        while not _is_working(moved):
            moved += timedelta(days=1)
        if moved.date() > LAST:
            return OUTSIDE
    at = moved.toordinal() * 24 * 60 + moved.hour * 60 + moved.minute
    shown = at if period.unit is Unit.HOUR else None
    return Due(moved.toordinal(), shown, end.toordinal() if moved != end else None)


def _walk(period: Period, start: datetime) -> datetime:
    match period.unit:
        case Unit.HOUR:
            end = start.replace(tzinfo=LONDON).astimezone(UTC) + timedelta(hours=period.amount)
            return end.astimezone(LONDON).replace(tzinfo=None)
        case Unit.DAY | Unit.WEEK:
            return start + timedelta(days=period.amount * (7 if period.unit is Unit.WEEK else 1))
        case Unit.WORKING_DAY:
            end, counted = start, 0
            while counted < period.amount:
                end += timedelta(days=1)
                counted += _is_working(end)
            return end
        case Unit.MONTH | Unit.YEAR:
            return _months_walked(start, period.amount * (12 if period.unit is Unit.YEAR else 1))


def _months_walked(start: datetime, months: int) -> datetime:
    """Turn pages until the month, and then go on in it for as long as the date has not come."""
    end, turned = start.replace(day=1), 0
    while turned < months:
        end += timedelta(days=1)
        turned += end.day == 1
    while end.day < start.day and (end + timedelta(days=1)).month == end.month:
        end += timedelta(days=1)
    return end


def _is_working(time: datetime) -> bool:
    return time.isoweekday() <= 5 and time.toordinal() not in ENGLAND_AND_WALES.closed


@given(
    st.builds(Period, st.integers(0, 10**9), st.sampled_from(Unit), st.booleans(), st.booleans()),
    st.dates(),
    st.sampled_from([None, ENGLAND_AND_WALES]),
)
def test_whatever_is_asked_has_an_answer(period: Period, event: date, known: Calendar | None) -> None:
    due = due_after_day(period, event.toordinal(), known)
    if isinstance(due, Due):
        assert date.fromordinal(due.day)
        assert due.moved_from is None or due.moved_from < due.day
