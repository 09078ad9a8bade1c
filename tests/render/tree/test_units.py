"""Units that stand behind a number, one or several of them, and words that stand before it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from clausetree.render.tree.phrasing import answered, with_unit
from clausetree.render.tree.ranges import in_ranges
from clausetree.render.tree.what_to_do import what_to_do
from clausetree.render.widget.conversation import answer, begin
from clausetree.render.widget.mistakes import mistake
from clausetree.render.widget.node_view import to_node_view
from clausetree.tree.model import Measure, OneOf, Prose, Tree
from clausetree.tree.procedures import Procedures
from clausetree.tree.scale import NumberScale
from clausetree.tree.typed_number import NumberFault, typed_number
from clausetree.tree.wire import Procedure, from_wire, to_wire


@pytest.fixture(scope="module")
def procedure(examples: Procedures) -> Procedure:
    return next(procedure for procedure in examples.all if procedure.tree.id == "units")


@pytest.fixture(scope="module")
def tree(procedure: Procedure) -> Tree:
    return procedure.tree


def _measure(tree: Tree, name: str) -> Measure:
    node = tree.node(name)
    assert isinstance(node, Measure)
    return node


def test_they_come_back_from_their_data(procedure: Procedure) -> None:
    assert from_wire(to_wire(procedure).text) == procedure


@pytest.mark.parametrize(
    ("question", "kept", "read"),
    [
        ("age", "0", "0 years"),
        ("age", "1", "1 year"),
        ("age", "2", "2 years"),
        ("age", "11", "11 years"),
        ("grade", "1", "Grade 1"),
        ("grade", "7", "Grade 7"),
    ],
)
def test_an_answer_is_read_with_what_it_counts(tree: Tree, question: str, kept: str, read: str) -> None:
    assert [words.text for words in answered(_measure(tree, question), frozenset({kept}))] == [read]


def test_ranges_have_units_too(tree: Tree) -> None:
    found = [
        [option.wording.text for option in node.options]
        for node in in_ranges(tree).nodes
        if isinstance(node, OneOf)
    ]
    assert found == [["0 years", "1 year", "2 to 120 years"], ["Grade 1 to 7", "Grade 8 to 9"]]


def test_both_are_part_of_the_name_of_the_box(procedure: Procedure, tree: Tree) -> None:
    age, grade = (str(to_node_view(procedure, begin(tree, {}), tree.node(q), "")) for q in ("age", "grade"))
    assert 'aria-labelledby="live--units--heading live--units--age--unit"' in age
    assert '<span id="live--units--age--unit" class="ct-unit">years</span>' in age
    assert 'aria-labelledby="live--units--heading live--units--grade--before"' in grade
    assert '<span id="live--units--grade--before" class="ct-prefix">Grade</span><input' in grade


@pytest.mark.parametrize("typed", ["1", "1 year", "1 years", "1 YEAR", "\uff11 year"])
def test_readers_may_type_the_unit(tree: Tree, typed: str) -> None:
    assert answer(tree, begin(tree, {}), "age", (typed,)).answers == {"age": frozenset({"1"})}


@pytest.mark.parametrize("typed", ["8", "Grade 8", "grade 8", "grade8"])
def test_readers_may_type_the_word_before(tree: Tree, typed: str) -> None:
    state = begin(tree, {"age": frozenset({"1"})})
    assert answer(tree, state, "grade", (typed,)).answers["grade"] == frozenset({"8"})


def test_another_unit_is_refused(tree: Tree) -> None:
    assert mistake(_measure(tree, "age"), ("7 weeks",)) == "The number must be in years"
    assert mistake(_measure(tree, "grade"), ("7 weeks",)) == "Your answer must be a whole number from 1 to 9"


SHARE = Measure(
    "share", Prose("How much?", "How much?"), (), None, NumberScale(1), 0, 1000, Prose("%", "%"), "sort"
)


def test_a_sign_of_per_cent_stands_right_behind_its_number() -> None:
    assert answered(SHARE, frozenset({"50"})) == [Prose("50%", "50%")]
    assert with_unit(SHARE, "10 to 50").text == "10 to 50%"
    of_pay = replace(SHARE, unit=Prose("% of pay", "% of <em>pay</em>"))
    assert answered(of_pay, frozenset({"1.5"})) == [Prose("1.5% of pay", "1.5% of <em>pay</em>")]
    assert with_unit(replace(SHARE, word_before=Prose("About", "About")), "50").text == "About 50%"
    assert what_to_do(SHARE) == "Enter a number from 0 to 100%, with at most 1 decimal place"


@pytest.mark.parametrize("typed", ["50", "50%", "50 %", "50 \uff05"])
def test_readers_may_type_the_sign_of_per_cent(typed: str) -> None:
    assert typed_number(NumberScale(1), typed, ("%",)) == 500
    assert typed_number(NumberScale(1), typed, ("% of pay",)) == 500


def test_a_sign_of_per_cent_is_no_other_unit() -> None:
    assert typed_number(NumberScale(1), "50%", ("kg",)) is NumberFault.UNREAL
