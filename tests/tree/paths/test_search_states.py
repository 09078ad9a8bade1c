"""Which search states a node has, and which of them a condition tells apart: worked out on small trees."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf

import pytest

from clausetree.tree.answers import Answer
from clausetree.tree.condition import And, Is, Not
from clausetree.tree.model import Compared, Picked, Route, Tree, duties
from clausetree.tree.paths.memory import Remembered
from clausetree.tree.paths.search_states import (
    SearchStates,
    TooManyStatesError,
    edges_in,
    few_at_a_time,
    open_branches,
    states_by_node,
    with_told,
)
from clausetree.tree.scalar import Sign
from clausetree.tree.scale import WHOLE
from tests.tree.readers import read

HEAD = """\
tree small "Small"
    policy verbs
    basis clauses
    start who

"""
FERRY = read(
    HEAD
    + """\
question who "Who are you?"
    option child "A child" -> car
    option adult "An adult" -> car
    option guide "A guide" -> car
    option crew "One of the crew" -> end
    option pilot "A pilot" -> end

question car "Do you bring a car?"
    option yes "Yes" -> weight
    option no "No" -> deck

question weight "How heavy is it?"
    number 1 to 100
    then -> deck

route deck
    when who is child -> end
    when weight > 30 -> lane
    otherwise -> end

step lane "Wait in the lane"
    then -> end

outcome end "Off you go"
"""
)[1]


def answered(*states: str) -> set[Remembered]:
    """Return what is remembered: "who child, weight 1"."""
    return {
        frozenset((p.split()[0], frozenset(p.split()[1:])) for p in state.split(", ") if p) for state in states
    }


def test_the_states_at_a_node_are_the_answers_that_a_condition_further_on_asks_for() -> None:
    assert states_by_node(FERRY) == {
        "who": answered(""),
        "car": answered("who child", "who adult"),
        "weight": answered("who child", "who adult"),
        "deck": answered(
            *("who child", "who child, weight 1", "who child, weight 31"),
            *("who adult", "who adult, weight 1", "who adult, weight 31"),
        ),
        "lane": answered(""),
        "end": answered(""),
    }


def test_more_states_than_are_wanted_are_too_many() -> None:
    # One, two, two, six, one and one, as above.
    assert sum(map(len, states_by_node(FERRY, 13).values())) == 13
    with pytest.raises(TooManyStatesError):
        states_by_node(FERRY, 12)


def test_numbers_are_told_apart_by_other_limits_too() -> None:
    ten = Compared("weight", Sign.LESS, WHOLE, 10)
    found = {dict(state).get("weight") for state in states_by_node(FERRY, also=[ten])["deck"]}
    assert found == {None, frozenset({"1"}), frozenset({"10"}), frozenset({"31"})}


def test_there_is_no_state_where_no_answers_lead() -> None:
    tree = read(FERRY_WITHOUT_CHILDREN)[1]
    assert states_by_node(tree)["slide"] == set()
    assert SearchStates(tree).at("slide") == set()
    assert SearchStates(tree).at("end") == answered("")


FERRY_WITHOUT_CHILDREN = (
    HEAD
    + """\
question who "Who are you?"
    option adult "An adult" -> deck
    option child "A child" -> end

route deck
    when who is child -> slide
    otherwise -> end

step slide "Go down the slide"
    then -> end

outcome end "Off you go"
"""
)


def offered(lines: str, condition: str) -> set[str]:
    """Return the answers that are told apart of a question with several, of which a route speaks."""
    tree = read(
        f"""{HEAD}question who "What do you bring?"
{lines}
    then -> sort

route sort
    when {condition} -> end
    otherwise -> end

