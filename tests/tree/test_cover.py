"""The fewest sets that hold everything: gone through by hand."""

from __future__ import annotations

import pytest

from clausetree.tree.cover import smallest


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
        ([""], []),
    ],
)
def test_no_fewer_sets_hold_everything(sets: list[str], chosen: list[int]) -> None:
    assert smallest(sets) == chosen


def test_when_it_takes_too_long_the_best_so_far_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clausetree.tree.cover._PATIENCE", 0)
    assert smallest(["abcd", "abe", "cdf"]) == [0, 1, 2]


def test_what_was_found_in_time_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    # Six sets are compared at each look, and three looks find the two.
    monkeypatch.setattr("clausetree.tree.cover._PATIENCE", 3 * 3)
    assert smallest(["abcd", "abe", "cdf"]) == [1, 2]
