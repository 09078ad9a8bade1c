"""The answers to a question, at every detail."""

from __future__ import annotations

import pytest

from clausetree.tree.answers import Answer, Detail, answers_with_targets, offered
from clausetree.tree.model import Choice, Compared, Fact, ManyOf, Measure, OneOf, Option, Picked, Prose
from clausetree.tree.scalar import Scale, Sign

WORDS = Prose("", "")
ONE = OneOf("q", WORDS, (), None, (Option("a", WORDS, "x"), Option("b", WORDS, "x"), Option("c", WORDS, "y")))
MANY = ManyOf("q", WORDS, (), None, tuple(Choice(i, WORDS) for i in "abc"), Choice("none", WORDS), "x")
AGE = Measure("q", WORDS, (), None, Scale.NUMBER, 0, 99, None, "x")


def answers(node: OneOf | ManyOf | Measure, facts: set[Fact], detail: Detail) -> list[str]:
    found: list[Answer] = [answer for answer, _ in answers_with_targets(node, facts, detail)]
    return [" ".join(sorted(answer)) for answer in found]


@pytest.mark.parametrize(
    ("detail", "expected"),
    [
        (Detail.EVERY, ["a", "b", "c", "a b", "a c", "b c", "a b c", "none"]),
        (Detail.FACTS, ["a c", "a b c", "none"]),
        (Detail.REPRESENTATIVES, ["b", "a"]),
    ],
)
def test_sets_of_choices_tell_apart_what_is_asked_for(detail: Detail, expected: list[str]) -> None:
    assert answers(MANY, {Picked("q", "b")}, detail) == expected


@pytest.mark.parametrize(
    ("detail", "expected"),
    [(Detail.EVERY, ["a", "b", "c"]), (Detail.FACTS, ["a", "b", "c"]), (Detail.REPRESENTATIVES, ["a", "c"])],
)
def test_one_option_may_stand_for_all_that_lead_to_its_node(detail: Detail, expected: list[str]) -> None:
    assert answers(ONE, set(), detail) == expected


def test_an_option_that_is_asked_for_stands_for_itself() -> None:
    assert answers(ONE, {Picked("q", "b")}, Detail.REPRESENTATIVES) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("detail", "expected"),
    [
        (Detail.EVERY, ["0", "18", "65", "66"]),
        (Detail.REPRESENTATIVES, ["0", "18", "65", "66"]),
        (Detail.LIMITS, ["17", "18", "64", "65", "66"]),
    ],
)
def test_scalars_are_parted_at_their_limits(detail: Detail, expected: list[str]) -> None:
    limits: set[Fact] = {
        Compared("q", Sign.LESS, Scale.NUMBER, 18),
        Compared("q", Sign.IS, Scale.NUMBER, 65),
    }
    assert answers(AGE, limits, detail) == expected


def test_a_question_offers_its_options_in_the_order_shown() -> None:
    assert [option.id for option in offered(ONE)] == ["a", "b", "c"]
    assert [choice.id for choice in offered(MANY)] == ["a", "b", "c", "none"]
    assert offered(AGE) == ()
