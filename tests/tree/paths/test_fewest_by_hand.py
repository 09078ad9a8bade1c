"""The fewest paths that show all of a tree: picked out by hand, however they are looked for."""

from __future__ import annotations

import pytest

from clausetree.tree.model import Tree
from clausetree.tree.paths.fewest import fewest_paths
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
    option crew "Crew" -> end

question age "How old?"
    number 1 to 17
    then -> sign

step sign "Sign"
    must you "Lock the gate" (1.1)
    then -> fork

route fork
    when age < 6 -> end
    otherwise -> bring

question bring "What?"
    many dog "Dog"
    many bike "Bike"
    then -> last

outcome end "End"

outcome last "Last"
    must you "Lock the gate" (1.1) when bring includes dog
"""
)[1]


def picked(tree: Tree) -> list[str]:
    return [
        ", ".join(f"{question} {'+'.join(sorted(answer))}" for question, answer in way.answers.items())
        for way in fewest_paths(tree)
    ]


WHOLE = [
    # Children on both sides of the limit; an adult; the crew. With a dog, and without one.
    "who child, age 5, sign done",
    "who child, age 6, sign done, bring bike",
    "who adult, sign done, bring bike+dog",
    "who crew",
]


def test_the_fewest_paths_show_every_node_answer_limit_and_duty() -> None:
    assert sorted(picked(FERRY)) in (
        sorted(WHOLE),
        sorted([WHOLE[0], WHOLE[1].replace("bike", "bike+dog"), WHOLE[2].replace("+dog", ""), WHOLE[3]]),
    )


def test_every_answer_of_a_path_counts() -> None:
    assert [way.dropped for way in fewest_paths(FERRY)] == [(), (), (), ()]


def test_they_come_in_the_order_of_the_tree() -> None:
    assert [path.split(",")[0] for path in picked(FERRY)] == ["who child", "who child", "who adult", "who crew"]


STRAIGHT = read(
    HEAD
    + """\
question who "Who?"
    option a "A" -> dog
    option b "B" -> end

question dog "Dog?"
    option yes "Yes" -> tell
    option no "No" -> end

step tell "Tell"
    must you "Lock the gate" (1.1) when dog is yes
    should you "Carry a torch" (1.3) when who is a
    then -> end

outcome end "End"
    may you "Bring a dog" (1.4) when dog is yes
"""
)[1]
THREE = ["who a, dog yes, tell done", "who a, dog no", "who b"]


def test_a_tree_without_two_ways_together_needs_every_path() -> None:
    assert picked(STRAIGHT) == THREE


def test_paths_that_are_too_many_to_compare_are_taken_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clausetree.tree.paths.fewest._FEW", 2)
    # The one that shows most comes first, then the one that adds most.
    assert picked(STRAIGHT) == ["who a, dog yes, tell done", "who a, dog no", "who b"]
    long = read(
        HEAD
        + """\
question who "Who?"
    option a "A" -> end
    option b "B" -> one
    option c "C" -> one

step one "One"
    then -> two

step two "Two"
    then -> end

outcome end "End"
"""
    )[1]
    assert picked(long) == ["who b, one done, two done", "who a", "who c, one done, two done"]


def test_as_many_paths_as_can_be_compared_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clausetree.tree.paths.fewest._FEW", 3)
    monkeypatch.setattr("clausetree.tree.paths.fewest._one_by_one", lambda *_: [])
    assert picked(STRAIGHT) == THREE
    monkeypatch.setattr("clausetree.tree.paths.fewest._FEW", 2)
    assert picked(STRAIGHT) == []


def test_where_duties_make_too_many_ways_they_are_shown_a_few_at_a_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("clausetree.tree.paths.fewest._MANY", 0)
    assert sorted(picked(STRAIGHT)) == sorted(THREE)
    assert {path.split(",")[0] for path in picked(FERRY)} == {"who child", "who adult", "who crew"}
    assert any("dog" in path for path in picked(FERRY))
    assert any("bring bike" in path and "dog" not in path for path in picked(FERRY))
    assert {"who child, age 5, sign done", "who crew"} <= set(picked(FERRY))
