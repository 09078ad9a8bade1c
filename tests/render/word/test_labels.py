"""Labels, read as a word processor would count them."""

from __future__ import annotations

import pytest

from clausetree.render.word.labels import depth_of, readings
from clausetree.render.word.numerals import written


@pytest.mark.parametrize(
    ("label", "counts", "around"),
    [
        ("1.", [("decimal", 1)], ("", ".")),
        ("2.1", [("decimal", 2), ("decimal", 1)], ("", ".", "")),
        ("2.0", [("decimal", 2)], ("", ".0")),
        ("(b)", [("lowerLetter", 2)], ("(", ")")),
        ("Article 5.", [("decimal", 5)], ("Article ", ".")),
        ("Annex C", [("upperLetter", 3)], ("Annex ", "")),
        ("2.2a", [("decimal", 2), ("decimal", 2), ("lowerLetter", 1)], ("", ".", "", "")),
        ("POL-01", [("decimalZero", 1)], ("POL-", "")),
        ("(aa)", [("lowerLetter", 27)], ("(", ")")),
    ],
)
def test_a_label_is_its_counts_and_what_stands_around(
    label: str, counts: list[tuple[str, int]], around: tuple[str, ...]
) -> None:
    read = [([(one.form, one.value) for one in found.counts], found.around) for found in readings(label)]
    assert (counts, around) in read


def test_the_likeliest_reading_comes_first() -> None:
    assert [found.counts[0].form for found in readings("(i)")] == ["lowerRoman", "lowerLetter"]
    assert [found.counts[0].form for found in readings("(c)")] == ["lowerLetter", "lowerRoman"]


@pytest.mark.parametrize("label", ["", "—", "٣", "100%", "第一条", "Annex"])
def test_what_is_not_counted_has_no_reading(label: str) -> None:
    assert readings(label) == []


def test_a_label_stands_as_deep_as_it_has_counts() -> None:
    assert [depth_of(label) for label in ("2.0", "2.1", "2.1.3", "Article 4", "•")] == [0, 1, 2, 0, 0]


def test_counts_are_written_as_word_writes_them() -> None:
    counts = [written(28, form) for form in ("decimal", "decimalZero", "lowerLetter", "upperRoman")]
    assert counts == ["28", "28", "bb", "XXVIII"]
    assert written(7, "decimalZero") == "07"
