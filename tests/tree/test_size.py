"""Trees may be long, wide and deep: nothing is exhausted, and the time grows with the size."""

from __future__ import annotations

import pytest

from clausetree.history.registry import Registry
from clausetree.render.tree.as_written import scenario_of
from clausetree.render.tree.outline import to_outline
from clausetree.render.tree.picture.dot import to_dot
from clausetree.report.source import Source
from clausetree.report.text import to_text
from clausetree.tree.answers import DONE
from clausetree.tree.checking.checks import read_trees
from clausetree.tree.paths.fewest import fewest_paths
from clausetree.tree.paths.state_graph import state_graph
from clausetree.tree.walk import walk

LONG = 10_000


def _long(length: int, last: str) -> Source:
    steps = (f'step n{at} "Step"\n    then -> n{at + 1}\n\n' for at in range(length))
    head = 'tree long "Long"\n    policy verbs\n    basis clauses\n    start n0\n\n'
    return Source("long.tree", head + "".join(steps) + last)


def test_a_very_long_tree_is_read_checked_and_followed(made_up: Registry) -> None:
    last = f'outcome n{LONG} "End"\n\nscenario "All the way"\n    ends n{LONG}\n'
    trees, diagnostics = read_trees([_long(LONG, last)], made_up)
    assert diagnostics == []
    way = walk(trees[0], {f"n{at}": DONE for at in range(LONG)})
    assert way.at.id == f"n{LONG}"
    assert to_dot(trees[0]).count(" -> ") == LONG


def test_a_very_long_loop_is_found(made_up: Registry) -> None:
    last = f'step n{LONG} "Again"\n    then -> n0\n'
    _, diagnostics = read_trees([_long(LONG, last)], made_up)
    assert [diagnostic.code for diagnostic in diagnostics] == ["T303"]


def test_a_long_tree_has_an_outline(made_up: Registry) -> None:
    last = 'outcome n500 "End"\n\nscenario "All the way"\n    ends n500\n'
    trees, _ = read_trees([_long(500, last)], made_up)
    assert to_outline(trees[0]).count("\n") == 503


def test_many_faults_are_all_told(made_up: Registry) -> None:
    wrong = "".join(f'outcome n{at} "End"\n    hint\n        Words.\n\n' for at in range(2_000))
    source = Source("long.tree", _long(0, "").text + wrong)
    _, diagnostics = read_trees([source], made_up)
    assert len([to_text(diagnostic) for diagnostic in diagnostics]) == 2_000


def test_a_long_ladder_of_questions_is_checked_without_trying_every_path(made_up: Registry) -> None:
    # 2 ** 300 paths, and a condition at each rung that speaks of the rung before it.
    head = 'tree long "Long"\n    policy verbs\n    basis clauses\n    start q0\n\n'
    rungs = (
        f'question q{at} "Which?"\n    option a "A" -> r{at}\n    option b "B" -> r{at}\n\n'
        f"route r{at}\n    when q{at} is a -> s{at}\n    otherwise -> q{at + 1}\n\n"
        f'step s{at} "Step"\n    then -> q{at + 1}\n\n'
        for at in range(300)
    )
    _, diagnostics = read_trees([Source("long.tree", head + "".join(rungs) + 'outcome q300 "End"\n')], made_up)
    assert [diagnostic.code for diagnostic in diagnostics] == ["T609"]


QUESTIONS = "".join(
    f'question q{at} "Which?"\n    option a "A" -> q{at + 1}\n    option b "B" -> q{at + 1}\n\n'
    for at in range(60)
)
CHOICES = "\n    ".join(
    ['question q0 "Which?"', *(f'many c{at} "C"' for at in range(60)), 'none z "None"', "then -> q60\n\n"]
)


