"""Where answers lead, which of them count and what duties follow: worked out by hand on small trees."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from clausetree.tree.condition import And, Condition, Is, Not, Or
from clausetree.tree.model import (
    Compared,
    Fact,
    ManyOf,
    Measure,
    OneOf,
    Picked,
    Prose,
    Route,
    Step,
    Tree,
    Visit,
    duties,
)
from clausetree.tree.scalar import Sign
from clausetree.tree.scale import WHOLE
from clausetree.tree.truth import is_fact, is_true
from clausetree.tree.walk import (
    all_conditions,
    answers_by_length,
    applies,
    conditions,
    limits,
    paths,
    possible_answers,
    walk,
)

from .readers import read

BOATS = read("""\
tree boats "Hire a boat"
    policy verbs
    basis clauses
    start who

question who "Who are you?"
    option member "A member" -> bring
    option guest "A guest" -> age
    option thief "A thief" -> out

question age "How old are you?"
    number 5 to 99
    then -> bring

question bring "What do you bring?"
    many dog "A dog"
    many lunch "Lunch"
    many radio "A radio"
    none nothing "None of these"
    then -> sign

step sign "Sign the book"
    must you "Lock the gate" (1.1) when age < 18
    should you "Carry a torch" (1.3)
    then -> which

route which
    when age < 12 -> out
    when bring includes dog and who is guest -> day
    otherwise -> go

question day "When do you come?"
    date 2024-02-28 to 2024-03-02
    then -> go

outcome go "Off you go"
    must you "Lock the gate" (1.1)
    should you "Carry a torch" (1.3)
    may you "Bring a dog" (1.4) when bring includes dog

