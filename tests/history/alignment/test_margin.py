"""By how much a chosen pair is better than the next best way, added up by hand."""

from __future__ import annotations

import pytest

from clausetree.history.alignment.margin import Margin
from clausetree.history.alignment.units import AlignedUnit

from .small_units import unit

OLD = [unit("shut the door"), unit("shut the gate")]
NEW = [unit("shut the doors"), unit("shut the gates")]


def margin(
    weights: dict[tuple[int, int], float],
    pairs: dict[int, int],
    pair: tuple[int, int] = (0, 0),
    units: tuple[list[AlignedUnit], list[AlignedUnit]] = (OLD, NEW),
) -> float:
    return Margin(*units, weights, pairs).of(*pair)


def test_without_a_rival_it_is_all_that_the_pair_weighs() -> None:
    assert margin({(0, 0): 1.5, (1, 1): 1.0}, {0: 0, 1: 1}) == 1.5


@pytest.mark.parametrize(
    ("weights", "pairs", "margin_of_first"),
    [
        # It might stand at a place that nobody has: 1.5 - 0.6.
        ({(0, 0): 1.5, (0, 1): 0.6}, {0: 0}, 0.9),
        # Another that has no place might have its own: 1.5 - 0.8.
        ({(0, 0): 1.5, (1, 0): 0.8}, {0: 0}, 0.7),
        # Both together might change places: 1.5 + 1.0 - 0.6 - 0.8.
        ({(0, 0): 1.5, (1, 1): 1.0, (0, 1): 0.6, (1, 0): 0.8}, {0: 0, 1: 1}, 1.1),
        # The other would be left without a place: 1.5 + 1.0 - 0.6, or 1.5 + 1.0 - 0.8.
        ({(0, 0): 1.5, (1, 1): 1.0, (0, 1): 0.6}, {0: 0, 1: 1}, 1.9),
        ({(0, 0): 1.5, (1, 1): 1.0, (1, 0): 0.8}, {0: 0, 1: 1}, 1.7),
    ],
)
def test_it_is_what_is_lost_where_the_pair_changes_places_with_a_rival(
    weights: dict[tuple[int, int], float], pairs: dict[int, int], margin_of_first: float
) -> None:
    assert margin(weights, pairs) == pytest.approx(margin_of_first)


def test_the_nearest_rival_counts() -> None:
    weights = {(0, 0): 1.5, (0, 1): 0.6, (0, 2): 1.2, (1, 0): 0.8}
    assert margin(weights, {0: 0}) == pytest.approx(0.3)


TWINS = {(0, 0): 1.5, (1, 1): 1.5, (0, 1): 1.4, (1, 0): 1.4}


def same(*words: str, unders: tuple[int, int] = (-1, -1)) -> list[AlignedUnit]:
    return [unit(one, under) for one, under in zip(words, unders, strict=True)]


def test_of_the_same_words_in_the_same_section_either_is_right() -> None:
    twice = same("ask first", "ask first")
    assert margin(TWINS, {0: 0, 1: 1}, units=(twice, twice)) == 1.5


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (same("ask first", "ask later"), same("ask first", "ask first")),
        (same("ask first", "ask first"), same("ask first", "ask later")),
        (same("ask first", "ask first", unders=(-1, 7)), same("ask first", "ask first")),
        (same("ask first", "ask first"), same("ask first", "ask first", unders=(7, -1))),
    ],
)
def test_where_words_or_sections_differ_it_matters_which_is_which(
    old: list[AlignedUnit], new: list[AlignedUnit]
) -> None:
    assert margin(TWINS, {0: 0, 1: 1}, units=(old, new)) == pytest.approx(0.2)


def test_one_that_has_no_place_is_nobodys_twin() -> None:
    twice = same("ask first", "ask first")
    weights = {(0, 0): 1.5, (1, 0): 1.4}
    assert margin(weights, {0: 0}, units=(twice, twice)) == pytest.approx(0.1)
    assert margin({(0, 0): 1.5, (0, 1): 1.3}, {0: 0}, units=(twice, twice)) == pytest.approx(0.2)
