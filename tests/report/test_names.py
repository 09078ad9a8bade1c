"""What a name is, and which name words become."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.report.names import in_plain_letters, is_name, slug, unused, without_accents


@pytest.mark.parametrize("text", ["a", "1", "lone-working", "c2-4", "2-a"])
def test_small_letters_and_figures_joined_by_single_hyphens_are_a_name(text: str) -> None:
    assert is_name(text)


@pytest.mark.parametrize("text", ["", "-a", "a-", "a--b", "A", "a b", "a_b", "é", "٣", "a\n"])
def test_nothing_else_is_one(text: str) -> None:
    assert not is_name(text)


def test_what_cannot_stand_in_a_name_parts_its_words() -> None:
    assert slug("lone working (2024): the rules") == "lone-working-2024-the-rules"
    assert slug("…") == ""


def test_an_accent_goes_and_its_letter_stays() -> None:
    assert without_accents("Café – naïve") == "Cafe  naive"


def test_an_apostrophe_parts_no_word() -> None:
    assert slug(in_plain_letters("What's À LA carte?")) == "whats-a-la-carte"


def test_a_name_that_is_taken_is_counted_on() -> None:
    assert unused("yes", ()) == "yes"
    assert unused("yes", {"yes", "yes-3"}) == "yes-2"
    assert unused("yes", {"yes", *(f"yes-{count}" for count in range(2, 500))}) == "yes-500"


@given(st.text())
def test_a_slug_is_a_name_or_nothing(text: str) -> None:
    made = slug(text)
    assert made == "" or is_name(made)
    assert slug(made) == made
