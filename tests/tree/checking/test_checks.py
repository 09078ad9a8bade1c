"""What the checker says of small trees is what trying every answer says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from clausetree.report.span import Span
from clausetree.tree.answers import Answer
from clausetree.tree.checking.checks import check_tree
from clausetree.tree.condition import facts
from clausetree.tree.graph import in_order, loops, reachable
from clausetree.tree.model import OneOf, Route, Tree, targets, told
from clausetree.tree.paths.fewest import fewest_paths
from clausetree.tree.paths.search_states import SearchStates, open_branches, states_by_node
from clausetree.tree.paths.shown import PathCoverage
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.scenarios import NoScenario
from clausetree.tree.problems.shape import (
    AlwaysTrue,
    AskedLater,
    NeverTrue,
    OtherwiseUnused,
    Overlap,
    SameWay,
    Uncovered,
    Unreachable,
)
from clausetree.tree.problems.tables import FirstDecidesNothing, RowNeverFirst
from clausetree.tree.syntax import OutcomeSyntax, RouteSyntax, StepSyntax, ToldSyntax, TreeSyntax
from clausetree.tree.truth import is_true
from clausetree.tree.walk import conditions, paths
from tests.tree.readers import VERBS, Remembered, arrivals, goes_round, journeys, read
from tests.tree.small_trees import round_tree, small_tree, wild_tree

TREES = small_tree() | round_tree() | wild_tree()


@given(TREES)
def test_cases_stand_for_all_answers_and_no_others(text: str) -> None:
    _, tree = read(text)
    assume(not _some_reader_goes_round(tree))
    found, tried = states_by_node(tree), arrivals(tree)
    for node in tree.nodes:
        stood_for = {_verdicts(tree, node.id, case) for case in found[node.id]}
        assert stood_for == {_verdicts(tree, node.id, said) for said in tried[node.id]}, node.id


@given(TREES)
def test_where_cases_are_many_duties_are_judged_few_at_a_time_and_told_the_same(text: str) -> None:
    syntax, tree = read(text)
    assume(not _some_reader_goes_round(tree))
    together = _judged(syntax, tree)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("clausetree.tree.paths.search_states._MANY", 1)
        patch.setattr("clausetree.tree.paths.search_states._OFTEN", 0)
        patch.setattr("clausetree.tree.paths.fewest._MANY", 1)
        assert _judged(syntax, tree) == together


def _judged(syntax: TreeSyntax, tree: Tree) -> tuple[object, ...]:
    """Return what is told, but for examples (one of several), what can be shown, and what few paths show."""
    checked, problems = check_tree(syntax, VERBS, {})
    shows = PathCoverage(tree)
    sound = checked and not any(isinstance(problem, NeverTrue | Overlap | Uncovered) for problem in problems)
    few = {thing for way in fewest_paths(tree) for thing in shows.by(way)} if sound else set()
    return [_place(problem) for problem in problems], shows.possible(SearchStates(tree)), few


def _verdicts(tree: Tree, node: str, said: Remembered) -> tuple[bool, ...]:
    return tuple(is_true(condition, dict(said)) for condition in conditions(tree.node(node)))


def _some_reader_goes_round(tree: Tree) -> bool:
    return any(goes_round(way) for way, _ in journeys(tree))


@given(TREES)
def test_the_verdicts_are_those_of_trying_everything(text: str) -> None:
    syntax, tree = read(text)
    assume(not _some_reader_goes_round(tree))
    checked, problems = check_tree(syntax, VERBS, {})
    found = [problem for problem in problems if not isinstance(problem, NoScenario)]
    lonely = {problem.node for problem in found if isinstance(problem, Unreachable)}
    idle = {node.id for node in tree.nodes} - reachable(_ways(tree), tree.start)
    if checked is None:
        assert found
        assert lonely == idle
        for problem in found:
            assert isinstance(problem, Unreachable) or _asked_later(problem, tree)
        return
    assert not idle
    tried = arrivals(tree)
    unmet = {node for node, said in tried.items() if not said}
    assert lonely <= unmet
    assert not unmet or lonely or any(isinstance(problem, NeverTrue | RowNeverFirst) for problem in found)
    assert all(_shows(problem, tree, tried) for problem in found if isinstance(problem, Overlap | Uncovered))
    assert {_place(problem) for problem in found} - {(Unreachable, span) for span in _spans(syntax)} == {
        _place(problem) for problem in _expected(syntax, tree, tried)
    }


@given(TREES)
def test_a_tree_without_errors_leads_everybody_to_an_outcome_and_has_no_idle_node(text: str) -> None:
    syntax, _ = read(text)
    tree, problems = check_tree(syntax, VERBS, {})
    if tree and all(
        isinstance(problem, NoScenario | AlwaysTrue | FirstDecidesNothing | OtherwiseUnused | SameWay)
        for problem in problems
    ):
        met = {node.id for way in paths(tree) for node in way.nodes}
        assert met == {node.id for node in tree.nodes}


NAMES = st.integers(0, 7).map(str)


@given(st.dictionaries(NAMES, st.lists(NAMES, max_size=3)))
def test_loops_are_found_wherever_there_are_any(drawn: dict[str, list[str]]) -> None:
    ways = {node: [target for target in targets if target in drawn] for node, targets in drawn.items()}
    found = loops(ways)
    for loop in found:
        assert all(target in ways[node] for node, target in pairwise([*loop, loop[0]]))
        assert len(set(loop)) == len(loop)
    order = in_order(ways)
    assert bool(found) == (len(order) < len(ways))
    place = {node: at for at, node in enumerate(order)}
    assert all(place[node] < place[target] for node in order for target in ways[node] if target in place)
    # What the loops leave over has no loop any more.
    met = {node for loop in found for node in loop}
    rest = {node: [t for t in targets if t not in met] for node, targets in ways.items() if node not in met}
    assert loops(rest) == []


def _ways(tree: Tree) -> dict[str, tuple[str, ...]]:
    return {node.id: targets(node) for node in tree.nodes}


def _asked_later(problem: TreeProblem, tree: Tree) -> bool:
    if not isinstance(problem, AskedLater):
        return False
    further = {node for target in _ways(tree)[problem.question] for node in reachable(_ways(tree), target)}
    return problem.node not in further


def _shows(problem: Overlap | Uncovered, tree: Tree, tried: Mapping[str, set[Remembered]]) -> bool:
    """Return whether the example that the author is shown can be given, and shows the fault."""
    route = tree.node(problem.route)
    assert isinstance(route, Route)
    parts = (one.split(": ") for one in problem.example)
    example = {question: frozenset(picked.split(", ")) for question, picked in parts}
    ways = 0 if isinstance(problem, Uncovered) else 2
    return any(
        example.items() <= dict(said).items() and min(len(open_branches(route, dict(said))), 2) == ways
        for said in tried[route.id]
    )


def _expected(syntax: TreeSyntax, tree: Tree, tried: Mapping[str, set[Remembered]]) -> Iterator[TreeProblem]:
    for written in syntax.nodes:
        node = tree.node(written.id.text)
        said = [dict(answers) for answers in tried[node.id]]
        if isinstance(node, OneOf) and len({o.goes_to for o in node.options}) < min(len(node.options), 2):
            asked = {fact.question for other in tree.nodes for c in conditions(other) for fact in facts(c)}
            yield from [] if node.id in asked else [SameWay(written.id.span, node.id)]
        if isinstance(written, RouteSyntax) and isinstance(node, Route) and said:
            yield from _expected_of_route(written, node, said)
        if isinstance(written, StepSyntax | OutcomeSyntax):
            lines: tuple[ToldSyntax, ...] = (*written.duties, *written.notes, *written.contacts, *written.links)
            for one, line in zip(told(node), lines, strict=True):
                verdicts = {is_true(one.when, answers) for answers in said} if one.when else set()
                if line.when and verdicts in ({True}, {False}):
                    yield (AlwaysTrue if True in verdicts else NeverTrue)(line.when.span)


def _expected_of_route(
    written: RouteSyntax, route: Route, said: list[dict[str, Answer]]
) -> Iterator[TreeProblem]:
    opened = [[is_true(branch.when, answers) for branch in route.branches] for answers in said]
    for at, line in enumerate(written.branches):
        if not any(verdicts[at] for verdicts in opened):
            yield NeverTrue(line.when.span)
        target = route.branches[at].goes_to
        firsts = {verdicts.index(True) for verdicts in opened if verdicts[at]}
        if written.first and firsts and at not in firsts:
            yield RowNeverFirst(line.when.span, ())
        if not written.first and any(route.branches[first].goes_to != target for first in firsts):
            yield Overlap(line.when.span, route.id, ())
    ends = [
        {branch.goes_to for branch, so in zip(route.branches, verdicts, strict=True) if so}
        for verdicts in opened
    ]
    if written.first and all(len(targets) < 2 for targets in ends):
        yield FirstDecidesNothing(written.first.span, route.id)
    covered = all(any(verdicts) for verdicts in opened)
    if written.otherwise and covered:
        yield OtherwiseUnused(written.otherwise.span, route.id)
    if not written.otherwise and not covered:
        yield Uncovered(written.id.span, route.id, ())


def _place(problem: TreeProblem) -> tuple[type[TreeProblem], Span]:
    return type(problem), problem.span


def _spans(syntax: TreeSyntax) -> list[Span]:
    return [node.id.span for node in syntax.nodes]
