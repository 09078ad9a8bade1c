"""The search states of a tree and the edges between them: drawn by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausetree.tree.model import Prose, Tree, Visit
from clausetree.tree.paths.memory import SearchState
from clausetree.tree.paths.search_states import TooManyStatesError
from clausetree.tree.paths.state_graph import answers_on, state_graph
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
question who "Who?"
    option child "A child" -> age
    option adult "An adult" -> sign
    option crew "Crew" -> sign

question age "How old?"
    number 1 to 17
    then -> sign

step sign "Sign"
    then -> fork

route fork
    when age < 6 -> end
    when who is crew -> end
    otherwise -> bring

question bring "What?"
    many dog "Dog"
    many bike "Bike"
    many cat "Cat"
    none bare "None"
    then -> last

outcome end "End"

outcome last "Last"
    must you "Lock the gate" (1.1) when bring includes dog
"""
)[1]


def name(state: SearchState) -> str:
    """Return a state in words: "fork(age 1, who child)"."""
    remembered = sorted(f"{question} {'+'.join(sorted(answer))}" for question, answer in state[1])
    return f"{state[0]}({', '.join(remembered)})" if remembered else state[0]


def drawn(tree: Tree, *, beside_limits: bool = False) -> dict[str, list[str]]:
    """Return the edges that lead on from each state: what is answered, and where that leads."""
    return {
        name(state): [f"{'+'.join(sorted(answer or ()))} -> {name(target)}" for answer, target in edges]
        for state, edges in state_graph(tree, beside_limits=beside_limits).edges.items()
    }


def test_each_state_leads_on_by_what_conditions_tell_apart() -> None:
    assert drawn(FERRY) == {
        "who": [
            "child -> age(who child)",
            "adult -> sign(who adult)",
            "crew -> sign(who crew)",
        ],
        "age(who child)": ["1 -> sign(age 1, who child)", "6 -> sign(age 6, who child)"],
        "sign(who adult)": ["done -> fork(who adult)"],
        "sign(who crew)": ["done -> fork(who crew)"],
        "sign(age 1, who child)": ["done -> fork(age 1, who child)"],
        "sign(age 6, who child)": ["done -> fork(age 6, who child)"],
        "fork(who adult)": [" -> bring"],
        "fork(who crew)": [" -> end"],
        "fork(age 1, who child)": [" -> end"],
        "fork(age 6, who child)": [" -> bring"],
        "bring": [
            "bike+cat -> last(bring bike+cat)",
            "bike+cat+dog -> last(bring bike+cat+dog)",
            "bare -> last(bring bare)",
        ],
        "end": [],
        "last(bring bike+cat)": [],
        "last(bring bike+cat+dog)": [],
        "last(bring bare)": [],
    }


def test_a_state_stands_before_those_that_it_leads_to() -> None:
    place = {state: at for at, state in enumerate(drawn(FERRY))}
    assert place["who"] == 0
    assert place["sign(who adult)"] < place["fork(who adult)"] < place["bring"] < place["last(bring bare)"]
    assert place["age(who child)"] < place["sign(age 1, who child)"]


def test_where_they_are_wanted_scalars_stand_on_both_sides_of_a_limit() -> None:
    assert drawn(FERRY, beside_limits=True)["age(who child)"] == [
        "5 -> sign(age 5, who child)",
        "6 -> sign(age 6, who child)",
    ]


def test_one_stands_for_a_stretch_of_scalars_unless_more_are_wanted() -> None:
    assert state_graph(FERRY) == state_graph(FERRY, beside_limits=False)


def test_a_visit_leads_on() -> None:
    visit = Visit("other", Prose("Other", "Other"), "bring")
    assert drawn(replace(FERRY, start="other", nodes=(visit, *FERRY.nodes)))["other"] == [" -> bring"]


def test_choices_of_other_questions_may_have_the_same_names() -> None:
    tree = read(
        HEAD
        + """\
question who "What do you bring?"
    many dog "Dog"
    many cat "Cat"
    then -> left

question left "What do you leave?"
    many dog "Dog"
    many hat "Hat"
    then -> fork

route fork
    when left includes dog -> end
    otherwise -> end

outcome end "End"
"""
    )[1]
    assert drawn(tree)["who"] == ["cat+dog -> left"]


