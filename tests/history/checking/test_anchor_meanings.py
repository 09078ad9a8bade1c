"""Where published words went: judged by hand on a policy of four clauses."""

from __future__ import annotations

import pytest

from clausetree.history.checking.anchor_meanings import AnchorMeanings, anchor_meanings
from tests.history.small_policies import BINS, CABINET, LEARNT, LOST, SHUT, policy

HOUSE = policy(f"c1-1: 1.1 {CABINET}", f"c1-2: 1.2 {LOST}", f"c1-3: 1.3 {SHUT}", f"c1-4: 1.4 {BINS}")


def became(*rows: str) -> AnchorMeanings:
    """Return what became of the clauses of `HOUSE` where these rows stand now."""
    return anchor_meanings(HOUSE, policy(*rows))


def moved(found: AnchorMeanings) -> dict[str, tuple[str, bool, bool]]:
    """Return where the words of each anchor are, whether they are as they were, and whether they are many."""
    assert all(anchor == each.was.anchor for anchor, each in found.moved.items())
    return {anchor: (each.now.anchor, each.exact, each.many) for anchor, each in found.moved.items()}


def test_of_a_policy_that_was_never_published_nothing_can_have_moved() -> None:
    assert anchor_meanings(None, HOUSE) == AnchorMeanings()


def test_words_that_stand_where_they_stood_mean_what_they_meant() -> None:
    assert anchor_meanings(HOUSE, HOUSE) == AnchorMeanings()
    # New numbers and another order change no words.
    assert (
        became(f"c1-4: 1.1 {BINS}", f"c1-1: 1.2 {CABINET}", f"c1-2: 1.3 {LOST}", f"c1-3: 1.4 {SHUT}")
        == AnchorMeanings()
    )


def test_anchors_that_slipped_by_one_are_told_with_where_their_words_are() -> None:
    found = became(
        f"c1-1: 1.1 {LEARNT}",
        f"c1-2: 1.2 {CABINET}",
        f"c1-3: 1.3 {LOST.replace('same', 'next')}",
        f"c1-4: 1.4 {SHUT}",
        f"c1-5: 1.5 {BINS}",
    )
    assert moved(found) == {
        "c1-1": ("c1-2", True, True),
        "c1-2": ("c1-3", False, True),
        "c1-3": ("c1-4", True, False),
        "c1-4": ("c1-5", True, True),
    }
    assert found.moved["c1-4"].was.text == BINS
    assert found.moved["c1-4"].now.number == "1.5"
    assert found.replaced == ()
    assert found.candidates == {}


def test_quite_other_words_under_a_published_anchor_are_told() -> None:
    found = became(f"c1-1: 1.1 {CABINET}", f"c1-2: 1.2 {LEARNT}", f"c1-3: 1.3 {SHUT}", f"c1-4: 1.4 {BINS}")
    assert [(clause.anchor, clause.text) for clause in found.replaced] == [("c1-2", LEARNT)]
    assert moved(found) == {}
    assert found.candidates == {}


@pytest.mark.parametrize(
    "reworded",
    [
        "A key that was lost is reported to the caretaker on the same day.",
        "A lost key is reported to the porter on the next day.",
        f"{LOST} {SHUT}",
    ],
)
def test_a_clause_that_was_reworded_is_the_same(reworded: str) -> None:
    found = became(f"c1-1: 1.1 {CABINET}", f"c1-2: 1.2 {reworded}", f"c1-3: 1.3 {SHUT}", f"c1-4: 1.4 {BINS}")
    assert (moved(found), found.replaced, found.candidates) == ({}, (), {})


def test_an_anchor_that_is_gone_may_be_what_stands_in_its_place() -> None:
    found = became(f"c1-1: 1.1 {CABINET}", f"c1-9: 1.2 {LEARNT}", f"c1-3: 1.3 {SHUT}", f"c1-4: 1.4 {BINS}")
    assert {anchor: [clause.text for clause in places] for anchor, places in found.candidates.items()} == {
        "c1-2": [LEARNT]
    }
    assert moved(found) == {}
    assert found.replaced == ()


def test_a_clause_that_was_taken_out_is_nowhere() -> None:
    found = became(f"c1-1: 1.1 {CABINET}", f"c1-3: 1.3 {SHUT}", f"c1-4: 1.4 {BINS}")
    assert (moved(found), found.replaced, found.candidates) == ({}, (), {})


def test_words_of_which_half_are_as_they_were_are_not_quite_others() -> None:
    # Alpha and bravo weigh the same.
    before = policy("c1-1: 1.1 Alpha bravo.")
    assert anchor_meanings(before, policy("c1-1: 1.1 Alpha delta.")).replaced == ()
    assert [
        clause.text for clause in anchor_meanings(before, policy("c1-1: 1.1 Alpha delta oscar.")).replaced
    ] == ["Alpha delta oscar."]


def test_a_heading_with_another_title_is_the_same_while_what_stands_below_it_is() -> None:
    rows = (f"c1-1: 1.1 {CABINET}", f"c1-2: 1.2 {LOST}")
    before = policy("keys: ## 1 Keys", *rows)
    found = anchor_meanings(before, policy("keys: ## 1 Doors", *rows))
    assert (moved(found), found.replaced, found.candidates) == ({}, (), {})


def test_how_far_it_has_got_is_told() -> None:
    told: list[tuple[int, int]] = []
    anchor_meanings(HOUSE, policy(f"c1-1: 1.1 {LEARNT}"), lambda done, of: told.append((done, of)))
    assert told == [(0, 4), (1, 4), (2, 4), (3, 4)]
