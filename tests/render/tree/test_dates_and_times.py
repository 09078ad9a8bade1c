"""A question for a date and a time, in every form in which its tree is shown."""

from __future__ import annotations

from dataclasses import replace
from html import unescape
from itertools import islice

import pytest

from clausetree.render.h5p.losses import losses
from clausetree.render.review.compared import to_comparison
from clausetree.render.tree.as_written import scenario_of
from clausetree.render.tree.outline import to_outline
from clausetree.render.tree.phrasing import answered
from clausetree.render.tree.picture.dot import to_dot
from clausetree.render.tree.sections import to_html
from clausetree.render.tree.what_to_do import what_to_do
from clausetree.tree.compare.trees import compare
from clausetree.tree.model import Measure, Tree
from clausetree.tree.procedures import Procedures
from clausetree.tree.scale import DateScale
from clausetree.tree.walk import paths, walk
from clausetree.tree.wire import Procedure, from_wire, to_wire


@pytest.fixture(scope="module")
def procedure(examples: Procedures) -> Procedure:
    return next(procedure for procedure in examples.all if procedure.tree.id == "dates-and-times")


@pytest.fixture(scope="module")
def tree(procedure: Procedure) -> Tree:
    return procedure.tree


@pytest.fixture(scope="module")
def aware(tree: Tree) -> Measure:
    node = tree.node("aware")
    assert isinstance(node, Measure)
    return node


def test_it_comes_back_from_its_data(procedure: Procedure) -> None:
    assert from_wire(to_wire(procedure).text) == procedure


def test_conditions_compare_the_day(tree: Tree) -> None:
    ends = {
        "2026-01-01T00:00": "seen",
        "2026-04-30T23:59": "seen",
        "2026-05-01T00:00": "today",
        "2026-05-01T23:59": "today",
        "2026-05-02T00:00": "late",
        "2030-12-31T23:59": "late",
    }
    found = {moment: walk(tree, {"aware": frozenset({moment})}).at.id for moment in ends}
    assert found == ends


def test_a_reader_is_asked_for_both_and_told_both(aware: Measure) -> None:
    assert what_to_do(aware) == "Enter a date and a time from 1 January 2026 to 31 December 2030"
    words = answered(aware, frozenset({"2026-03-27T14:30"}))
    assert [word.text for word in words] == ["27 March 2026 at 2:30pm"]


def test_pictures_lists_and_linked_pages_speak_of_days(procedure: Procedure) -> None:
    condition = "your answer to “When did you become aware of it?” is before 1 May 2026"
    assert condition in to_outline(procedure.tree)
    assert condition in unescape(to_html(procedure, "../"))
    assert '"aware" -> "seen" [label=" Before 1 May 2026 "]' in to_dot(procedure.tree).replace(" \\n ", " ")
    note = "Enter a date and a time from 31 December 2025 to 31 December 2025. Note it down."
    assert note in to_html(procedure, "../")
    assert losses(procedure.tree)[0] == "“When did you become aware of it?” is answered with a range."


def test_a_path_is_written_as_a_scenario_with_a_time(tree: Tree) -> None:
    written = [scenario_of(tree, path) for path in islice(paths(tree), 2)]
    assert "    aware is 2026-01-01T12:00\n    seen is 2025-12-31T12:00\n    ends early\n" in written[0]
    assert written[0].startswith('scenario "1 January 2026 at midday; 31 December 2025 at midday"\n')


def test_a_question_that_takes_no_time_any_more_is_another_one(tree: Tree, aware: Measure) -> None:
    nodes = tuple(replace(aware, scale=DateScale.DATE) if node is aware else node for node in tree.nodes)
    after = replace(tree, nodes=nodes)
    said = to_comparison(tree, after, compare(tree, after))
    bounds = "from 1 January 2026 to 31 December 2030"
    assert f"was a question for a date and a time {bounds}, and is a question for a date {bounds} now" in said
