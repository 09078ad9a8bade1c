"""Places in a text, counted as browsers do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from clausetree.report.span import Span
from clausetree.workbench.offsets import units_of


@given(st.text())
def test_a_place_is_as_many_units_in_as_utf_16_needs_for_what_stands_before(text: str) -> None:
    units = units_of(text)
    for offset in range(len(text) + 1):
        wanted = len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2
        assert units.of(offset) == wanted
        assert units.letters(wanted) == offset


def test_a_stretch_behind_an_emoji_is_two_units_on() -> None:
    assert units_of("a🙂bc").span(Span(2, 3)) == (3, 4)


def test_a_place_within_a_letter_counts_it() -> None:
    assert units_of("🙂🙂").letters(1) == 1
    assert units_of("🙂🙂").letters(3) == 2
