"""What a reader is told to count who is led back, where no script counts for her."""

from __future__ import annotations

from clausetree.render.tree.back import to_count
from clausetree.tree.again import folded
from tests.tree.checking.test_visits import ROUND, tree_of
from tests.tree.readers import read

CHILDREN = """\
tree small "Small"
    policy verbs
    basis clauses
    start child

question child "Is the child hurt?"
    option yes "Yes" -> where
    option no "No" -> another

question where "Where?"
    many arm "Arm"
    many leg "Leg"
    then -> more

question more "Is there another injury?"
    option yes "Yes" -> where up to 3 times, then -> another
    option no "No" -> another

question another "Is there another child?"
    option yes "Yes" -> child up to 2 times, then -> end
    option no "No" -> end

outcome end "End"
"""
ANEW = "Each time you begin anew: what you answered from there on no longer counts."


def test_of_a_passage_within_another_it_says_when_to_count_anew() -> None:
    _, tree = read(CHILDREN)
    assert [*to_count(tree, "more")] == [
        "You can come to “Where?” 3 times in all, and as often again whenever you come back to “Is the child "
        f"hurt?”. Count them. {ANEW}"
    ]
    assert [*to_count(tree, "another")] == [
        f"You can come to “Is the child hurt?” 2 times in all. Count them. {ANEW}"
    ]


def test_points_go_on_within_a_visit_and_begin_anew_with_the_next() -> None:
    tree = folded(tree_of(ROUND))
    (inner,), (outer,) = to_count(tree, "ringing--reached"), to_count(tree, "more")
    assert inner.endswith(f"{ANEW} Points are added up over all times.")
    assert outer.endswith(f"{ANEW} Points begin at 0 each time.")
