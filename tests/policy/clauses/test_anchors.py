"""Which anchor a number, a label, an item and words ask for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetree.policy.clauses.anchors import (
    anchor_of_item,
    anchor_of_label,
    anchor_of_number,
    anchor_of_words,
    is_anchor,
    is_numbered_anchor,
    is_of_item,
    number_of_anchor,
)
from clausetree.policy.labels.label import Form, Label, Place


@pytest.mark.parametrize(
    ("number", "anchor"),
    [
        ("2.4", "c2-4"),
        ("1.1.1.1", "c1-1-1-1"),
        ("1.2A", "c1-2a"),
        ("2.2a", "c2-2a"),
        ("Article 4", "article-4"),
        ("Section 3.1", "section-3-1"),
        ("STANDING ORDER 7", "standing-order-7"),
        ("§ 1", "par-1"),
        ("§ 2a", "par-2a"),
        ("A.1", "a-1"),
        ("POL-1", "pol-1"),
        ("Part I", "part-i"),
        ("Minute 12/1", "minute-12-1"),
        ("3", "clause-3"),
        ("I", ""),
        ("XIV", ""),
        ("Appendix A, 1.1", "appendix-a-1-1"),
        ("Anlage 1, § 2", "anlage-1-par-2"),
        ("المادة ٣", "lmdh-3"),
    ],
)
def test_a_number_asks_for_an_anchor(number: str, anchor: str) -> None:
    assert anchor_of_number(number) == anchor
    assert not anchor or is_anchor(anchor)


def test_a_heading_with_one_figure_or_roman_numeral_is_called_by_its_words() -> None:
    single, roman = Label("3.", "3", Form.SINGLE), Label("I.", "I", Form.ROMAN)
    assert anchor_of_label(single, Place.HEADING) == ""
    assert anchor_of_label(single, Place.ITEM) == "clause-3"
    assert anchor_of_label(roman, Place.HEADING) == ""
    assert anchor_of_label(Label("1.1", "1.1", Form.DECIMAL, "Annex B"), Place.HEADING) == "annex-b-1-1"


@pytest.mark.parametrize(
    ("number", "anchor"), [("a", "c2-3-a"), ("A", "c2-3-a"), ("ii", "c2-3-ii"), ("2", "c2-3-2")]
)
def test_an_item_adds_what_is_printed_before_it(number: str, anchor: str) -> None:
    assert anchor_of_item("c2-3", number) == anchor


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("Purpose of the policy", "purpose-of-the-policy"),
        ("Who does this policy apply to and why", "who-does-this-policy-apply"),
        ("Appendix 1: a flowchart to show the process", "appendix-1"),
        ("The member’s café", "the-members-cafe"),
        ("“Zoë” – naïve & résumé", "zoe-naive-resume"),
        ("2031 plans", "plans"),
        ("C2.4 rules", "part-c2-4-rules"),
        ("½ a day, at 5 €", "a-day-at-5"),
        ("Maßnahmen", "massnahmen"),
        ("Ærø og Łódź", "aero-og-lodz"),
        ("Σκοπός", "skopos"),
        ("Цель политики", "tsel-politiki"),
        ("目的", "mude"),
        ("!", ""),
    ],
)
def test_words_ask_for_an_anchor(words: str, anchor: str) -> None:
    assert anchor_of_words(words) == anchor


@given(st.text())
def test_what_words_ask_for_is_an_anchor_and_none_of_a_number(words: str) -> None:
    anchor = anchor_of_words(words)
    assert not anchor or (is_anchor(anchor) and not is_numbered_anchor(anchor))


@given(st.lists(st.integers(0, 99), min_size=2, max_size=5), st.sampled_from(["", "A", "B"]))
def test_a_number_is_read_back_from_its_anchor(figures: list[int], suffix: str) -> None:
    number = ".".join(map(str, figures)) + suffix
    assert number_of_anchor(anchor_of_number(number)) == number


def test_the_anchors_of_items_are_known_from_those_of_other_clauses() -> None:
    items = ["c2-3-a", "c2-3-b-1", "c2-3-b-ii"]
    others = ["c2-3", "c2-3-1", "c2-3a", "c2-3-from-2-0", "c2-31-a"]
    assert [anchor for anchor in (*items, *others) if is_of_item(anchor, "c2-3")] == items


def test_an_item_has_items_of_its_own() -> None:
    items = ["c2-3-b-1", "c2-3-b-ii", "c2-3-b-i-a"]
    others = ["c2-3-b", "c2-3-c-1", "c2-3-bb", "c2-3-b-from-2-0"]
    assert [anchor for anchor in (*items, *others) if is_of_item(anchor, "c2-3-b")] == items
    # What was named by words and is there twice is no item of the first.
    assert not is_of_item("plan-b-2", "plan-b")
    assert not is_of_item("c2-3-from-2-0-2", "c2-3-from-2-0")