outcome out "Not today"
""")[1]
"""Members go straight to what they bring; guests are asked their age first, and with a dog the day."""

DONE = {"sign": {"done"}}


def answers(given: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    return {question: frozenset(picked) for question, picked in given.items()}


def met(given: dict[str, set[str]], tree: Tree = BOATS) -> list[str]:
    return [node.id for node in walk(tree, answers(given)).nodes]


def possible_at(node_id: str, tree: Tree) -> list[str]:
    node = tree.node(node_id)
    assert isinstance(node, OneOf | ManyOf | Measure | Step)
    return picks(possible_answers(tree, node))


def picks(given: Iterable[frozenset[str]]) -> list[str]:
    return ["+".join(sorted(answer)) for answer in given]


@pytest.mark.parametrize(
    ("given", "nodes"),
    [
        ({}, "who"),
        ({"who": {"thief"}}, "who out"),
        ({"who": {"guest"}}, "who age"),
        ({"who": {"member"}}, "who bring"),
        ({"who": {"member"}, "bring": {"dog", "lunch"}}, "who bring sign"),
        ({"who": {"member"}, "bring": {"dog"}, **DONE}, "who bring sign which go"),
        ({"who": {"guest"}, "age": {"11"}, "bring": {"nothing"}, **DONE}, "who age bring sign which out"),
        ({"who": {"guest"}, "age": {"12"}, "bring": {"nothing"}, **DONE}, "who age bring sign which go"),
        ({"who": {"guest"}, "age": {"12"}, "bring": {"dog"}, **DONE}, "who age bring sign which day"),
        ({"who": {"guest"}, "age": {"11"}, "bring": {"dog"}, **DONE}, "who age bring sign which out"),
        (
            {"who": {"guest"}, "age": {"30"}, "bring": {"dog"}, "day": {"2024-02-29"}, **DONE},
            "who age bring sign which day go",
        ),
    ],
)
def test_answers_lead_as_far_as_they_say_where_to_go(given: dict[str, set[str]], nodes: str) -> None:
    assert met(given) == nodes.split()


def test_the_reader_is_at_the_last_node_that_she_met() -> None:
    assert walk(BOATS, answers({"who": {"guest"}})).at.id == "age"


def test_answers_count_in_the_order_of_the_way_and_others_are_named_as_dropped() -> None:
    way = walk(BOATS, answers({"day": {"2024-02-29"}, "bring": {"dog"}, "age": {"7"}, "who": {"member"}}))
    assert list(way.answers.items()) == [("who", frozenset({"member"})), ("bring", frozenset({"dog"}))]
    assert way.dropped == ("day", "age")


def test_an_answer_that_a_question_does_not_offer_is_dropped_and_the_question_asked() -> None:
    way = walk(BOATS, answers({"who": {"stranger"}, "elsewhere": {"yes"}}))
    assert way.at.id == "who"
    assert dict(way.answers) == {}
    assert way.dropped == ("who", "elsewhere")


def laid_down(given: dict[str, set[str]]) -> list[str]:
    return [f"{duty.strength.value} {duty.what.text}" for duty in walk(BOATS, answers(given)).duties]


def test_the_duties_of_a_way_are_those_of_its_nodes_each_once_and_in_order() -> None:
    lunch = {"who": {"member"}, "bring": {"lunch"}}
    assert laid_down({"who": {"member"}}) == []
    assert laid_down(lunch) == ["should Carry a torch"]
    assert laid_down({**lunch, **DONE}) == ["should Carry a torch", "must Lock the gate"]


def test_a_duty_with_a_condition_is_laid_down_on_those_alone_who_meet_it() -> None:
    guest = {"who": {"guest"}, "bring": {"nothing"}}
    assert laid_down({**guest, "age": {"17"}}) == ["must Lock the gate", "should Carry a torch"]
    assert laid_down({**guest, "age": {"18"}}) == ["should Carry a torch"]
    assert "may Bring a dog" in laid_down({"who": {"member"}, "bring": {"dog"}, **DONE})


@pytest.mark.parametrize(
    ("node", "possible"),
    [
        ("who", "member guest thief"),
        ("bring", "dog lunch radio dog+lunch dog+radio lunch+radio dog+lunch+radio nothing"),
        # Conditions divide the ages at 12 and 18, and the days nowhere: the lowest stands for each.
        ("age", "5 12 18"),
        ("day", "2024-02-28"),
        ("sign", "done"),
    ],
)
def test_every_answer_that_a_node_can_be_given(node: str, possible: str) -> None:
    assert possible_at(node, BOATS) == possible.split()


def test_a_question_without_none_of_these_must_be_answered_with_something() -> None:
    packing = read("""\
tree packing "Pack"
    policy verbs
    basis clauses
    start what

question what "What?"
    many rope "Rope"
    many map "A map"
    then -> end

