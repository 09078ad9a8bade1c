"""Whole numbers, dates and times, as answers keep them, and as readers read them."""

from __future__ import annotations

import pytest

from clausetree.tree.scalar import amount_of, answer_of, recovered_date, scalar_of, scalar_phrase, scalar_text
from clausetree.tree.scale import WHOLE, DateScale

DATES = {
    "2024-03-27": "27 March 2024",
    "2024-02-29": "29 February 2024",
    "2000-01-01": "1 January 2000",
    "1999-12-31": "31 December 1999",
}
"""As an answer keeps a day, and as a reader reads it."""


@pytest.mark.parametrize(("text", "phrase"), DATES.items())
def test_a_date_is_kept_by_figures_and_read_in_words(text: str, phrase: str) -> None:
    day = scalar_of(DateScale.DATE, text)
    assert day is not None
    assert (scalar_text(DateScale.DATE, day), scalar_phrase(DateScale.DATE, day)) == (text, phrase)


def test_days_are_counted() -> None:
    first, last = scalar_of(DateScale.DATE, "2024-02-28"), scalar_of(DateScale.DATE, "2024-03-01")
    assert first is not None
    assert last == first + 2


def test_a_number_is_read_as_it_is_kept() -> None:
    assert scalar_of(WHOLE, "12") == 12
    assert (scalar_text(WHOLE, 12), scalar_phrase(WHOLE, 12)) == ("12", "12")


@pytest.mark.parametrize("text", ["2023-02-29", "2024-13-01", "27-03-2024", "2024-3-27", "12", ""])
def test_what_is_no_day_is_none(text: str) -> None:
    assert scalar_of(DateScale.DATE, text) is None


@pytest.mark.parametrize("text", ["--1", "- 1", "1.5", "1,000", "£1", "twelve", "1234567890", "٣", ""])
def test_what_is_no_whole_number_is_none(text: str) -> None:
    assert scalar_of(WHOLE, text) is None


MOMENTS = {
    "2024-03-27T14:30": "27 March 2024 at 2:30pm",
    "2024-03-27T09:00": "27 March 2024 at 9am",
    "2024-03-27T12:00": "27 March 2024 at midday",
    "2024-03-27T12:01": "27 March 2024 at 12:01pm",
    "2024-03-27T12:30": "27 March 2024 at 12:30pm",
    "2024-03-27T00:00": "midnight at the start of 27 March 2024",
    "2024-03-27T00:05": "27 March 2024 at 12:05am",
    "2024-02-29T23:59": "29 February 2024 at 11:59pm",
    "2024-03-27T13:00": "27 March 2024 at 1pm",
}
"""As an answer keeps a day and a time, and as a reader reads them."""


@pytest.mark.parametrize(("text", "phrase"), MOMENTS.items())
def test_a_time_is_kept_by_figures_and_read_as_a_clock_says_it(text: str, phrase: str) -> None:
    moment = scalar_of(DateScale.DATE_AND_TIME, text)
    assert moment is not None
    found = scalar_text(DateScale.DATE_AND_TIME, moment), scalar_phrase(DateScale.DATE_AND_TIME, moment)
    assert found == (text, phrase)


def test_minutes_are_counted_from_day_to_day() -> None:
    last, first = (
        scalar_of(DateScale.DATE_AND_TIME, text) for text in ("2024-02-29T23:59", "2024-03-01T00:00")
    )
    day = scalar_of(DateScale.DATE, "2024-03-01")
    assert last is not None
    assert first == last + 1
    assert day is not None
    assert first == day * 1440


@pytest.mark.parametrize(
    "text",
    [
        *("2024-03-27", "2024-03-27T24:00", "2024-03-27T9:30", "2024-03-27T12:60", "2024-02-30T12:00"),
        *(
            "2024-03-27 14:30",
            "2024-03-27T14:30Z",
            "2024-03-27T14:30:00",
            "2024-03-27T\u0661\u0664:30",
            "T14:30",
            "",
        ),
    ],
)
def test_what_is_no_day_with_a_time_is_none(text: str) -> None:
    assert scalar_of(DateScale.DATE_AND_TIME, text) is None


def test_limits_see_the_day_of_a_time() -> None:
    day = scalar_of(DateScale.DATE, "2024-03-27")
    assert {
        amount_of(DateScale.DATE_AND_TIME, f"2024-03-27T{time}") for time in ("00:00", "14:30", "23:59")
    } == {day}
    assert amount_of(DateScale.DATE, "2024-03-27") == day
    assert amount_of(WHOLE, "12") == 12


def test_what_stands_for_a_day_is_its_midday() -> None:
    day = scalar_of(DateScale.DATE, "2024-03-27")
    assert day is not None
    assert answer_of(DateScale.DATE_AND_TIME, day) == "2024-03-27T12:00"
    assert answer_of(DateScale.DATE, day) == "2024-03-27"


def test_a_date_in_another_form_has_the_day_first() -> None:
    assert recovered_date("12/4/2026") == ("2026-04-12", "12 April 2026")
    assert recovered_date("12.04.26") == ("2026-04-12", "12 April 2026")
    assert recovered_date("4/13/2026") is None
