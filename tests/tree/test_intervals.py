"""Where numbers and dates are split by limits."""

from __future__ import annotations

import pytest

from clausetree.tree.intervals import beside_limits, boundaries, intervals
from clausetree.tree.model import Compared, Measure, Prose
from clausetree.tree.scalar import Sign
from clausetree.tree.scale import WHOLE

AGE = Measure("age", Prose("Age", "Age"), (), None, WHOLE, 5, 99, None, "end")


def age(sign: str, amount: int) -> Compared:
    return Compared("age", Sign(sign), WHOLE, amount)


@pytest.mark.parametrize(
    ("limits", "found"),
    [
        ([], [(5, 99)]),
        ([age("<", 18)], [(5, 17), (18, 99)]),
        ([age(">=", 18)], [(5, 17), (18, 99)]),
        ([age("<=", 18)], [(5, 18), (19, 99)]),
        ([age(">", 18)], [(5, 18), (19, 99)]),
        ([age("is", 18)], [(5, 17), (18, 18), (19, 99)]),
        ([age("<", 65), age("<", 18)], [(5, 17), (18, 64), (65, 99)]),
        ([age("<", 18), age(">=", 18)], [(5, 17), (18, 99)]),
    ],
)
def test_a_limit_divides_what_is_true_of_it_from_what_is_not(
    limits: list[Compared], found: list[tuple[int, int]]
) -> None:
    assert list(intervals(AGE, limits)) == found


@pytest.mark.parametrize(
    "limit",
    [age("<", 5), age("is", 4), age("<", 2), age("<=", 99), age("<", 100), age(">", 120)],
)
def test_a_limit_that_no_answer_passes_divides_nothing(limit: Compared) -> None:
    assert list(intervals(AGE, [limit])) == [(5, 99)]


def test_the_least_and_the_most_can_be_told_from_the_rest() -> None:
    assert list(intervals(AGE, [age("is", 5), age("<", 99)])) == [(5, 5), (6, 98), (99, 99)]


def test_the_scalars_at_which_an_answer_to_a_limit_changes() -> None:
    found = [boundaries(age(sign, 18)) for sign in ("<", ">=", "<=", ">", "is")]
    assert found == [(18,), (18,), (19,), (19,), (18, 19)]


def test_beside_each_limit_are_the_last_before_and_the_first_behind_it() -> None:
    assert list(beside_limits(AGE, [age("<", 18), age(">=", 12)])) == [11, 12, 17, 18]
    assert list(beside_limits(AGE, [age("is", 18)])) == [17, 18, 19]
    assert list(beside_limits(AGE, [age("<", 6)])) == [5, 6]


def test_without_a_limit_the_least_stands_for_all() -> None:
    assert list(beside_limits(AGE, [])) == [5]
