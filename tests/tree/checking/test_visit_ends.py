"""Where a visit ended: the tree that asks for it, and the one in which the visit is made, say the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from hypothesis import given

from clausetree.report.source import Source
from clausetree.tree.answers import DONE, Answer, Answers
from clausetree.tree.checking.checks import check_tree
from clausetree.tree.checking.resolve import resolve
from clausetree.tree.checking.visit_ends import with_ends
from clausetree.tree.checking.visits import expand
from clausetree.tree.condition import And, Condition, Is, Named, Not, Or, settled
from clausetree.tree.model import (
    Compared,
    ManyOf,
    Measure,
    OneOf,
    OtherTree,
    Outcome,
    Points,
    Route,
    Step,
    Told,
    Tree,
    told,
)
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.paths.search_states import SearchStates, states_by_node
from clausetree.tree.procedures import Procedures
from clausetree.tree.scalar import Sign
from clausetree.tree.scale import WHOLE
from clausetree.tree.syntax import TreeSyntax
from clausetree.tree.truth import is_true
from clausetree.tree.walk import conditions, possible_answers, told_on, walk
from tests.tree.readers import VERBS, arrivals
from tests.tree.small_trees import Visiting, visiting_tree


@dataclass(frozen=True, slots=True)
class Both:
    """A tree before its visit is made, and behind."""

    own: Tree
    whole: Tree


def parsed(text: str) -> TreeSyntax:
    syntax, problems = parse_tree(Source("small.tree", text))
    assert syntax
    assert problems == []
    return syntax


def both(drawn: Visiting) -> Both:
    visited, visitor = parsed(drawn.visited), parsed(drawn.visitor)
    other, problems = check_tree(visited, VERBS, {})
    assert other, problems
    syntax = with_ends(visitor, {other.id: visited})
    own, problems = resolve(syntax, VERBS, {other.id: "Other"})
    assert own, (drawn.visitor, problems)
    return Both(own, expand(own, {other.id: other}))


def ways(tree: Tree) -> Iterator[Answers]:
    """Yield the answers of every reader until she ends, or finds no way on."""
    waiting: list[dict[str, Answer]] = [{}]
    while waiting:
        answers = waiting.pop()
        node = walk(tree, answers).at
        if isinstance(node, OneOf | ManyOf | Measure | Step):
            waiting += ({**answers, node.id: one} for one in possible_answers(tree, node))
        else:
            yield answers


def as_own(tree: Both, answers: Answers) -> dict[str, Answer]:
    """Return answers as the tree is given them before its visit is made: where that ended, and not how."""
    found = {name: answer for name, answer in answers.items() if tree.own.has(name)}
    for name in answers:
        visit, joint, outcome = name.partition("--")
        if joint and outcome.startswith("end"):
            found[visit] = frozenset({outcome})
    return found


@given(visiting_tree())
def test_every_reader_comes_by_the_same_way_and_is_told_the_same(drawn: Visiting) -> None:
    tree = both(drawn)
    for answers in ways(tree.whole):
        made, asked = walk(tree.whole, answers), walk(tree.own, as_own(tree, answers))
        own = [node.id for node in made.nodes if tree.own.has(node.id)]
        assert own == [node.id for node in asked.nodes if node.id != drawn.visit]
        assert {name: made.totals.get(name, frozenset({"0"})) for name in asked.totals} == asked.totals
        said = [_bare(one) for one in told_on(tree.own, as_own(tree, answers))]
        assert said == [_bare(one) for one in told_on(tree.whole, answers) if one not in visited_duties(tree)]


def visited_duties(tree: Both) -> list[Told]:
    """Return what the outcomes of the visited tree tell."""
    return [one for node in tree.whole.nodes if not tree.own.has(node.id) for one in told(node)]


def _bare(one: Told) -> Told:
    """Return what is told, whatever its condition: of that the two trees have each its own words."""
    return replace(one, when=None)


@given(visiting_tree())
def test_the_checks_of_the_one_go_by_what_all_readers_of_the_other_say(drawn: Visiting) -> None:
    tree = both(drawn)
    states, tried = SearchStates(tree.own), arrivals(tree.whole)
    for node in tree.own.nodes:
        if node.id == drawn.visit:
            continue
        made = tree.whole.node(node.id)
        for asked, done in zip(conditions(node), conditions(made), strict=True):
            if isinstance(node, OneOf | ManyOf | Measure):
                continue  # it goes by its own answer, too
            expected = {is_true(done, dict(said)) for said in tried[node.id]}
            assert {is_true(asked, dict(said)) for said in states.at(node.id)} == expected


@given(visiting_tree())
def test_the_search_states_where_it_was_made_tell_apart_what_all_readers_are_told(drawn: Visiting) -> None:
    tree = both(drawn).whole
    found, tried = states_by_node(tree), arrivals(tree)
    for node in tree.nodes:
        asked = [*conditions(node)] if isinstance(node, Route | Step | Outcome) else []
        assert {tuple(is_true(one, dict(said)) for one in asked) for said in found[node.id]} == {
            tuple(is_true(one, dict(said)) for one in asked) for said in tried[node.id]
        }


def test_points_of_a_visit_stand_where_it_ends_with_what_is_left_of_their_conditions(
    examples: Procedures,
) -> None:
    tree = whole(examples, "data-incident")
    many = Compared("how-many", Sign.AT_LEAST, WHOLE, 1000)
    assert {end: adds(tree, f"breach-severity--{end}") for end in ("high", "some", "none")} == {
        "high": (Points("weight", 2), Points("weight", 1, Is(many))),
        "some": (Points("weight", 1, Is(many)),),
        "none": (),
    }


def test_what_a_visited_tree_asks_of_its_own_visits_goes_by_its_own_names(examples: Procedures) -> None:
    tree = whole(examples, "lost-laptop")
    inner, outer = tree.node("data-incident--breach-severity--high"), tree.node("data-incident--alarm")
    assert isinstance(inner, Step)
    assert isinstance(outer, Step)
    assert inner.ends == OtherTree("data-incident--breach-severity", "How bad the breach is for people")
    assert outer.ends == OtherTree("data-incident", "Data was lost or seen")
    table = tree.node("data-incident--sort")
    assert isinstance(table, Route)
    assert table.columns == (
        *("data-incident--breach-severity", "data-incident--stopped"),
        "data-incident--weight",
    )


def test_a_reader_of_two_visits_comes_where_the_inner_one_sends_her(examples: Procedures) -> None:
    tree = whole(examples, "lost-laptop")
    said = {"data": "yes", "aware": "2026-03-02T09:00", "how-many": "1000", "stopped": "yes"}
    said |= {"breach-severity--what": "health", "breach-severity--locked": "yes"}
    answers = {
        name if name == "data" else f"data-incident--{name}": frozenset({one}) for name, one in said.items()
    }
    answers |= {node.id: DONE for node in tree.nodes if isinstance(node, Step)}
    way = walk(tree, answers)
    assert way.at.id == "police"
    assert way.totals == {"data-incident--weight": frozenset({"3"})}


def test_points_of_a_visit_that_is_made_again_add_up(examples: Procedures) -> None:
    tree = whole(examples, "children-at-home")
    # The first child is in danger, and the second is well.
    said = {"children": "yes", "child-at-risk--hurt": "yes", "another": "yes"}
    said |= {"child-at-risk--hurt---2": "no", "child-at-risk--fed---2": "yes", "another---2": "no"}
    answers = {name: frozenset({one}) for name, one in said.items()}
    answers |= {node.id: DONE for node in tree.nodes if isinstance(node, Step)}
    way = walk(tree, answers)
    assert way.at.id == "ring"
    assert way.totals["at-risk"] == frozenset({"1"})
    duties = [duty.what.text for duty in way.duties]
    assert "Say what you saw" in duties
    # It would be due if the last child were in danger.
    assert "Stay with the child" not in duties


def whole(examples: Procedures, tree_id: str) -> Tree:
    found = examples.find(tree_id)
    assert found
    return found.tree


def adds(tree: Tree, node_id: str) -> tuple[Points, ...]:
    node = tree.node(node_id)
    assert isinstance(node, Step)
    return node.adds


A, B = "a", "b"


@pytest.mark.parametrize(
    ("condition", "left"),
    [
        (Is(A), True),
        (Not(Is(A)), False),
        (Is(B), Is(B)),
        (Not(Is(B)), Not(Is(B))),
        (And((Is(A), Is(B))), Is(B)),
        (And((Is(A), Is(A))), True),
        (And((Not(Is(A)), Is(B))), False),
        (And((Is(A), Is(B), Not(Is(B)))), And((Is(B), Not(Is(B))))),
        (Or((Is(A), Is(B))), True),
        (Or((Not(Is(A)), Is(B))), Is(B)),
        (Or((Not(Is(A)), Not(Is(A)))), False),
        (Named("n", "N", Is(A)), True),
        (Named("n", "N", And((Is(A), Is(B)))), Named("n", "N", And((Is(A), Is(B))))),
    ],
    ids=str,
)
def test_what_is_left_of_a_condition_once_a_is_known_to_be_true(
    condition: Condition[str], left: Condition[str] | bool
) -> None:
    assert settled(condition, lambda fact: True if fact == A else None) == left