outcome end "End"
"""
    )[1]
    return {"+".join(sorted(dict(state)["who"])) for state in states_by_node(tree)["sort"]}


DOG_CAT_HAT = '    many dog "Dog"\n    many cat "Cat"\n    many hat "Hat"'


@pytest.mark.parametrize(
    ("lines", "condition", "answers"),
    [
        (DOG_CAT_HAT, "who includes dog", "dog cat"),
        (DOG_CAT_HAT, "who includes dog and who includes cat", "dog cat cat+dog hat"),
        (
            DOG_CAT_HAT,
            "who includes dog or who includes cat or who includes hat",
            "dog cat hat cat+dog dog+hat cat+hat cat+dog+hat",
        ),
        (DOG_CAT_HAT + '\n    none bare "None"', "who includes dog", "dog cat"),
        (DOG_CAT_HAT + '\n    none bare "None"', "who is bare", "dog bare"),
        ('    many dog "Dog"\n    many cat "Cat"\n    none bare "None"', "not who includes dog", "dog cat"),
        ('    many dog "Dog"\n    none bare "None"', "who includes dog", "dog bare"),
    ],
)
def test_choices_of_which_no_condition_speaks_stand_for_one_another(
    lines: str, condition: str, answers: str
) -> None:
    assert offered(lines, condition) == set(answers.split())


def test_where_branches_overlap_every_way_is_gone() -> None:
    both = read(
        HEAD
        + """\
question who "Who?"
    option a "A" -> fork
    option b "B" -> fork
    option c "C" -> fork

route fork
    when who is a -> left
    when not who is b -> right
    otherwise -> ahead

route left
    when who is c -> ahead
    otherwise -> end

outcome right "Right"

outcome ahead "Ahead"

outcome end "End"
"""
    )[1]
    found = states_by_node(both)
    assert [len(found[node]) for node in ("left", "right", "ahead", "end")] == [1, 1, 1, 1]
    fork = both.node("fork")
    assert isinstance(fork, Route)
    opened = [open_branches(fork, {"who": frozenset({who})}) for who in "abc"]
    assert opened == [[0, 1], [], [1]]


def edges(tree: Tree, node: str, state: str) -> list[tuple[Answer | None, str, Remembered]]:
    (known,) = answered(state)
    return [(answer, target, remembered) for answer, (target, remembered) in edges_in(tree)((node, known))]


def test_each_way_on_says_what_is_answered_and_what_is_remembered() -> None:
    (nothing,), (child,), (adult,) = answered(""), answered("who child"), answered("who adult")
    assert edges(FERRY, "who", "") == [
        (frozenset({"child"}), "car", child),
        (frozenset({"adult"}), "car", adult),
        (frozenset({"crew"}), "end", nothing),
    ]
    assert edges(FERRY, "car", "who adult") == [
        (frozenset({"yes"}), "weight", adult),
        (frozenset({"no"}), "deck", adult),
    ]
    assert edges(FERRY, "deck", "who adult, weight 31") == [(None, "lane", nothing)]
    assert edges(FERRY, "deck", "who adult, weight 1") == [(None, "end", nothing)]
    assert edges(FERRY, "lane", "") == [(None, "end", nothing)]
    assert edges(FERRY, "end", "") == []


CHILD, HEAVY = Is(Picked("who", "child")), Is(Compared("weight", Sign.MORE, WHOLE, 30))
ADULT = Is(Picked("who", "adult"))


def asked(states: SearchStates, *conditions: Is[Picked | Compared] | And[Picked | Compared]) -> set[Remembered]:
    found = [frozenset(answers.items()) for answers in states.asked_of("deck", conditions)]
    assert len(found) == len(set(found))
    return set(found)


def test_a_condition_tells_apart_only_what_it_speaks_of() -> None:
    states = SearchStates(FERRY)
    assert asked(states, CHILD) == {
        frozenset({("who", frozenset({"child"}))}),
        frozenset({("who", frozenset())}),
    }
    assert asked(states, HEAVY) == answered("", "weight 1", "weight 31")
    assert len(asked(states, And((Not(CHILD), HEAVY)))) == 6
    assert len(asked(states, CHILD, HEAVY)) == 6
    assert asked(states) == answered("")


DUTIES = read(
    HEAD
    + """\
question who "Who?"
    option a "A" -> age
    option b "B" -> age

question age "How old?"
    number 1 to 100
    then -> bring

question bring "What?"
    many dog "Dog"
    many cat "Cat"
    then -> sort

