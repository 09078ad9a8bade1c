"""A slip in what is said once is one slip, wherever it is used."""

from __future__ import annotations

from clausetree.report.source import Source
from clausetree.tree.mutation.mutants import mutants
from clausetree.tree.parsing.parser import parse_tree

TREE = """\
tree small "Small"
    policy verbs
    basis clauses
    start place
    fact far "It is far" when place is farm

question place "Where?"
    option farm "A farm" -> told
    option home "A home" -> end

step told "Tell somebody"
    uses locks
    then -> end

outcome end "The end"
    must you "Lock the gate" (1.1) when far and place is farm
    uses locks

shared locks
    must you "Lock the door" (1.1)
"""


def found() -> list[tuple[str, str, tuple[str, ...]]]:
    syntax, problems = parse_tree(Source("small.tree", TREE))
    assert syntax
    assert problems == []
    return [
        (TREE[mutant.span.start : mutant.span.end], mutant.what, mutant.nodes) for mutant in mutants(syntax)
    ]


def test_a_shared_duty_is_left_out_in_all_places_at_once() -> None:
    left_out = [
        nodes for where, what, nodes in found() if "door" in where and what == "this duty were left out"
    ]
    assert left_out == [("told", "end")]


def test_a_fact_that_is_left_out_of_a_condition_is_shown_where_it_is_left_out() -> None:
    (where,) = [where for where, what, _ in found() if what == "`far` were left out of this"]
    assert where == "far and place is farm"
