"""What changed of a visit of whose end a tree speaks, and what of the tree that it visits."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from clausetree.render.review.compared import to_comparison
from clausetree.report.source import Source
from clausetree.tree.checking.checks import check_tree
from clausetree.tree.compare.trees import compare
from clausetree.tree.model import Tree
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.syntax import TreeSyntax
from tests.tree.readers import VERBS

VISITED = """\
tree check "The check"
    policy verbs
    basis clauses
    start seen

question seen "What did you see?"
    option grave "Something grave" -> danger
    option nothing "Nothing" -> safe

outcome danger "Danger"

outcome safe "Safe"
"""
WORSE = VISITED.replace(
    "    option nothing", '    option slight "Something slight" -> worry\n    option nothing'
).replace("outcome safe", 'outcome worry "A worry"\n\noutcome safe')
VISITOR = """\
tree house "A house"
    policy verbs
    basis clauses
    start home
    total score "the score"

question home "Is anybody at home?"
    option yes "Yes" -> check
    option no "No" -> leave

visit check then -> sort
    adds 1 to score when check is danger

route sort
    when check is danger -> ring
    otherwise -> leave

outcome ring "Ring"
    must you "Lock the door" (1.1)

outcome leave "Leave"
"""
SILENT = VISITOR.replace("    adds 1 to score when check is danger\n", "").replace(
    "when check is danger", "when home is yes"
)


def version(visitor: str, visited: str = VISITED) -> Tree:
    tree, _ = check_tree(_syntax(visitor), VERBS, {"check": "The check"}, None, _sound(visited))
    assert tree
    return tree


def _sound(visited: str) -> Mapping[str, TreeSyntax]:
    return {"check": _syntax(visited)}


def _syntax(text: str) -> TreeSyntax:
    syntax, problems = parse_tree(Source("some.tree", text))
    assert syntax
    assert problems == []
    return syntax


SAID = {
    "an outcome that is new": (
        VISITOR,
        WORSE,
        ["The procedure “The check” can end with “A worry” now."],
    ),
    "points": (
        VISITOR.replace("adds 1", "adds 2"),
        VISITED,
        [
            "The procedure “The check” added 1 to the score if “The check” ended with “Danger”, "
            "and adds 2 to the score if “The check” ended with “Danger” now."
        ],
    ),
    "a condition": (
        VISITOR.replace("when check is danger ->", "when check is not danger ->"),
        VISITED,
        [
            "A route decides otherwise. Before: if “The check” ended with “Danger”, “Ring”; "
            "in every other case “Leave”. "
            "Now: if “The check” did not end with “Danger”, “Ring”; in every other case “Leave”.",
            "Readers who answer “Yes” to “Is anybody at home?” and for whom “The check” ended with “Danger” "
            "ended at the outcome “Ring”, and end at the outcome “Leave” now.",
            "Readers who answer “Yes” to “Is anybody at home?” and for whom “The check” ended with “Safe” "
            "ended at the outcome “Leave”, and end at the outcome “Ring” now.",
        ],
    ),
    "where it leads": (
        VISITOR.replace("then -> sort", "then -> between").replace(
            "route sort", 'step between "Stay"\n    then -> sort\n\nroute sort'
        ),
        VISITED,
        [
            "The procedure “The check” led on to the route (if “The check” ended with “Danger”, “Ring”; "
            "in every other case “Leave”), and leads on to the step “Stay” now.",
            "New: the step “Stay”.",
        ],
    ),
}


@pytest.mark.parametrize("change", SAID)
def test_it_is_said_so(change: str) -> None:
    visitor, visited, sentences = SAID[change]
    old, new = version(VISITOR), version(visitor, visited)
    lines = to_comparison(old, new, compare(old, new)).splitlines()
    said = [line.removeprefix("- ") for line in lines if line.startswith("- ")]
    assert [one for one in sentences if one not in said] == []
    assert not any("question" in line for line in said), "a visit is none"


def test_an_outcome_that_is_gone_is_told() -> None:
    old, new = version(VISITOR, WORSE), version(VISITOR)
    assert "- The procedure “The check” cannot end with “A worry” any more.\n" in to_comparison(
        old, new, compare(old, new)
    )


def test_to_speak_of_the_end_of_a_visit_makes_no_other_node_of_it() -> None:
    old, new = version(SILENT.replace("    total score", "    role x")), version(VISITOR)
    said = to_comparison(old, new, compare(old, new))
    assert "was a" not in said
    assert "- The procedure “The check” added nothing, and adds 1 to the score" in said


def test_nothing_changed_is_said_to_be_so() -> None:
    assert compare(version(VISITOR), version(VISITOR)) == []
