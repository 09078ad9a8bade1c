"""Numbers and money as they are kept, written by authors, and read by readers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.tree.numbers import (
    currency_of,
    number_of,
    number_phrase,
    number_text,
    places_of,
    places_of_money,
    plain_figures,
    plain_number,
)
from clausetree.tree.scalar import written_scalar
from clausetree.tree.scale import WHOLE, NumberScale

TENTHS, HUNDREDTHS, POUNDS = NumberScale(1), NumberScale(2), NumberScale(2, "£")


@pytest.mark.parametrize(
    ("scale", "steps", "kept", "read"),
    [
        (WHOLE, 12, "12", "12"),
        (WHOLE, 2026, "2026", "2026"),
        (WHOLE, -5, "-5", "\u22125"),
        (WHOLE, 0, "0", "0"),
        (HUNDREDTHS, 250, "2.5", "2.5"),
        (HUNDREDTHS, 205, "2.05", "2.05"),
        (HUNDREDTHS, -5, "-0.05", "\u22120.05"),
        (HUNDREDTHS, 100000, "1000", "1000"),
        (POUNDS, 5000, "50", "£50"),
        (POUNDS, 5050, "50.5", "£50.50"),
        (POUNDS, 5, "0.05", "£0.05"),
        (POUNDS, 123450, "1234.5", "£1,234.50"),
        (POUNDS, 1000000, "10000", "£10,000"),
        (POUNDS, -500, "-5", "\u2212£5"),
        (NumberScale(0, "¥"), 10000, "10000", "¥10,000"),
        (NumberScale(2, "CHF"), 123450, "1234.5", "CHF\u00a01,234.50"),
    ],
)
def test_a_number_is_kept_in_one_form_and_read_in_another(
    scale: NumberScale, steps: int, kept: str, read: str
) -> None:
    assert number_text(scale, steps) == kept
    assert number_of(scale, kept) == steps
    assert number_phrase(scale, steps) == read


def test_a_link_may_have_more_noughts() -> None:
    assert number_of(HUNDREDTHS, "2.50") == 250
    assert number_of(HUNDREDTHS, "2.00") == 200


@pytest.mark.parametrize("text", ["2.500", ".5", "5.", "1,000", "£5", "+5", "\u22125", "1234567890", ""])
def test_what_is_no_plain_number_of_the_question_is_none(text: str) -> None:
    assert number_of(HUNDREDTHS, text) is None


def test_a_number_has_six_decimal_places_at_most() -> None:
    assert number_of(NumberScale(6), "0.000001") == 1
    assert number_of(NumberScale(7), "0.0000001") is None


@pytest.mark.parametrize(
    ("written", "currency", "places", "plain"),
    [
        ("12", "", 0, "12"),
        ("2.50", "", 2, "2.50"),
        ("-5", "", 0, "-5"),
        ("\u22125.5", "", 1, "-5.5"),
        ("1,000", "", 0, "1000"),
        ("£1,000.50", "£", 2, "1000.50"),
        ("-£5", "£", 0, "-5"),
        ("CHF 500", "CHF", 0, "500"),
        ("¥1,234,567", "¥", 0, "1234567"),
    ],
)
def test_authors_write_currencies_and_commas(written: str, currency: str, places: int, plain: str) -> None:
    assert (currency_of(written), places_of(written), plain_number(written)) == (currency, places, plain)


@pytest.mark.parametrize(
    "written", ["1,00", "10,00", "1000,000", "1,0000", ".5", "£", "minus 5", "chf 5", "5 £"]
)
def test_what_an_author_must_write_otherwise_is_no_number(written: str) -> None:
    assert (currency_of(written), places_of(written), plain_number(written)) == ("", 0, None)


def test_amounts_are_in_the_currency_of_their_question() -> None:
    assert written_scalar(POUNDS, "£50") == written_scalar(POUNDS, "50") == 5000
    assert written_scalar(POUNDS, "€50") is None
    assert written_scalar(TENTHS, "£50") is None
    assert written_scalar(TENTHS, "50.5") == 505
    assert written_scalar(TENTHS, "50.55") is None


def test_yen_have_no_smaller_coins() -> None:
    assert [places_of_money(one) for one in ("£", "€", "CHF", "¥", "JPY", "KRW")] == [2, 2, 2, 0, 0, 0]


@given(st.integers(-(10**9), 10**9), st.integers(0, 6))
def test_what_is_kept_is_exactly_the_number(steps: int, places: int) -> None:
    scale = NumberScale(places)
    kept = number_text(scale, steps)
    assert Decimal(kept) == Decimal(steps).scaleb(-places)
    assert number_of(scale, kept) == (steps if abs(steps) < 10 ** (9 + places) else None)


def test_figures_of_any_script_are_plain_ones() -> None:
    assert plain_figures(" \u0664\uff15a6\u00b2 ") == "45a6\u00b2"
