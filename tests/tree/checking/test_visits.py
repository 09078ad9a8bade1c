"""A visited tree that leads back, within a tree that leads back to the visit: each goes on by itself."""

from __future__ import annotations

import pytest

from clausetree.report.source import Source
from clausetree.tree.again import folded, unrolled
from clausetree.tree.answers import Answer
from clausetree.tree.checking.checks import read_trees
from clausetree.tree.model import OneOf, Outcome, Tree
from clausetree.tree.walk import Walk, walk
from tests.tree.readers import VERBS

RINGING = """\
tree ringing "Ringing"
    policy verbs
    basis clauses
    start ring
    total calls "the calls"

step ring "Ring"
    then -> reached

question reached "Did you reach anybody?"
    option yes "Yes" -> done
    option no "No" adds 1 to calls -> ring up to 3 times, then -> done

outcome done "Done"
    must you "Lock the door" (1.1) when calls > 1
"""
ROUND = """\
tree round "Round"
    policy verbs
    basis clauses
    start ringing

visit ringing then -> more

question more "Is there anybody else?"
    option yes "Yes" -> ringing up to 2 times, then -> end
    option no "No" -> end

outcome end "End"
"""
AT_ONCE = """\
tree round "Round"
    policy verbs
    basis clauses
    start ringing

visit ringing then -> ringing up to 2 times, then -> end

outcome end "End"
"""


def tree_of(text: str) -> Tree:
    trees, _ = read_trees([Source("ringing.tree", RINGING), Source("round.tree", text)], VERBS)
    return next(tree for tree in trees if tree.id == "round")


def followed(tree: Tree, *given: str) -> Walk:
    """Return the way of a reader who gives these answers, one after the other, and does each step."""
    answers: dict[str, Answer] = {}
    left = list(given)
    while not isinstance(node := walk(tree, answers).at, Outcome):
        answers[node.id] = frozenset({left.pop(0) if isinstance(node, OneOf) else "done"})
    assert not left
    return walk(tree, answers)


@pytest.mark.parametrize(
    ("given", "rings", "calls", "duties"),
    [
        (["yes", "no"], 1, "0", 0),
        (["no", "yes", "no"], 2, "1", 0),
        # What is counted within a visit goes on as long as that lasts.
        (["no", "no", "yes", "no"], 3, "2", 1),
        (["no", "no", "no", "no"], 3, "3", 1),
        # The next visit begins at 0, and may ring as often again.
        (["no", "no", "no", "yes", "no", "yes", "no"], 5, "1", 1),
        (["no", "no", "no", "yes", "no", "no", "no", "yes"], 6, "3", 1),
        (["yes", "yes", "no", "no", "no", "yes"], 4, "3", 1),
    ],
    ids=str,
)
def test_a_visit_may_lead_back_as_often_each_time(
    given: list[str], rings: int, calls: str, duties: int
) -> None:
    tree = tree_of(ROUND)
    way = followed(tree, *given)
    assert [tree.original(node.id) for node in way.nodes].count("ringing--ring") == rings
    assert way.totals == {"ringing--calls": frozenset({calls})}
    assert len(way.duties) == duties


def test_a_visit_may_lead_back_to_itself() -> None:
    tree = tree_of(AT_ONCE)
    way = followed(tree, "no", "yes", "no", "no", "no")
    assert [tree.original(node.id) for node in way.nodes].count("ringing--ring") == 5
    assert way.totals == {"ringing--calls": frozenset({"3"})}


@pytest.mark.parametrize("text", [ROUND, AT_ONCE])
def test_passages_of_two_trees_fold_into_what_they_were(text: str) -> None:
    tree = tree_of(text)
    assert unrolled(folded(tree)) == tree
    assert not [node for node in folded(tree).nodes if "---" in node.id]