outcome end "End"
""")[1]
    assert possible_at("what", packing) == ["rope", "map", "map+rope"]
    assert met({"what": {"none"}}, packing) == ["what"]


def test_limits_are_those_of_routes_and_of_duties() -> None:
    found = [(limit.question, limit.sign, limit.amount) for limit in limits(BOATS)]
    assert found == [("age", "<", 18), ("age", "<", 12)]


def test_conditions_stand_at_routes_and_at_duties() -> None:
    assert [len(list(conditions(BOATS.node(node)))) for node in ("which", "sign", "go", "who")] == [2, 1, 1, 0]
    assert len(list(all_conditions(BOATS))) == 4


def age(sign: str, amount: int) -> Compared:
    return Compared("age", Sign(sign), WHOLE, amount)


@pytest.mark.parametrize(
    ("sign", "true_of"),
    [("<", "17"), ("<=", "17 18"), ("is", "18"), (">=", "18 19"), (">", "19")],
)
def test_a_sign_compares_the_amount_with_the_limit(sign: str, true_of: str) -> None:
    amounts = ("17", "18", "19")
    assert [one for one in amounts if is_fact(age(sign, 18), frozenset({one}))] == true_of.split()


def test_no_fact_is_true_of_a_question_that_was_not_asked() -> None:
    assert not is_fact(Picked("who", "guest"), frozenset())
    assert not is_fact(age("<", 18), frozenset())
    assert not is_fact(age("<", 18), frozenset({"young"}))


GUEST, DOG, YOUNG = Is(Picked("who", "guest")), Is(Picked("bring", "dog")), Is(age("<", 18))
YOUNG_GUEST_WITH_LUNCH = {"who": {"guest"}, "age": {"9"}, "bring": {"lunch"}}


@pytest.mark.parametrize(
    ("condition", "verdict"),
    [
        (GUEST, True),
        (DOG, False),
        (Not(DOG), True),
        (Not(Is(Picked("day", "monday"))), True),
        (And((GUEST, YOUNG)), True),
        (And((GUEST, DOG)), False),
        (Or((DOG, YOUNG)), True),
        (Or((DOG, Not(GUEST))), False),
        (And((Or((DOG, GUEST)), Not(And((DOG, YOUNG))))), True),
    ],
)
def test_a_condition_holds_by_its_facts(condition: Condition[Fact], verdict: bool) -> None:
    assert is_true(condition, answers(YOUNG_GUEST_WITH_LUNCH)) is verdict


def test_a_duty_without_a_condition_applies_to_everybody() -> None:
    every = (*duties(BOATS.node("sign")), *duties(BOATS.node("go")))
    assert [duty.what.text for duty in every if applies(duty, {})] == [
        "Carry a torch",
        "Lock the gate",
        "Carry a torch",
    ]


def test_every_way_through_a_tree_in_the_order_of_its_answers() -> None:
    keys = read("""\
tree keys "Keys"
    policy verbs
    basis clauses
    start lost

question lost "Have you lost it?"
    option yes "Yes" -> tell
    option no "No" -> end

step tell "Tell the porter"
    then -> which

route which
    when lost is yes -> day
    otherwise -> end

question day "Which day?"
    number 1 to 31
    then -> end

outcome end "End"
""")[1]
    ways = [[node.id for node in way.nodes] for way in paths(keys)]
    assert ways == [["lost", "tell", "which", "day", "end"], ["lost", "end"]]
    assert [dict(way.answers) for way in paths(keys)] == [
        answers({"lost": {"yes"}, "tell": {"done"}, "day": {"1"}}),
        answers({"lost": {"no"}}),
    ]


def test_answers_come_by_their_number_and_end_where_a_scalar_is_asked_for() -> None:
    short = read("""\
tree short "Short"
    policy verbs
    basis clauses
    start lost

question lost "Have you lost it?"
    option yes "Yes" -> tell
    option no "No" -> what

step tell "Tell the porter"
    then -> day

question what "What do you bring?"
    many map "A map"
    many rope "A rope"
    then -> end

question day "Which day?"
    number 1 to 31
    then -> end

outcome end "End"
""")[1]
    assert list(answers_by_length(short)) == [
        answers(given)
        for given in (
            {},
            {"lost": {"yes"}},
            {"lost": {"no"}},
            {"lost": {"yes"}, "tell": {"done"}},
            {"lost": {"no"}, "what": {"map"}},
            {"lost": {"no"}, "what": {"rope"}},
            {"lost": {"no"}, "what": {"map", "rope"}},
        )
    ]


def test_a_visit_is_passed_through() -> None:
    visit = Visit("other", Prose("Other", "Other"), "out")
    before = replace(BOATS, start="other", nodes=(visit, *BOATS.nodes))
    assert met({}, before) == ["other", "out"]


def test_a_question_with_one_option_takes_it() -> None:
    bell = read("""\
tree bell "Bell"
    policy verbs
    basis clauses
    start ring

question ring "Ring?"
    option yes "Yes" -> end

outcome end "End"
""")[1]
    assert met({"ring": {"yes"}}, bell) == ["ring", "end"]


def test_a_route_without_a_way_on_was_not_checked() -> None:
    lost = replace(BOATS, start="which", nodes=(Route("which", (), None),))
    with pytest.raises(AssertionError, match="which has no way on"):
        list(paths(lost))
