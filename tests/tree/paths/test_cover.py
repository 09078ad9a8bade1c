"""The fewest sets that hold everything: gone through by hand."""

from __future__ import annotations

import pytest

from clausetree.tree.paths.cover import smallest


@pytest.mark.parametrize(
    ("sets", "chosen"),
    [
        (["abc"], [0]),
        (["ab", "bc", "c"], [0, 1]),
        (["a", "b", "c"], [0, 1, 2]),
        (["a", "ab", "abc"], [2]),
        # Of the same sets the first is taken.
        (["ab", "ba", "c"], [0, 2]),
        # The largest is in no smallest cover.
        (["abcd", "abe", "cdf"], [1, 2]),
        (["cdf", "abcd", "abe"], [0, 2]),
        # Three of four, and never the first two together.
        (["abcdef", "abcgh", "defij", "ghij", "acegik", "bdfhjl"], [4, 5]),
        (["ab", "bc", "cd", "da"], [0, 2]),
        (["", "a"], [1]),
        (["a", "bcd"], [0, 1]),
        # The two that are left out of the largest have one thing each that stands nowhere else.
        (["eab", "fcd", "abcd"], [0, 1]),
        ([""], []),
    ],
)
def test_no_fewer_sets_hold_everything(sets: list[str], chosen: list[int]) -> None:
    assert smallest(sets) == chosen


def test_when_it_takes_too_long_the_best_so_far_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clausetree.tree.paths.cover._PATIENCE", 0)
    assert smallest(["abcd", "abe", "cdf"]) == [0, 1, 2]


def test_what_was_found_in_time_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    # Six sets are compared at each look, and three looks find the two.
    monkeypatch.setattr("clausetree.tree.paths.cover._PATIENCE", 3 * 3)
    assert smallest(["abcd", "abe", "cdf"]) == [1, 2]


@pytest.mark.parametrize(
    ("sets", "chosen", "looks", "useful"),
    [
        # What stands in one set alone is covered first. The others of its block then follow.
        ("abcd abe cdf ghij ghk ijl mnop mnq opr", [1, 2, 4, 5, 7, 8], 7, 9),
        ("bd e acd ace de", [0, 3], 3, 4),
        ("ac a ae ce ab", [3, 4], 3, 4),
        ("ad bd d abe ac bce", [0, 5], 4, 5),
        ("a bd bc cde ace a", [1, 4], 3, 4),
    ],
)
def test_few_looks_are_enough(
    sets: str, chosen: list[int], looks: int, useful: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # All sets are compared at each look but those that another holds whole.
    monkeypatch.setattr("clausetree.tree.paths.cover._PATIENCE", (looks - 1) * useful)
    assert smallest(sets.split()) == chosen
