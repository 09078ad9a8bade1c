"""Two answers that are compared with each other, as readers, learners and authors meet them."""

from __future__ import annotations

import json
from datetime import date

import pytest

from clausetree.render.courses.course import to_page, to_views
from clausetree.render.courses.room import advice
from clausetree.render.h5p.content import fits
from clausetree.render.tree.phrasing import condition_phrase
from clausetree.render.widget.conversation import answer, begin, shown
from clausetree.tree.condition import Is, Not
from clausetree.tree.model import Ordered, Tree
from clausetree.tree.procedures import Procedures
from clausetree.tree.scalar import Sign
from clausetree.tree.scale import DateScale, NumberScale
from clausetree.tree.today import as_of
from clausetree.tree.walk import walk
from clausetree.tree.wire import Procedure, from_wire, to_wire


@pytest.fixture(scope="module")
def procedure(examples: Procedures) -> Procedure:
    return next(procedure for procedure in examples.all if procedure.tree.id == "two-answers")


@pytest.fixture(scope="module")
def tree(procedure: Procedure) -> Tree:
    return procedure.tree


def test_they_come_back_from_their_data(procedure: Procedure) -> None:
    assert from_wire(to_wire(procedure).text) == procedure


SPENT, APPROVED = "“What did the journey home cost?”", "“How much was approved for the journey home?”"
BACK, BEGUN = "“When were you back at work?”", "“When did you fall ill?”"


@pytest.mark.parametrize(
    ("sign", "of_money", "of_dates"),
    [
        (Sign.LESS, "less than", "earlier than"),
        (Sign.AT_MOST, "at most as much as", "the same as or earlier than"),
        (Sign.MORE, "more than", "later than"),
        (Sign.AT_LEAST, "at least as much as", "the same as or later than"),
        (Sign.IS, "the same as", "the same as"),
    ],
)
def test_a_comparison_is_said_in_words(tree: Tree, sign: Sign, of_money: str, of_dates: str) -> None:
    money = Is(Ordered("spent", sign, NumberScale(2, "£"), "approved"))
    dates = Is(Ordered("back", sign, DateScale.DATE, "begun"))
    assert condition_phrase(tree, money) == f"your answer to {SPENT} is {of_money} your answer to {APPROVED}"
    assert (
        condition_phrase(tree, Not(dates)) == f"your answer to {BACK} is not {of_dates} your answer to {BEGUN}"
    )
    assert condition_phrase(tree, dates, "back") == f"your answer is {of_dates} your answer to {BEGUN}"


def test_the_live_page_goes_by_both_answers(tree: Tree) -> None:
    tree = as_of(tree, date(2026, 5, 20).toordinal())
    state = begin(tree, {})
    for question, typed in (("begun", ("12", "5", "2026")), ("back", ("11", "May", "2026", "9am"))):
        state = answer(tree, state, question, typed, walk)
    assert shown(tree, state, walk).id == "mend"


def test_a_course_is_links_and_its_author_is_told_why(procedure: Procedure) -> None:
    views = to_views(procedure, "")
    assert json.loads(views)["way"] == "sections"
    (said,) = advice("two-answers", views)
    assert said.startswith("two-answers compares two answers with each other")
    assert "plain links from question to answer" in said
    assert f"your answer to {BACK} is earlier than your answer to {BEGUN}" in to_page(procedure, "", (), ())


def test_h5p_cannot_have_it(procedure: Procedure) -> None:
    assert not fits(procedure)
