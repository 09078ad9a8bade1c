"""A fact that has a name says no more and no less than what it stands for."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import assume, given

from clausetree.render.tree.phrasing import condition_phrase
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.checking.checks import check_tree
from clausetree.tree.compare.changes import Reworded, Wording
from clausetree.tree.compare.trees import compare
from clausetree.tree.condition import Named
from clausetree.tree.model import Route, Tree
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.problems.names import FactTooLong, UnknownFact
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.walk import walk
from clausetree.tree.wording import WARNINGS
from tests.tree.readers import VERBS
from tests.tree.small_trees import round_tree, small_tree

_WHEN = re.compile(r"(?<=\) when )(?P<duty>[^\n]+)$|(?<=    when )(?P<branch>[^\n]+?)(?= ->)", re.MULTILINE)


def with_a_name(text: str) -> str | None:
    """The same tree, in which the first condition has a name; None where it has no condition."""
    match = _WHEN.search(text)
    if match is None:
        return None
    named = f"{text[: match.start()]}so-it-is{text[match.end() :]}"
    fact = f'    fact so-it-is "It is so" when {match[0]}\n'
    return named.replace("    start n0\n", f"    start n0\n{fact}", 1)


type Problems = Counter[tuple[type[TreeProblem], tuple[object, ...]]]
"""Problems without their places."""


def checked(text: str) -> tuple[Tree | None, Problems]:
    syntax, problems = parse_tree(Source("small.tree", text))
    assert syntax, problems
    tree, found = check_tree(syntax, VERBS, {})
    return tree, Counter(map(without_place, dict.fromkeys([*problems, *found])))


def without_place(problem: TreeProblem) -> tuple[type[TreeProblem], tuple[object, ...]]:
    values = (getattr(problem, name) for name in type(problem).__match_args__)
    return type(problem), tuple(value for value in values if not isinstance(value, Span))


@given(small_tree() | round_tree())
def test_a_named_condition_is_judged_as_one_that_is_written_out(text: str) -> None:
    named = with_a_name(text)
    assume(named)
    assert named
    plain_tree, plain_problems = checked(text)
    named_tree, named_problems = checked(named)
    assert named_problems == plain_problems
    assert (named_tree is None) == (plain_tree is None)
    if named_tree and plain_tree and all(issubclass(kind, WARNINGS) for kind, _ in plain_problems):
        assert compare(plain_tree, named_tree) == []


TREE = """\
tree small "Small"
    policy verbs
    basis clauses
    start place
    fact hard "It is hard to get help" when place is farm or told is done
    fact worst "It is *the* worst" when hard and not (place is home)

question place "Where?"
    option farm "A farm" -> sort
    option home "A home" -> told

step told "Tell somebody"
    must you "Lock the door" (1.1)
    then -> sort

route sort
    when worst -> end
    when hard and not worst -> other

outcome end "The end"

outcome other "Another end"
"""


def tree() -> Tree:
    syntax, problems = parse_tree(Source("small.tree", TREE))
    assert syntax
    assert problems == []
    found, _ = check_tree(syntax, VERBS, {})
    assert found
    return found


def route_of(made: Tree) -> Route:
    route = made.node("sort")
    assert isinstance(route, Route)
    return route


def test_readers_are_told_a_fact_in_its_words() -> None:
    first, second = (branch.when for branch in route_of(tree()).branches)
    assert condition_phrase(tree(), first) == "“It is the worst” applies"
    assert condition_phrase(tree(), second) == (
        "“It is hard to get help” applies and “It is the worst” does not apply"
    )
    assert isinstance(first, Named)
    assert condition_phrase(tree(), first.part) == (
        "“It is hard to get help” applies and you did not answer “A home”"
    )


def test_a_step_is_done_by_whoever_came_through_it() -> None:
    farm = walk(tree(), {"place": frozenset({"farm"})})
    home = walk(tree(), {"place": frozenset({"home"}), "told": frozenset({"done"})})
    assert (farm.at.id, home.at.id) == ("end", "other")


def test_what_is_only_said_in_another_way_is_no_change() -> None:
    written_out = TREE.replace("when worst ->", "when (place is farm or told is done) and not place is home ->")
    syntax, _ = parse_tree(Source("small.tree", written_out))
    assert syntax
    other, _ = check_tree(syntax, VERBS, {})
    assert other
    assert compare(tree(), other) == []
    assert compare(other, tree()) == []


def test_other_words_for_readers_are_a_change() -> None:
    syntax, _ = parse_tree(Source("small.tree", TREE.replace("It is hard to get help", "Help is near")))
    assert syntax
    other, _ = check_tree(syntax, VERBS, {})
    assert other
    assert compare(tree(), other) == [Reworded(Wording.FACT, None, "It is hard to get help", "Help is near")]


def test_words_that_only_look_like_a_fact_are_none() -> None:
    text = TREE.replace("when hard and not worst", "when hard and not so").replace(
        'question place "Where?"', 'question place "Where?"\n    help\n        fact so it is'
    )
    _, problems = parse_tree(Source("small.tree", text))
    assert [(type(one), getattr(one, "name", "")) for one in problems] == [(UnknownFact, "so")]


def test_facts_too_deep_in_facts_are_refused() -> None:
    deep = "".join(f'    fact f{at + 1} "So" when not (not f{at})\n' for at in range(400))
    text = TREE.replace("    fact worst", f'    fact f0 "So" when place is farm\n{deep}    fact worst')
    _, problems = parse_tree(
        Source("small.tree", text.replace("when hard and not worst", "when f400 and not worst"))
    )
    assert any(isinstance(one, FactTooLong) for one in problems)


def test_other_words_are_a_change_also_under_another_name() -> None:
    text = TREE.replace("It is hard to get help", "Help is far").replace("hard", "far")
    syntax, problems = parse_tree(Source("small.tree", text))
    assert syntax
    assert problems == []
    other, _ = check_tree(syntax, VERBS, {})
    assert other
    assert compare(tree(), other) == [Reworded(Wording.FACT, None, "It is hard to get help", "Help is far")]


def test_an_unknown_name_is_told_where_it_stands_and_once() -> None:
    text = TREE.replace('"It is *the* worst" when hard', '"It is *the* worst" when so').replace(
        "start place", "start place\n    about\n        fact so it is"
    )
    _, problems = parse_tree(Source("small.tree", text))
    (problem,) = [one for one in problems if isinstance(one, UnknownFact)]
    assert text[problem.span.start : problem.span.end] == "so and not (place is home)"
