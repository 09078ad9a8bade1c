"""Points and totals, in every form in which their tree is shown."""

from __future__ import annotations

import re

import pytest

from clausetree.render.courses.stops import Way, stops
from clausetree.render.h5p.losses import losses
from clausetree.render.tree.phrasing import condition_phrase
from clausetree.render.tree.picture.dot import to_dot
from clausetree.render.tree.sections import to_html
from clausetree.render.widget.conversation import begin, change
from clausetree.render.widget.record import Occasion, to_record
from clausetree.render.widget.view import to_view
from clausetree.tree.model import Route, Tree
from clausetree.tree.procedures import Procedures
from clausetree.tree.walk import walk
from clausetree.tree.wire import Procedure, from_wire, to_wire

ANSWERS = {
    "breaths": frozenset({"8"}),
    "oxygen": frozenset({"yes"}),
    "signs": frozenset({"pale", "calm"}),
}


@pytest.fixture(scope="module")
def procedure(examples: Procedures) -> Procedure:
    return next(procedure for procedure in examples.all if procedure.tree.id == "points")


@pytest.fixture(scope="module")
def tree(procedure: Procedure) -> Tree:
    return procedure.tree


def _plain(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def _totals(html: str) -> list[tuple[str, str]]:
    return re.findall(r'<div class="ct-total">\s*<dt>(.*?)</dt>\s*<dd>(.*?)</dd>', html)


def test_it_comes_back_from_its_data(procedure: Procedure) -> None:
    assert from_wire(to_wire(procedure).text) == procedure


def test_the_outcome_and_the_record_say_what_it_came_to(procedure: Procedure, tree: Tree) -> None:
    html = str(to_view(procedure, begin(tree, ANSWERS), "").html)
    assert _totals(html) == [
        ("The early-warning score", "6"),
        ("The number of single 3s", "1"),
        ("The balance", "1"),
    ]
    record = to_record(
        procedure, walk(tree, ANSWERS), frozenset(), Occasion("29 November 2026", "https://a.test/")
    )
    assert "POINTS\nThe early-warning score: 6\nThe number of single 3s: 1\nThe balance: 1\n" in record


def test_a_question_says_what_was_added_before_it(procedure: Procedure, tree: Tree) -> None:
    begun = begin(tree, {"breaths": frozenset({"11"})})
    assert _totals(str(to_view(procedure, begun, "").html)) == [
        ("The early-warning score", "1"),
        ("The number of single 3s", "0"),
    ]
    # Whoever goes back sees what she had then, and at the first question nothing.
    again = change(tree, begin(tree, ANSWERS), "oxygen")
    assert _totals(str(to_view(procedure, again, "").html)) == [
        ("The early-warning score", "3"),
        ("The number of single 3s", "1"),
    ]
    first = change(tree, begin(tree, ANSWERS), "breaths")
    assert _totals(str(to_view(procedure, first, "").html)) == []


def test_a_page_without_scripts_says_what_to_add(procedure: Procedure) -> None:
    words = _plain(str(to_html(procedure, "../../")))
    assert (
        "Add 3 to the early-warning score and 1 to the number of single 3s if your answer is at most 8 or "
        "your answer is at least 25." in words
    )
    assert "Yes (adds 2 to the early-warning score)" in words
    assert "Cold hands (adds 1 to the early-warning score and takes 0.5 from the balance)" in words
    assert "Add 0.25 to the balance." in words
    assert words.count("Note down the points, and add up each total by itself. Each begins at 0.") == 3


def test_conditions_speak_of_totals_by_their_words(tree: Tree) -> None:
    route = tree.node("sort")
    assert isinstance(route, Route)
    assert [condition_phrase(tree, branch.when) for branch in route.branches] == [
        "the early-warning score is at least 3 and the number of single 3s is exactly 0",
        "the early-warning score is less than 3 and the number of single 3s is exactly 0",
        "the number of single 3s is more than 0",
    ]


def test_the_drawing_has_the_points_in_short(tree: Tree) -> None:
    assert "Yes (+2 to the" in to_dot(tree).replace(" \\n ", " ")


def test_a_course_adds_up_as_the_site_does(tree: Tree) -> None:
    found = stops(tree, Way.ONWARD, 5_000)
    assert found
    ended = [stop for stop in found if stop.node.id in ("call", "wait")]
    assert ended
    for stop in ended:
        # The lowest of a range stands for it.
        assert walk(tree, stop.state.answers).at.id == stop.node.id


def test_h5p_says_that_it_does_not_show_them(tree: Tree) -> None:
    assert "What points add up to decides the way, and is not shown." in losses(tree)
