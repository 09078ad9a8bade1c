"""Units that stand behind a number, one or several of them, and words that stand before it."""

from __future__ import annotations

import pytest

from clausetree.render.tree.phrasing import answered
from clausetree.render.tree.ranges import in_ranges
from clausetree.render.widget.conversation import answer, begin
from clausetree.render.widget.mistakes import mistake
from clausetree.render.widget.node_view import to_node_view
from clausetree.tree.model import Measure, OneOf, Tree
from clausetree.tree.procedures import Procedures
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
