"""What readers type for a number or an amount of money, and what is meant by it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.tree.scale import WHOLE, NumberScale
from clausetree.tree.typed_number import NumberFault, typed_number

KILOGRAMS = NumberScale(2)
GRAMS = NumberScale(3)
POUNDS = NumberScale(2, "£")
YEN = NumberScale(0, "¥")
FRANCS = NumberScale(2, "CHF")
YEARS = ("years",)

# The escapes are a no-break space, thin spaces, other minus signs, and full-width and Arabic figures and signs.
MEANT: dict[NumberScale, dict[int, tuple[str, ...]]] = {
    WHOLE: {
        0: ("0", "000", "-0", "0.0", "\u0660"),
        5: ("5", " 5 ", "+5", "005", "5.", "5.0", "5.00", "\uff15", "\u0665", "5 years", "5years", "5 YEARS"),
        1: ("1 year", "1 years"),
        -5: ("-5", "\u22125", "minus 5", "Minus  5", "- 5", "\u20135", "\uff0d5", "-5 years"),
        67201: (
            "67201",
            "67,201",
            "67 201",
            "67\u00a0201",
            "67\u2009201",
            "67\u202f201",
            "67'201",
            "67\u2019201",
        ),
        1234567: ("1234567", "1,234,567", "1 234 567", "\uff11\uff0c234\uff0c567"),
        1000: ("1000", "1,000", "1000.0", "1,000.00"),
    },
    KILOGRAMS: {
        250: ("2.5", "2.50", "02.5", "2.500000", "\uff12\uff0e5", "\u0662\u066b5", "2.5 years"),
        50: (".5", "0.5", "0.50", "0.500"),
        -50: ("-.5", "\u22120.50", "minus 0.5"),
        1: ("0.01", ".01"),
        123450: ("1,234.50", "1234.5", "1 234.5", "1234.500"),
        300: ("3", "3.0", "3."),
    },
    GRAMS: {1234: ("1.234", "1.2340", "01.234"), 1234000: ("1234", "1,234", "1234.000")},
    POUNDS: {
        5000: ("50", "£50", "£ 50", "50 £", "50.00", "GBP 50", "50 pounds", "50GBP", "\uffe150", "£50.0"),
        123450: ("£1,234.50", "1234.5", "1234.50", "£1234.50"),
        100000: ("£1,000", "1000", "1,000.00"),
        -500: ("-£5", "£-5", "\u2212£5", "minus £5"),
    },
    YEN: {1000: ("1000", "¥1,000", "\uffe51000", "1,000 yen")},
    FRANCS: {5050: ("50.5", "CHF 50.50", "50.50 CHF", "chf50.5", "CHF\u00a050.50")},
}


@pytest.mark.parametrize(
    ("scale", "typed", "steps"),
    [
        (scale, typed, steps)
        for scale, table in MEANT.items()
        for steps, all_ in table.items()
        for typed in all_
    ],
)
def test_a_number_is_taken_as_it_is_meant(scale: NumberScale, typed: str, steps: int) -> None:
    assert typed_number(scale, typed, YEARS) == steps


REFUSED = [
    *((WHOLE, typed, NumberFault.DOT) for typed in ("1.234", "1.000", "12.500", "999.999", "1.234.567")),
    *((WHOLE, typed, NumberFault.PLACES) for typed in ("2.5", "0.500", "1234.567", "1.2345", "1.23")),
    *((KILOGRAMS, typed, NumberFault.PLACES) for typed in ("2.505", "1.000", "0.001", "1.2345", "12.500")),
    (KILOGRAMS, "1.234.567", NumberFault.DOT),
    (GRAMS, "1.2345", NumberFault.PLACES),
    *((KILOGRAMS, typed, NumberFault.COMMA) for typed in ("2,5", "2,50", "1.234,50", "12,34,567", "1,2345")),
    (WHOLE, "2,5", NumberFault.COMMA),
    (WHOLE, "7 weeks", NumberFault.UNIT),
    (WHOLE, "7 yea", NumberFault.UNIT),
    *((POUNDS, typed, NumberFault.CURRENCY) for typed in ("€50", "50 €", "USD 50", "50 dollars", "50 euro")),
    (YEN, "£50", NumberFault.CURRENCY),
    *(
        (WHOLE, typed, NumberFault.UNREAL)
        for typed in ("", " ", "-", "seven", "--5", "- -5", "\u00bd", "5\u00b2")
    ),
    *(
        (WHOLE, typed, NumberFault.UNREAL)
        for typed in ("1 2", "12 34", "5-7", "1/2", "£5", "0x10", "5:30", "1e3")
    ),
    *((POUNDS, typed, NumberFault.UNREAL) for typed in ("£", "-£-5", "fifty", "£5!")),
]


@pytest.mark.parametrize(("scale", "typed", "fault"), REFUSED)
def test_what_is_no_number_of_the_question_is_told_apart(
    scale: NumberScale, typed: str, fault: NumberFault
) -> None:
    assert typed_number(scale, typed, YEARS) is fault


def test_without_a_unit_nothing_may_stand_beside_a_number() -> None:
    assert typed_number(WHOLE, "7 years") is NumberFault.UNREAL


@pytest.mark.parametrize("unit", ["m", "ms", "gas"])
def test_short_units_have_no_other_form(unit: str) -> None:
    assert typed_number(WHOLE, f"5 {unit}", (unit,)) == 5
    assert typed_number(WHOLE, f"5 {unit[:-1]}z", (unit,)) != 5


def test_numbers_beyond_all_bounds_are_numbers() -> None:
    found = typed_number(WHOLE, "9" * 6000)
    assert isinstance(found, int)
    assert found > 10**20
    assert typed_number(WHOLE, "0" * 6000 + "7") == 7


FIGURES = ("0123456789", "".join(map(chr, range(0xFF10, 0xFF1A))), "".join(map(chr, range(0x0966, 0x0970))))
THOUSANDS = ("", ",", " ", "\u00a0", "\u2009", "\u202f", "'")
SIGNS = ("-", "\u2212", "minus ", "\uff0d")


@given(
    st.integers(-(10**9), 10**9),
    st.integers(0, 6),
    st.sampled_from(FIGURES),
    st.sampled_from(THOUSANDS),
    st.sampled_from(SIGNS),
    st.sampled_from(["", "£", "£ "]),
    st.booleans(),
)
def test_a_number_typed_in_any_form_is_exactly_the_number_meant(
    steps: int, places: int, figures: str, between: str, minus: str, sign: str, short: bool
) -> None:
    number = Decimal(steps).scaleb(-places)
    written = f"{abs(number):,f}"
    if short and "." in written:
        written = written.rstrip("0").rstrip(".")
    words = written.replace(",", between).translate({ord(str(at)): one for at, one in enumerate(figures)})
    typed = f"{minus if steps < 0 else ''}{sign}{words}"
    found = typed_number(NumberScale(places, "£"), typed)
    assert isinstance(found, int), typed
    assert Decimal(found).scaleb(-places) == number


@given(st.text(max_size=12), st.integers(0, 6))
def test_whatever_is_typed_is_a_number_or_a_fault(text: str, places: int) -> None:
    assert isinstance(typed_number(NumberScale(places), text), int | NumberFault)