route sort
    when age < 18 -> young
    otherwise -> end

outcome young "Young"
    must you "Lock the gate" (1.1) when who is a
    must you "Lock the barn" (1.1) when not who is a
    must you "Lock the shed" (1.1) when bring includes dog
    should you "Carry a torch" (1.3)

outcome end "End"
    may you "Bring a dog" (1.4) when age > 60
"""
)[1]


def told(tree: Tree) -> list[str]:
    return [duty.what.text for node in tree.nodes for duty in duties(node)]


def test_a_tree_is_taken_with_some_of_its_duties() -> None:
    first, *_, last = [duty for node in DUTIES.nodes for duty in duties(node)]
    assert told(with_told(DUTIES, {first, last})) == ["Lock the gate", "Bring a dog"]
    assert told(with_told(DUTIES, ())) == []
    assert len(DUTIES.nodes) == len(with_told(DUTIES, ()).nodes)


def test_duties_are_gone_through_together_where_they_are_few_enough() -> None:
    given: list[float] = []

    def find(few: Tree, at_most: float) -> list[str]:
        given.append(at_most)
        return told(few)

    (found,) = few_at_a_time(DUTIES, find, 7)
    assert len(found[0]) == 3
    assert found[1] == ["Lock the gate", "Lock the barn", "Lock the shed", "Bring a dog"]
    assert given == [7]


def test_duties_are_gone_through_by_halves_where_they_are_too_many() -> None:
    given: list[tuple[int, float]] = []

    def find(few: Tree, at_most: float) -> list[str]:
        given.append((len(told(few)), at_most))
        if len(told(few)) > 2:
            raise TooManyStatesError
        return told(few)

    found = [duties for _, duties in few_at_a_time(DUTIES, find, 7)]
    assert found == [["Lock the gate", "Lock the barn"], ["Lock the shed", "Bring a dog"]]
    assert given == [(4, 7), (2, inf), (2, 7)]


def test_a_tree_without_duties_on_conditions_has_nothing_to_go_through() -> None:
    assert list(few_at_a_time(FERRY, lambda few, _: told(few), 7)) == []


def young(states: SearchStates, conditions: Iterable[str]) -> dict[str, set[Remembered]]:
    """Return what the condition of each duty at `young` tells apart."""
    by_duty = {duty.what.text: duty.when for duty in duties(DUTIES.node("young")) if duty.when}
    return {
        text: {frozenset(_plain(answers)) for answers in states.asked_of("young", [by_duty[text]])}
        for text in conditions
    }


def _plain(answers: Mapping[str, Answer]) -> Iterable[tuple[str, Answer]]:
    return answers.items()


@pytest.mark.parametrize("many", [4_096, 0])
def test_a_duty_is_asked_about_all_that_it_tells_apart_however_many_duties_there_are(
    many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clausetree.tree.paths.search_states._MANY", many)
    monkeypatch.setattr("clausetree.tree.paths.search_states._OFTEN", 0)
    states = SearchStates(DUTIES)
    whose = {frozenset({("who", frozenset({"a"}))}), frozenset({("who", frozenset[str]())})}
    assert young(states, ["Lock the gate", "Lock the barn", "Lock the shed"]) == {
        "Lock the gate": whose,
        "Lock the barn": whose,
        "Lock the shed": {
            frozenset({("bring", frozenset({"dog"}))}),
            frozenset({("bring", frozenset[str]())}),
        },
    }


def test_where_duties_are_too_many_the_states_of_the_routes_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    assert SearchStates(DUTIES).at("young") == answered(
        *("who a, bring dog", "who a, bring cat", "who b, bring dog", "who b, bring cat")
    )
    monkeypatch.setattr("clausetree.tree.paths.search_states._MANY", 1)
    monkeypatch.setattr("clausetree.tree.paths.search_states._OFTEN", 0)
    states = SearchStates(DUTIES)
    assert states.at("young") == answered("")
    # The limits of the duties tell ages apart where routes come to speak of them.
    assert states.at("bring") == answered("age 1", "age 18", "age 61")
