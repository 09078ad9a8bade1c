"""How much a pair weighs, added up by hand from what the module says that each thing counts."""

from __future__ import annotations

import pytest

from clausetree.history.alignment.context import Context
from clausetree.history.alignment.units import AlignedUnit
from clausetree.history.alignment.weighing import Weighing
from clausetree.policy.clause import ClauseKind

from .small_units import policy, unit

SAME = [unit("ask the porter")]


def alone(was: AlignedUnit, now: AlignedUnit, similarity: float) -> float:
    """Return what a pair weighs by itself."""
    return Weighing([was], [now], {(0, 0): similarity}).in_order({})[0, 0]


UNNUMBERED = ClauseKind.UNNUMBERED


@pytest.mark.parametrize(
    ("was", "now", "similarity", "weight"),
    [
        # Words, and 0.1 for the same kind.
        (unit("a"), unit("b"), 0.8, 0.9),
        (unit("a"), unit("b", kind=UNNUMBERED), 0.8, 0.8),
        # 0.5 more for the same words.
        (unit("a"), unit("a"), 1, 1.6),
        # 0.15 for the number, and as much for the anchor.
        (unit("a", number="1.1"), unit("b", number="1.1"), 0.8, 1.05),
        (unit("a", number="1.1"), unit("b", number="1.2"), 0.8, 0.9),
        (unit("a", anchor="keys"), unit("b", anchor="keys"), 0.8, 1.05),
        (unit("a", anchor="keys"), unit("b", anchor="bins"), 0.8, 0.9),
        (unit("a", number="1.1", anchor="c1-1"), unit("a", number="1.1", anchor="c1-1"), 1, 1.9),
        (unit("a"), unit("b"), 0.5, 0.6),
    ],
)
def test_a_pair_weighs_by_its_words_its_kind_its_number_and_its_anchor(
    was: AlignedUnit, now: AlignedUnit, similarity: float, weight: float
) -> None:
    assert alone(was, now, similarity) == pytest.approx(weight)


def test_less_than_half_of_the_words_says_nothing_of_the_order() -> None:
    assert Weighing(SAME, SAME, {(0, 0): 0.49}).in_order({}) == {}


def test_what_was_kept_weighs_more_than_anything_else() -> None:
    assert Weighing(SAME, SAME, {}).in_order({0: 0}) == {(0, 0): 3}


HALL = policy("""\
## keys
keep the key
## bins
empty the bins each friday
close the hall
""")


def weight(
    found: dict[tuple[int, int], float],
    pair: tuple[int, int],
    known: dict[int, int],
    old: list[AlignedUnit] = HALL,
    new: list[AlignedUnit] = HALL,
) -> float:
    return Weighing(old, new, found).in_context(Context(old, new, known))[pair]


def test_a_pair_in_its_section_between_its_neighbours_weighs_half_more_as_far_as_its_words_are_alike() -> None:
    known = {0: 0, 1: 1, 2: 2, 4: 4}
    # 0.3 for the section, 0.1 for each neighbour and 0.1 for the kind, times 0.25 + 0.75 * 0.6.
    assert weight({(3, 3): 0.6}, (3, 3), known) == pytest.approx(0.6 + 0.6 * 0.7)
    # Where no word is the same, a quarter of it counts.
    assert weight({(3, 3): 0}, (3, 3), known) == pytest.approx(0.15)
    # The same words count 0.5 more.
    assert weight({(3, 3): 1}, (3, 3), known) == pytest.approx(1 + 0.6 + 0.5)


def test_one_neighbour_that_is_the_same_counts_half_of_both() -> None:
    assert weight({(3, 3): 1}, (3, 3), {0: 0, 1: 1, 2: 2}) == pytest.approx(1 + 0.6 + 0.5)
    assert weight({(1, 1): 1}, (1, 1), {0: 0, 2: 3, 3: 2, 4: 4}) == pytest.approx(1 + 0.5 + 0.5)
    assert weight({(1, 1): 1}, (1, 1), {0: 3, 2: 2, 3: 0, 4: 4}) < 1 + 0.5 + 0.5


def test_few_words_outside_of_their_section_count_for_less() -> None:
    # "keep the key" stands under bins now: three words of eight, 0.1 for the kind.
    known = {0: 0, 2: 2, 3: 3}
    assert weight({(1, 4): 1}, (1, 4), known) == pytest.approx(1 + 0.1 + 0.5 * 3 / 8)


def test_many_words_count_wherever_they_are() -> None:
    long = "whoever closes the hall takes the key home and brings it back"
    old = policy(f"## keys\n{long}\nkeep the key\n## bins\nempty the bins each friday")
    new = policy(f"## keys\nkeep the key\n## bins\nempty the bins each friday\n{long}")
    # Behind it nothing is known but the edge on one side alone.
    assert weight({(1, 4): 1}, (1, 4), {0: 0, 2: 1, 3: 2, 4: 3}, old, new) == pytest.approx(1 + 0.1 + 0.5)


def test_a_heading_weighs_more_by_what_stands_below_it() -> None:
    old = policy("## keys\nkeep the key\nkeep the spare key\n## bins\nempty the bins")
    new = policy("## all keys\nkeep the key\nsell the spare key\n## bins\nempty the bins")
    # One of the two units below, so half of 0.5; the section, both neighbours and the kind as above.
    known = {1: 1, 3: 3, 4: 4}
    assert weight({(0, 0): 0}, (0, 0), known, old, new) == pytest.approx(0.15 + 0.25)
    # A clause has nothing below it.
    assert weight({(2, 2): 0}, (2, 2), {0: 0, **known}, old, new) == pytest.approx(0.15)
