"""The answers to a question, at every detail."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausetree.tree.answers import DONE, Answer, Detail, answers_with_targets, fits, offered
from clausetree.tree.model import (
    Choice,
    Compared,
    Fact,
    ManyOf,
    Measure,
    Node,
    OneOf,
    Option,
    Outcome,
    Picked,
    Prose,
    Route,
    Step,
    Visit,
)
from clausetree.tree.scalar import Sign, scalar_of
from clausetree.tree.scale import WHOLE, DateScale

WORDS = Prose("", "")
ONE = OneOf("q", WORDS, (), None, (Option("a", WORDS, "x"), Option("b", WORDS, "x"), Option("c", WORDS, "y")))
MANY = ManyOf("q", WORDS, (), None, tuple(Choice(i, WORDS) for i in "abc"), Choice("none", WORDS), "x")
AGE = Measure("q", WORDS, (), None, WHOLE, 0, 99, None, "x")
ALONE = OneOf("q", WORDS, (), None, (Option("a", WORDS, "x"),))
PACK = ManyOf("q", WORDS, (), None, (Choice("map", WORDS), Choice("rope", WORDS)), None, "x")
LEAP = (scalar_of(DateScale.DATE, "2024-02-28") or 0, scalar_of(DateScale.DATE, "2024-03-02") or 0)
DAY = Measure("q", WORDS, (), None, DateScale.DATE, *LEAP, None, "x")
MOMENT = replace(DAY, scale=DateScale.DATE_AND_TIME)
SIGN = Step("q", WORDS, (), (), (), (), (), "x")


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
        Compared("q", Sign.LESS, WHOLE, 18),
        Compared("q", Sign.IS, WHOLE, 65),
    }
    assert answers(AGE, limits, detail) == expected


def test_a_question_offers_its_options_in_the_order_shown() -> None:
    assert [option.id for option in offered(ONE)] == ["a", "b", "c"]
    assert [choice.id for choice in offered(MANY)] == ["a", "b", "c", "none"]
    assert offered(AGE) == ()


@pytest.mark.parametrize(
    ("node", "fitting", "not_fitting"),
    [
        (ONE, ["a", "b", "c"], ["", "d", "a b", "done"]),
        (ALONE, ["a"], ["", "b", "a b"]),
        (MANY, ["a", "a b c", "none"], ["", "d", "a d", "a none"]),
        (PACK, ["map", "map rope"], ["", "none", "map none"]),
        (AGE, ["0", "1", "98", "99"], ["", "100", "five", "5 6", "2024-02-29"]),
        (DAY, ["2024-02-28", "2024-03-02"], ["2024-02-27", "2024-03-03", "2024-02-30", "3"]),
        (
            MOMENT,
            ["2024-02-28T00:00", "2024-02-29T14:30", "2024-03-02T23:59"],
            [
                *("2024-02-27T23:59", "2024-03-03T00:00", "2024-02-29", "2024-02-29T24:00", "2024-02-30T12:00"),
                *("2024-02-29T14:30 2024-02-29T14:31", "14:30", "3", ""),
            ],
        ),
        (SIGN, ["done"], ["", "yes", "done yes"]),
        (Route("q", (), "x"), [], ["", "done", "x"]),
        (Visit("q", WORDS, "x"), [], ["", "done"]),
        (Outcome("q", WORDS, (), (), (), (), (), ()), [], ["", "done"]),
    ],
)
def test_an_answer_fits_a_node_that_can_be_given_it(
    node: Node, fitting: list[str], not_fitting: list[str]
) -> None:
    assert [one for one in fitting if not fits(node, frozenset(one.split()))] == []
    assert [one for one in not_fitting if fits(node, frozenset(one.split()))] == []


def test_each_answer_leads_to_a_node() -> None:
    assert [target for _, target in answers_with_targets(ONE, set(), Detail.EVERY)] == ["x", "x", "y"]
    for node in (MANY, AGE, SIGN):
        assert {target for _, target in answers_with_targets(node, set(), Detail.EVERY)} == {"x"}
    assert list(answers_with_targets(SIGN, set(), Detail.REPRESENTATIVES)) == [(DONE, "x")]


@pytest.mark.parametrize(
    ("facts", "detail", "expected"),
    [
        ([], Detail.EVERY, ["map", "rope", "map rope"]),
        ([], Detail.FACTS, ["map rope"]),
        ([], Detail.LIMITS, ["map rope"]),
        ([], Detail.REPRESENTATIVES, ["map"]),
        # Without the one that is asked for there is the other; both are as good as the first alone.
        (["rope"], Detail.FACTS, ["map", "map rope"]),
        (["rope"], Detail.REPRESENTATIVES, ["rope", "map"]),
        # With both asked for there is nobody who picks neither.
        (["map", "rope"], Detail.FACTS, ["map", "rope", "map rope"]),
        (["map", "rope"], Detail.REPRESENTATIVES, ["map", "rope", "map rope"]),
    ],
)
def test_somebody_must_pick_something(facts: list[str], detail: Detail, expected: list[str]) -> None:
    assert answers(PACK, {Picked("q", option) for option in facts}, detail) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (["none"], ["a", "none"]),
        (["a", "none"], ["a", "b", "none"]),
        # No other choice stands for those who pick nothing that is asked for.
        (["a", "b", "c"], ["a", "b", "c", "a b", "a c", "b c", "a b c", "none"]),
    ],
)
def test_none_of_these_is_told_apart_where_it_is_asked_for_or_nothing_else_stands_for_it(
    facts: list[str], expected: list[str]
) -> None:
    assert answers(MANY, {Picked("q", option) for option in facts}, Detail.REPRESENTATIVES) == expected


def test_scalars_without_a_limit_are_all_alike() -> None:
    for detail in Detail:
        assert answers(DAY, set(), detail) == ["2024-02-28"]
