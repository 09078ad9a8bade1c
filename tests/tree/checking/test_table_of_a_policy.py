"""A table that a policy prints: the procedure leads everybody as its lines do, read by hand."""

from __future__ import annotations

from itertools import chain, combinations, product
from pathlib import Path

import pytest

from clausetree.publish.sources.policies import load_policies
from clausetree.publish.sources.procedures import tree_sources
from clausetree.report.text import to_text
from clausetree.tree.checking.checks import read_trees
from clausetree.tree.model import Tree
from clausetree.tree.mutation.unnoticed import try_mutants
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.walk import walk

FOLDER = Path(__file__).resolve().parents[2] / "cases" / "tables" / "road-defects"
REGISTRY = load_policies(FOLDER / "docs").registry
(SOURCE,) = tree_sources(FOLDER / "trees")


@pytest.fixture(scope="module")
def tree() -> Tree:
    trees, found = read_trees([SOURCE], REGISTRY)
    assert [to_text(diagnostic) for diagnostic in found] == []
    return trees[0]


def repaired(danger: str, place: str, near: frozenset[str], depth: int) -> str:
    """Return how soon clause 2.1 has a defect repaired."""
    if danger == "yes":
        return "at-once"
    if (place == "main" and depth >= 100) or (place == "town" and depth >= 20):
        return "next-day"
    if near & {"school", "hospital"} and depth >= 40:
        return "next-day"
    if place == "main" and ("cycles" in near or depth >= 40) and depth >= 20:
        return "week"
    if place == "other" and depth >= 75:
        return "week"
    return "four-weeks" if depth >= 40 or (place == "footway" and depth >= 20) else "watched"


def test_every_defect_is_repaired_as_soon_as_the_policy_says(tree: Tree) -> None:
    kinds = ("school", "hospital", "cycles")
    several = chain.from_iterable(combinations(kinds, count) for count in (1, 2, 3))
    near = [frozenset({"neither"}), *map(frozenset, several)]
    depths = (0, 19, 20, 39, 40, 74, 75, 99, 100, 2000)
    ends = set[str]()
    for danger, place, beside, depth in product(
        ("yes", "no"), ("main", "other", "town", "footway"), near, depths
    ):
        answers = {"danger": {danger}, "place": {place}, "near": beside, "depth": {str(depth)}}
        end = walk(tree, {name: frozenset(answer) for name, answer in answers.items()}).at.id
        assert end == repaired(danger, place, beside, depth)
        ends.add(end)
    assert ends == {"at-once", "next-day", "week", "four-weeks", "watched"}


def test_scenarios_that_show_everything_notice_nearly_every_slip_in_it() -> None:
    syntax, _ = parse_tree(SOURCE)
    assert syntax
    found = list(try_mutants(syntax, REGISTRY, {"road-defects": ""}))
    assert {"`any` stood in this cell", "this row stood below the next"} <= {each.mutant.what for each in found}
    assert sum(each.noticed for each in found) / len(found) >= 0.95