def test_paths_are_counted_without_being_followed() -> None:
    # Crew, a child under six; an adult and an older child, each with three answers.
    assert state_graph(FERRY).count() == 1 + 1 + 2 * 3


def test_paths_come_in_the_order_of_the_tree_with_every_answer() -> None:
    paths = list(state_graph(FERRY).paths())
    assert [answers_on(path) for path in paths] == [
        {
            question: frozenset(picked.split("+"))
            for question, picked in (pair.split() for pair in way.split(", "))
        }
        for way in (
            "who child, age 1, sign done",
            "who child, age 6, sign done, bring bike+cat",
            "who child, age 6, sign done, bring bike+cat+dog",
            "who child, age 6, sign done, bring bare",
            "who adult, sign done, bring bike+cat",
            "who adult, sign done, bring bike+cat+dog",
            "who adult, sign done, bring bare",
            "who crew, sign done",
        )
    ]


def test_a_path_names_its_states_to_the_outcome_where_nothing_is_answered() -> None:
    first, *_ = state_graph(FERRY).paths()
    assert [(name(state), "+".join(answer or ())) for state, answer in first] == [
        ("who", "child"),
        ("age(who child)", "1"),
        ("sign(age 1, who child)", "done"),
        ("fork(age 1, who child)", ""),
        ("end", ""),
    ]


def test_more_edges_than_are_wanted_are_too_many() -> None:
    # Three, two, four steps, four routes and three, as above.
    assert state_graph(FERRY, at_most=16).count() == 8
    with pytest.raises(TooManyStatesError):
        state_graph(FERRY, at_most=15)


@pytest.mark.parametrize(
    ("choices", "condition", "answers"),
    [
        ("dog cat", "who includes dog and who includes cat", "dog cat cat+dog"),
        ("dog cat hat", "who includes dog", "cat+hat cat+dog+hat"),
        ("dog cat hat", "who includes dog and who includes cat", "hat dog+hat cat+hat cat+dog+hat"),
        ("dog cat bare", "who includes dog", "cat cat+dog bare"),
        ("dog bare", "who is bare", "dog bare"),
        ("dog bare", "who includes dog", "dog bare"),
    ],
)
def test_choices_of_which_no_condition_speaks_are_picked_together(
    choices: str, condition: str, answers: str
) -> None:
    lines = (f'    {"none" if one == "bare" else "many"} {one} "{one}"' for one in choices.split())
    asked = 'question who "What?"\n' + "\n".join(lines) + "\n    then -> fork\n\n"
    fork = f'route fork\n    when {condition} -> end\n    otherwise -> end\n\noutcome end "End"\n'
    tree = read(HEAD + asked + fork)[1]
    edges = state_graph(tree).edges[tree.start, frozenset()]
    assert ["+".join(sorted(answer or ())) for answer, _ in edges] == answers.split()


def test_a_drawing_with_a_circle_that_nobody_walks_has_its_states_in_order_too() -> None:
    tree = read(
        HEAD
        + """\
question who "Who?"
    option a "A" -> one
    option b "B" -> two

step one "One"
    then -> r1

route r1
    when who is a -> two
    otherwise -> end

step two "Two"
    then -> r2

route r2
    when who is b -> one
    otherwise -> end

outcome end "End"
"""
    )[1]
    found = drawn(tree)
    assert found == {
        "who": ["a -> one(who a)", "b -> two(who b)"],
        "two(who b)": ["done -> r2(who b)"],
        "r2(who b)": [" -> one(who b)"],
        "one(who b)": ["done -> r1(who b)"],
        "r1(who b)": [" -> end"],
        "one(who a)": ["done -> r1(who a)"],
        "r1(who a)": [" -> two(who a)"],
        "two(who a)": ["done -> r2(who a)"],
        "r2(who a)": [" -> end"],
        "end": [],
    }
    assert next(iter(found)) == "who"
    assert list(found)[-1] == "end"
    assert state_graph(tree).count() == 2
    with pytest.raises(TooManyStatesError):
        state_graph(tree, at_most=9)
    assert state_graph(tree, at_most=10).count() == 2
