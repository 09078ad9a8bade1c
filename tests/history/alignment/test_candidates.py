"""Where a unit may be that has no certain place: judged by hand."""

from __future__ import annotations

from clausetree.history.alignment.candidates import candidates
from clausetree.history.alignment.context import Context
from clausetree.history.alignment.pairs import Weights

from .small_units import policy, unit

OLD = [unit(f"old {at}") for at in range(8)]
NEW = [unit(f"new {at}") for at in range(8)]


def asked(
    found: Weights,
    *,
    weights: Weights | None = None,
    pairs: dict[int, int] | None = None,
    certain: dict[int, int] | None = None,
) -> dict[int, tuple[int, ...]]:
    """Return where each unit may be that has a place by its words. Each weighs what it has in common."""
    certain = certain or {}
    places = candidates(OLD, found, weights or found, pairs or {}, certain, Context(OLD, NEW, certain))
    return {one: at for one, at in places if any(place == one for place, _ in found)}


def test_half_of_the_words_may_be_the_same_clause() -> None:
    assert asked({(0, 7): 0.5, (0, 6): 0.49}) == {0: (7,)}


def test_less_is_enough_where_all_weigh_most_with_it() -> None:
    assert asked({(0, 7): 0.3, (0, 6): 0.3}, pairs={0: 7}) == {0: (7,)}
    assert asked({(0, 7): 0.29, (1, 6): 0.9}, pairs={0: 7}) == {1: (6,)}


def test_what_is_sure_is_not_asked_about_and_no_place_of_it_is_shown() -> None:
    assert asked({(0, 0): 1, (1, 0): 0.9, (1, 7): 0.8}, certain={0: 0}) == {1: (7,)}


def test_the_chosen_place_comes_first_and_then_the_heaviest() -> None:
    found = {(0, 5): 0.9, (0, 6): 0.6, (0, 7): 0.7}
    assert asked(found) == {0: (5, 7, 6)}
    assert asked(found, pairs={0: 6}) == {0: (6, 5, 7)}
    assert asked(found, weights={(0, 5): 1.0, (0, 6): 1.5, (0, 7): 1.2}) == {0: (6, 7, 5)}
    assert asked({(0, 7): 0.6, (0, 5): 0.6}) == {0: (5, 7)}


def test_three_places_are_shown() -> None:
    assert asked({(0, at): 0.9 - at / 10 for at in range(4)}) == {0: (0, 1, 2)}


def test_what_stands_in_its_place_may_be_it_whatever_its_words() -> None:
    before, after = policy("keep keys\nring bells\nlock doors"), policy("keep keys\nsing songs\nlock doors")
    certain = {0: 0, 2: 2}
    assert list(candidates(before, {}, {}, {}, certain, Context(before, after, certain))) == [(1, (1,))]
    # By its words it may be another: that is the likelier. Each place is shown once.
    longer = [*after, unit("ring bells twice")]
    found = {(1, 3): 0.8, (1, 1): 0.6}
    assert list(candidates(before, found, found, {}, certain, Context(before, longer, certain))) == [
        (1, (3, 1))
    ]


def test_a_unit_without_any_place_is_not_asked_about() -> None:
    before = policy("keep keys\nring bells\nlock doors")
    after = policy("keep keys\nlock doors")
    certain = {0: 0, 2: 1}
    assert list(candidates(before, {}, {}, {}, certain, Context(before, after, certain))) == []
