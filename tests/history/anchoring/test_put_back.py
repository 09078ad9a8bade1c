"""Which published anchors go back to their words, and how that is written."""

from __future__ import annotations

import pytest

from clausetree.history.anchoring.put_back import anchors_to_put_back, with_anchors
from tests.history.small_policies import BINS, CABINET, LEARNT, LOST, SHUT, past, policy

HOUSE = policy(f"c1-1: 1.1 {CABINET}", f"c1-2: 1.2 {LOST}", f"c1-3: 1.3 {SHUT}", f"c1-4: 1.4 {BINS}")


def back(*rows: str, version: str = "2.0") -> dict[str, str]:
    return anchors_to_put_back(policy(*rows, version=version), past(HOUSE))


def test_words_that_were_renumbered_get_the_anchors_back_that_slipped() -> None:
    assert back(
        f"c1-1: 1.1 {LEARNT}",
        f"c1-2: 1.2 {CABINET}",
        f"c1-3: 1.3 {LOST}",
        f"c1-4: 1.4 {SHUT}",
        f"c1-5: 1.5 {BINS}",
    ) == {
        "c1-2": "c1-1",
        "c1-3": "c1-2",
        "c1-4": "c1-3",
        "c1-5": "c1-4",
        # New words make way, and get an anchor that was never used.
        "c1-1": "c1-1-from-2-0",
    }


def test_new_words_without_a_number_are_named_by_the_anchor_they_stood_under() -> None:
    hall = policy("hall: Whoever uses the hall leaves it as he would like to find it.")
    rows = (f"hall: {LEARNT}", "use: Whoever uses the hall leaves it as he would like to find it.")
    assert anchors_to_put_back(policy(*rows, version="Spring 2"), past(hall)) == {
        "use": "hall",
        "hall": "hall-from-spring-2",
    }


def test_an_anchor_that_is_taken_is_not_given_again() -> None:
    rows = (
        f"c1-1: 1.1 {LEARNT}",
        f"c1-5: 1.2 {CABINET}",
        f"c1-2: 1.3 {LOST}",
        f"c1-3: 1.4 {SHUT}",
        f"c1-4: 1.5 {BINS}",
        "c1-1-from-2-0: Ladders are lent to nobody but members of the committee.",
    )
    assert back(*rows) == {"c1-5": "c1-1", "c1-1": "c1-1-from-2-0-2"}


def test_two_that_make_way_for_one_number_get_anchors_of_their_own() -> None:
    rows = (
        f"c1-1: 1.1 {LEARNT}",
        "c1-2: 1.1 Ladders are lent to nobody but members of the committee.",
        f"c1-5: 1.2 {CABINET}",
        f"c1-6: 1.3 {LOST}",
        f"c1-3: 1.4 {SHUT}",
        f"c1-4: 1.5 {BINS}",
    )
    assert back(*rows) == {
        "c1-5": "c1-1",
        "c1-6": "c1-2",
        "c1-1": "c1-1-from-2-0",
        "c1-2": "c1-1-from-2-0-2",
    }


def test_what_is_as_it_was_is_left() -> None:
    assert anchors_to_put_back(HOUSE, past(HOUSE)) == {}
    assert back(f"c1-1: 1.1 {CABINET}", f"c1-2: 1.2 {LEARNT}", f"c1-3: 1.3 {SHUT}", f"c1-4: 1.4 {BINS}") == {}


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("{: #c1-2 }", "{: #c1-1 }"),
        ("{: #c1-1 }", "{: #c1-1-from-2-0 }"),
        ("{: .editorial #c1-2 }", "{: .editorial #c1-1 }"),
        ("see [1.2](#c1-2) and [1.3](#c1-3)", "see [1.2](#c1-1) and [1.3](#c1-3)"),
        # Items go with their clause, by the longest that they are of.
        ("{: #c1-2-a }", "{: #c1-1-a }"),
        ("{: #c1-2-b-1 }", "{: #c1-9-a-1 }"),
        ("{: #c1-2-b-ii }", "{: #c1-9-a-ii }"),
        ("{: #c1-20 }", "{: #c1-20 }"),
        ("{: #c1-2x }", "{: #c1-2x }"),
        ("#c1-2 in words", "#c1-2 in words"),
    ],
)
def test_anchors_are_replaced_where_they_are_anchors(text: str, after: str) -> None:
    wanted = {"c1-2": "c1-1", "c1-1": "c1-1-from-2-0", "c1-2-b": "c1-9-a"}
    assert with_anchors(f"1.2 Words.\n{text}\n", wanted) == f"1.2 Words.\n{after}\n"