@pytest.mark.parametrize(("asked", "fact"), [(QUESTIONS, "q{} is a"), (CHOICES, "q0 includes c{}")])
def test_sixty_answers_that_a_duty_hangs_on_each_are_checked_and_shown_by_few_paths(
    asked: str, fact: str, made_up: Registry
) -> None:
    # The answers can be combined in 2 ** 60 ways; each duty asks for one of them.
    head = 'tree long "Long"\n    policy verbs\n    basis clauses\n    start q0\n\n'
    when = (f'    must you "Lock door {at}" (1.1) when {fact.format(at)}\n' for at in range(60))
    source = Source("long.tree", f'{head}{asked}outcome q60 "End"\n{"".join(when)}')
    trees, diagnostics = read_trees([source], made_up)
    assert [diagnostic.code for diagnostic in diagnostics] == ["T609"]
    blocks = [scenario_of(trees[0], way) for way in fewest_paths(trees[0])]
    _, told = read_trees([Source("long.tree", source.text + "\n" + "\n".join(blocks))], made_up)
    assert [to_text(diagnostic) for diagnostic in told] == []


def test_a_long_circle_that_nobody_walks_is_checked_without_remembering_all_the_way_round(
    made_up: Registry,
) -> None:
    # Two ladders, which two countries climb in opposite orders. Each asks its questions of one country alone.
    head = 'tree long "Long"\n    policy verbs\n    basis clauses\n    start country\n\n'
    first = 'question country "Which?"\n    option a "A" -> a0\n    option b "B" -> b0\n\n'
    rungs = (
        f"route {one}{at}\n    when country is {one} -> {one}-q{at}\n    otherwise -> {one}-r{at}\n\n"
        f'question {one}-q{at} "Which?"\n    option x "X" -> {one}-r{at}\n    option y "Y" -> {one}-r{at}\n\n'
        f"route {one}-r{at}\n    when {one}-q{at} is x -> {one}-s{at}\n    otherwise -> {one}{at + 1}\n\n"
        f'step {one}-s{at} "Step"\n    then -> {one}{at + 1}\n\n'
        for one in "ab"
        for at in range(100)
    )
    turns = (
        f"route {one}100\n    when country is {one} -> {other}0\n    otherwise -> end\n\n"
        for one, other in ("ab", "ba")
    )
    text = "".join([head, first, *rungs, *turns, 'outcome end "End"\n'])
    trees, diagnostics = read_trees([Source("long.tree", text)], made_up)
    assert [diagnostic.code for diagnostic in diagnostics] == ["T609"]
    assert state_graph(trees[0]).count() == 2 * 2**100
    _, diagnostics = read_trees(
        [Source("long.tree", text.replace("otherwise -> end", "otherwise -> b0"))], made_up
    )
    assert [diagnostic.code for diagnostic in diagnostics] == ["T303"]


@pytest.mark.parametrize("deep", [49, 50, 51, 60, 5_000])
@pytest.mark.parametrize("opened", ["(", "not ", "not ("])
def test_a_deep_condition_is_read_or_refused_and_never_a_crash(
    opened: str, deep: int, made_up: Registry
) -> None:
    condition = opened * deep + "q is a" + ")" * (deep * opened.count("("))
    text = (
        'tree long "Long"\n    policy verbs\n    basis clauses\n    start q\n\n'
        'question q "Which?"\n    option a "A" -> r\n    option b "B" -> r\n\n'
        f'route r\n    when {condition} -> x\n    otherwise -> y\n\noutcome x "X"\n\noutcome y "Y"\n'
    )
    _, diagnostics = read_trees([Source("long.tree", text)], made_up)
    depth = deep * len(opened.split())
    assert [diagnostic.code for diagnostic in diagnostics] == ["T609" if depth <= 50 else "T115"]


def test_a_wide_condition_is_read(made_up: Registry) -> None:
    wide = " or ".join(["q is a"] * 5_000)
    text = (
        'tree long "Long"\n    policy verbs\n    basis clauses\n    start q\n\n'
        'question q "Which?"\n    option a "A" -> r\n    option b "B" -> r\n\n'
        f'route r\n    when {wide} -> x\n    otherwise -> y\n\noutcome x "X"\n\noutcome y "Y"\n'
    )
    _, diagnostics = read_trees([Source("long.tree", text)], made_up)
    assert [diagnostic.code for diagnostic in diagnostics] == ["T609"]
