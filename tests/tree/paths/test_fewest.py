"""The fewest paths show all of a tree, and the scenarios written of them hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from clausetree.history.registry import Registry
from clausetree.publish.sources.policies import load_policies
from clausetree.publish.sources.procedures import tree_sources
from clausetree.render.tree.as_written import plain, quoted, scenario_of
from clausetree.report.diagnostic import Severity
from clausetree.report.source import Source
from clausetree.report.text import to_text
from clausetree.tree.checking.checks import check_tree, read_trees
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.markdown.prose import phrase
from clausetree.tree.model import ManyOf, OneOf, Tree
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.paths.cover import smallest
from clausetree.tree.paths.fewest import _one_by_one, fewest_paths
from clausetree.tree.paths.shown import PathCoverage
from clausetree.tree.paths.state_graph import state_graph
from clausetree.tree.syntax import TreeSyntax
from clausetree.tree.walk import Walk, paths
from tests.tree.small_trees import again_tree, round_tree, small_tree

ROOT = Path(__file__).resolve().parents[3]
OURS, CASES = tree_sources(ROOT / "trees"), tree_sources(ROOT / "tests" / "cases" / "valid")

VERBS = load_policies(ROOT / "tests" / "cases" / "docs").registry


@pytest.fixture(scope="module")
def registry(made_up: Registry) -> Registry:
    """The policies of the site and of the cases."""
    ours = load_policies(ROOT / "docs").registry
    return Registry([*ours, *made_up], {**ours.links, **made_up.links})


def as_written(source: Source, registry: Registry, calendar: Calendar | None = None) -> Tree:
    syntax, _ = parse_tree(source)
    assert syntax
    names = {Path(other.name).stem: "Another" for other in (*OURS, *CASES)}
    tree, _ = check_tree(syntax, registry, names, calendar, _sound())
    assert tree
    return tree


@cache
def _sound() -> dict[str, TreeSyntax]:
    """Return the trees that others may visit."""
    parsed = [parse_tree(source)[0] for source in (*OURS, *CASES)]
    return {syntax.id.text: syntax for syntax in parsed if syntax}


def shown(tree: Tree, ways: list[Walk]) -> set[tuple[str, str]]:
    """Return every node that these paths visit, and every option that they take, whichever time."""
    return set(_shown(tree, ways))


def _shown(tree: Tree, ways: list[Walk]) -> Iterator[tuple[str, str]]:
    for way in ways:
        for node in way.nodes:
            name = tree.original(node.id)
            yield name, ""
            # Of a visit what its end decides is shown, and not each end.
            if isinstance(node, ManyOf) or (isinstance(node, OneOf) and not node.visits):
                yield from ((name, option) for option in way.answers[node.id])


@pytest.mark.parametrize("source", [*OURS, *CASES], ids=lambda source: source.name)
def test_the_fewest_paths_show_all_that_any_path_shows(source: Source, registry: Registry) -> None:
    tree = as_written(source, registry)
    every = list(paths(tree))
    assert shown(tree, fewest_paths(tree)) == shown(tree, every)


@pytest.mark.parametrize("source", [*OURS, *CASES], ids=lambda source: source.name)
def test_what_is_chosen_one_by_one_shows_as_much(source: Source, registry: Registry) -> None:
    tree = as_written(source, registry)
    chosen = list(_one_by_one(PathCoverage(tree), state_graph(tree, beside_limits=True)))
    things = {(tree.original(stop[0]), "") for path in chosen for stop, _ in path}
    assert things == {thing for thing in shown(tree, list(paths(tree))) if not thing[1]}
    assert len(chosen) >= len(fewest_paths(tree))


@pytest.mark.parametrize("source", OURS + CASES, ids=lambda source: source.name)
def test_scenarios_written_of_them_hold_and_leave_nothing_unvisited(
    source: Source, registry: Registry, made_up_calendar: Calendar
) -> None:
    bare = re.sub(r"^scenario .*\r?\n(?:(?:[ \t#].*)?\r?\n)*", "", source.text, flags=re.MULTILINE)
    tree = as_written(source, registry, made_up_calendar)
    blocks = [scenario_of(tree, way, made_up_calendar) for way in fewest_paths(tree)]
    text = bare.rstrip() + "\n\n" + "\n".join(blocks)
    others = [other for other in (*OURS, *CASES) if other is not source]
    _, found = read_trees([Source(source.name, text), *others], registry, made_up_calendar)
    assert [to_text(diagnostic) for diagnostic in found] == []


@given(small_tree() | round_tree() | again_tree())
def test_the_fewest_scenarios_of_any_sound_tree_hold_and_visit_all(text: str) -> None:
    source = Source("small.tree", text)
    found = [d for d in read_trees([source], VERBS)[1] if d.severity is Severity.ERROR]
    assume(not found)
    tree = as_written(source, VERBS)
    blocks = [scenario_of(tree, way) for way in fewest_paths(tree)]
    _, told = read_trees([Source("small.tree", text + "\n" + "\n".join(blocks))], VERBS)
    # What a random tree is warned of is its own affair; its scenarios must hold and leave nothing out.
    assert [to_text(d) for d in told if d.code[:2] == "T6" or d.code == "T905"] == []


def test_both_numbers_beside_each_limit_are_taken() -> None:
    text = """\
tree ticket "Your ticket"
    policy verbs
    basis clauses
    start age

question age "How old are you?"
    cites 1.1
    number 0 to 120 "years"
    then -> sort

route sort
    when age < 5 -> free
    when age >= 5 and age <= 65 -> full
    otherwise -> free

outcome free "Nothing to pay"
    cites 1.1

outcome full "The full price"
    cites 1.1
"""
    few = fewest_paths(as_written(Source("ticket.tree", text), VERBS))
    assert sorted(int(age) for way in few for age in way.answers["age"]) == [4, 5, 65, 66]


@given(st.lists(st.frozensets(st.integers(0, 7), min_size=1), min_size=1, max_size=8))
def test_a_smallest_cover_is_one(sets: list[frozenset[int]]) -> None:
    everything = frozenset().union(*sets)
    chosen = smallest(sets)
    assert frozenset().union(*(sets[at] for at in chosen)) == everything
    fewer = combinations(sets, len(chosen) - 1)
    assert not any(frozenset().union(*some) == everything for some in fewer)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=12))
def test_any_words_can_be_written_so_that_they_are_read_as_they_are(words: str) -> None:
    for chars in (words, "".join(f"{char}\\*_[]&amp;" for char in words)):
        wanted = " ".join(chars.split())
        assert phrase(plain(wanted)).text == wanted or not wanted
        line = f"    tree x {quoted(plain(wanted))}\n"
        assert line.count('"') >= 2
