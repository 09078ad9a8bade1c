"""What is nearly a number is found, and what to write in its place is said."""

from __future__ import annotations

import pytest

from clausetree.policy.labels.label import Beginning, Place
from clausetree.policy.labels.labels import labels_of
from clausetree.policy.labels.malformed import MalformedNumber, malformed_number


@pytest.mark.parametrize(
    ("words", "found", "corrected"),
    [
        ("1.3\u200bListen.", "1.3\u200b", "1.3"),
        ("\ufeff1.3 Listen.", "\ufeff1.3", "1.3"),
        ("1.4- Go.", "1.4-", "1.4"),
        ("1.7.Run.", "1.7.", "1.7"),
        ("1.9, Sit.", "1.9,", "1.9"),
        ("1.10(a) Three;", "1.10", "1.10"),
        ("1.11.a Four.", "1.11.a", "1.11 (a)"),
        ("4.1–4.3 Not used.", "4.1", "4.1"),
    ],
)
def test_a_number_with_odd_signs_is_found(words: str, found: str, corrected: str) -> None:
    malformed = malformed_number(words)
    assert malformed is not None
    assert (malformed.found, malformed.corrected) == (found, corrected)
    mended = f"{corrected} {words.removeprefix(found).lstrip()}"
    (label,) = labels_of([Beginning(mended, Place.PARAGRAPH)])
    assert label is not None
    assert label.number == malformed.number == corrected.removesuffix(" (a)")


@pytest.mark.parametrize(
    "words",
    [
        *("1.1 Be kind.", "1.5 – Stop.", "1.12 / 1.13 Five.", "1.14 - 1.16 Deleted.", "1.9 (a) One;"),
        *("3.5% of all", "1.5-2.5 metres apart", "1.7.2031 was a Thursday", "Words 1.1. again", ""),
    ],
)
def test_what_is_a_number_or_none_is_not_odd(words: str) -> None:
    assert malformed_number(words) is None


def test_a_number_in_two_pieces_is_found_where_the_one_before_it_is_there() -> None:
    assert malformed_number("6 Wait.", "1.", before="1.5") == MalformedNumber("1. 6", "1.6")
    assert malformed_number("6 Wait.", "1.", before="2.5") is None
    assert malformed_number("6 weeks are enough.", "1.", before="1.5") is None
    assert malformed_number("6 Wait.", "", before="1.5") is None


@pytest.mark.parametrize("printed", ["1.1", "1.1.", "1.1)", "1.1:"])
def test_a_sign_that_ends_a_number_is_printed_and_not_cited(printed: str) -> None:
    (label,) = labels_of([Beginning(f"{printed} Be kind.", Place.PARAGRAPH)])
    assert label is not None
    assert (label.printed, label.number) == (printed, "1.1")
    assert malformed_number(f"{printed} Be kind.") is None
