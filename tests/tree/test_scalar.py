"""Whole numbers and dates, as readers type them, as answers keep them, and as readers read them."""

from __future__ import annotations

import pytest

from clausetree.tree.scalar import Scale, recovered_date, scalar_of, scalar_phrase, scalar_text, typed_scalar

DATES = {
    "2024-03-27": "27 March 2024",
    "2024-02-29": "29 February 2024",
    "2000-01-01": "1 January 2000",
    "1999-12-31": "31 December 1999",
}
"""As an answer keeps a day, and as a reader reads it."""


@pytest.mark.parametrize(("text", "phrase"), DATES.items())
def test_a_date_is_kept_by_figures_and_read_in_words(text: str, phrase: str) -> None:
    day = scalar_of(Scale.DATE, text)
    assert day is not None
    assert (scalar_text(Scale.DATE, day), scalar_phrase(Scale.DATE, day)) == (text, phrase)


def test_days_are_counted() -> None:
    first, last = scalar_of(Scale.DATE, "2024-02-28"), scalar_of(Scale.DATE, "2024-03-01")
    assert first is not None
    assert last == first + 2


def test_a_number_is_read_as_it_is_kept() -> None:
    assert scalar_of(Scale.NUMBER, "12") == 12
    assert (scalar_text(Scale.NUMBER, 12), scalar_phrase(Scale.NUMBER, 12)) == ("12", "12")


@pytest.mark.parametrize("text", ["2023-02-29", "2024-13-01", "27-03-2024", "2024-3-27", "12", ""])
def test_what_is_no_day_is_none(text: str) -> None:
    assert scalar_of(Scale.DATE, text) is None


@pytest.mark.parametrize("text", ["-1", "1.5", "1,000", "twelve", "1234567890", "٣", ""])
def test_what_is_no_whole_number_is_none(text: str) -> None:
    assert scalar_of(Scale.NUMBER, text) is None


@pytest.mark.parametrize(
    ("scale", "boxes", "kept"),
    [
        (Scale.NUMBER, (" 12 ",), "12"),
        (Scale.NUMBER, ("007",), "7"),
        (Scale.NUMBER, ("000",), "0"),
        (Scale.DATE, ("1", "2", "2024"), "2024-02-01"),
        (Scale.DATE, ("27", "03", "2024"), "2024-03-27"),
    ],
)
def test_what_a_reader_types_is_kept_in_one_form(scale: Scale, boxes: tuple[str, ...], kept: str) -> None:
    assert typed_scalar(scale, boxes) == kept


def test_a_date_in_another_form_has_the_day_first() -> None:
    assert recovered_date("12/4/2026") == ("2026-04-12", "12 April 2026")
    assert recovered_date("12.04.26") == ("2026-04-12", "12 April 2026")
    assert recovered_date("4/13/2026") is None
