"""Money, decimals and numbers below zero, in every form in which their tree is shown."""

from __future__ import annotations

import pytest

from clausetree.render.h5p.losses import losses
from clausetree.render.tree.as_written import scenario_of
from clausetree.render.tree.phrasing import answered
from clausetree.render.tree.picture.dot import to_dot
from clausetree.render.tree.ranges import in_ranges
from clausetree.render.tree.what_to_do import what_to_do
from clausetree.render.widget.conversation import answer, begin, begin_from_link
from clausetree.render.widget.mistakes import mistake
from clausetree.render.widget.node_view import to_node_view
from clausetree.tree.model import Measure, OneOf, Tree
from clausetree.tree.procedures import Procedures
from clausetree.tree.walk import walk
from clausetree.tree.wire import Procedure, from_wire, to_wire


@pytest.fixture(scope="module")
def procedure(examples: Procedures) -> Procedure:
    return next(procedure for procedure in examples.all if procedure.tree.id == "money-and-decimals")


@pytest.fixture(scope="module")
def tree(procedure: Procedure) -> Tree:
    return procedure.tree


def _measure(tree: Tree, name: str) -> Measure:
    node = tree.node(name)
    assert isinstance(node, Measure)
    return node


def test_it_comes_back_from_its_data(procedure: Procedure) -> None:
    assert from_wire(to_wire(procedure).text) == procedure


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("cost", "Enter an amount of money from £0 to £10,000"),
        ("weight", "Enter a number from 0 to 1000 kg, with at most 2 decimal places"),
        ("outside", "Enter a whole number from \u221210 to 50 degrees"),
    ],
)
def test_readers_are_told_the_bounds(tree: Tree, question: str, asked: str) -> None:
    assert what_to_do(_measure(tree, question)) == asked


def test_ranges_part_right_beside_the_limits(tree: Tree) -> None:
    found = {
        node.id: {option.id: option.wording.text for option in node.options}
        for node in in_ranges(tree).nodes
        if isinstance(node, OneOf)
    }
    assert found == {
        "cost": {"0": "£0 to £50", "50.01": "£50.01 to £1,000.49", "1000.5": "£1,000.50 to £10,000"},
        "weight": {"0": "0 to 2.5 kg", "2.51": "2.51 to 1000 kg"},
        "outside": {"-10": "\u221210 to \u22126 degrees", "-5": "\u22125 to 50 degrees"},
    }


def test_conditions_are_in_readers_words(tree: Tree) -> None:
    drawn = " ".join(to_dot(tree).replace("\\n", " ").split())
    assert '" £50.01 to £1,000.49 "' in drawn
    assert '" At most 2.5 kg "' in drawn
    assert '" Less than \u22125 degrees "' in drawn


def test_a_path_is_written_as_a_scenario(tree: Tree) -> None:
    given = {"cost": "50.01", "weight": "2.5", "outside": "-6"}
    path = walk(tree, {question: frozenset({answer}) for question, answer in given.items()})
    assert scenario_of(tree, path) == (
        'scenario "£50.01; 2.5 kg; \u22126 degrees"\n'
        "    cost is 50.01\n    weight is 2.5\n    outside is -6\n    ends cold\n"
    )


def test_a_currency_stands_before_the_box(procedure: Procedure, tree: Tree) -> None:
    form = str(to_node_view(procedure, begin(tree, {}), tree.node("cost"), ""))
    assert '<span class="ct-prefix" aria-hidden="true">£</span><input type="text" inputmode="decimal"' in form
    assert '<p id="live--money-and-decimals--hint" class="ct-hint">For example, £5,000</p>' in form
    assert 'aria-describedby="live--money-and-decimals--hint"' in form


def test_of_decimals_it_is_said_what_may_be_typed(procedure: Procedure, tree: Tree) -> None:
    form = str(to_node_view(procedure, begin(tree, {}), tree.node("weight"), ""))
    hint = "A number from 0 to 1000 kg, with at most 2 decimal places"
    assert f'<p id="live--money-and-decimals--hint" class="ct-hint">{hint}</p>' in form
    assert 'aria-describedby="live--money-and-decimals--hint"' in form
    assert "--hint" not in str(to_node_view(procedure, begin(tree, {}), tree.node("outside"), ""))


def test_a_minus_can_be_typed_on_every_phone(procedure: Procedure, tree: Tree) -> None:
    assert 'inputmode="text"' in str(to_node_view(procedure, begin(tree, {}), tree.node("outside"), ""))
    assert 'inputmode="decimal"' in str(to_node_view(procedure, begin(tree, {}), tree.node("weight"), ""))


def test_links_may_write_an_answer_with_more_noughts(tree: Tree) -> None:
    linked = begin_from_link(tree, {"cost": frozenset({"51.50"}), "weight": frozenset({"2.50"})})
    assert linked.answers == {"cost": frozenset({"51.5"}), "weight": frozenset({"2.5"})}


def test_what_is_typed_is_kept_in_one_form(tree: Tree) -> None:
    state = answer(tree, begin(tree, {}), "cost", ("£51.50",))
    state = answer(tree, state, "weight", ("2,000",))
    assert state.answers == {"cost": frozenset({"51.5"})}
    state = answer(tree, state, "weight", ("2.50 kg",))
    state = answer(tree, state, "outside", ("minus 6",))
    assert state.answers["weight"] == frozenset({"2.5"})
    assert walk(tree, state.answers).at.id == "cold"
    read = [answered(_measure(tree, one), state.answers[one])[0].text for one in state.answers]
    assert read == ["£51.50", "2.5 kg", "\u22126 degrees"]


MISTAKES = {
    "cost": {
        "": "Enter an amount of money from £0 to £10,000",
        "fifty": "Your answer must be an amount of money from £0 to £10,000",
        "10001": "The amount must be from £0 to £10,000",
        "-1": "The amount must be from £0 to £10,000",
        "1.234": "The amount must have at most 2 decimal places",
        "2,50": "Enter decimal places behind a dot, and not behind a comma",
        "€50": "The amount must be in £",
    },
    "weight": {
        "": "Enter a number from 0 to 1000 kg, with at most 2 decimal places",
        "a lot": "Your answer must be a number from 0 to 1000 kg, with at most 2 decimal places",
        "1000.01": "The number must be from 0 to 1000 kg",
        "2.505": "The number must have at most 2 decimal places",
        "5 lbs": "The number must be in kg",
    },
    "outside": {
        "1.000": "Enter a whole number without a dot, such as 1000 for one thousand",
        "-5.5": "Your answer must be a whole number from \u221210 to 50 degrees",
        "2,5": "Your answer must be a whole number from \u221210 to 50 degrees",
        "-11": "The number must be from \u221210 to 50 degrees",
    },
}


@pytest.mark.parametrize(
    ("question", "typed", "words"),
    [(question, typed, words) for question, table in MISTAKES.items() for typed, words in table.items()],
)
def test_a_refusal_says_what_is_wrong(tree: Tree, question: str, typed: str, words: str) -> None:
    assert mistake(_measure(tree, question), (typed,)) == words


def test_a_branching_scenario_asks_for_a_range(tree: Tree) -> None:
    assert losses(tree)[0] == "“What does it cost?” is answered with a range."
