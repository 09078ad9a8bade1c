"""“I do not know”: what it counts as decides, and pages, record and courses say that she did not know."""

from __future__ import annotations

from datetime import date

import pytest

from clausetree.render.courses.alike import Alike
from clausetree.render.courses.stops import Way, stops
from clausetree.render.courses.typed import typed_question
from clausetree.render.h5p.losses import losses
from clausetree.render.tree.outline import to_outline
from clausetree.render.tree.sections import to_html
from clausetree.render.widget.conversation import ConversationState, answer, answers_leading_to, begin
from clausetree.render.widget.link import from_fragment, to_fragment
from clausetree.render.widget.mistakes import control_to_mend, mistake
from clausetree.render.widget.node_view import to_node_view
from clausetree.render.widget.record import Occasion, to_record
from clausetree.render.widget.view import to_view
from clausetree.tree.model import Measure, OneOf, Outcome, Tree
from clausetree.tree.procedures import Procedures
from clausetree.tree.today import as_of
from clausetree.tree.walk import walk
from clausetree.tree.wire import Procedure, from_wire, to_wire

TODAY = date(2024, 6, 10).toordinal()
NOBODY_KNOWS = {
    "pain": frozenset({"not-sure"}),
    "heat": frozenset({"not-measured"}),
    "since": frozenset({"not-noted"}),
    "signs": frozenset({"not-seen"}),
}


@pytest.fixture(scope="module")
def procedure(examples: Procedures) -> Procedure:
    return next(procedure for procedure in examples.all if procedure.tree.id == "unsure")


@pytest.fixture(scope="module")
def tree(procedure: Procedure) -> Tree:
    return as_of(procedure.tree, TODAY)


def test_it_comes_back_from_its_data(procedure: Procedure) -> None:
    assert from_wire(to_wire(procedure).text) == procedure


def test_what_it_counts_as_decides_and_what_was_said_is_kept(tree: Tree) -> None:
    path = walk(tree, NOBODY_KNOWS)
    assert path.at.id == "call"
    assert path.answers == NOBODY_KNOWS
    assert path.totals == {"score": frozenset({"4"})}
    assert [duty.what.text for duty in path.duties] == ["Lock the door", "Throw the letter away"]


def test_a_link_keeps_that_she_does_not_know(tree: Tree) -> None:
    fragment = to_fragment("unsure", NOBODY_KNOWS)
    assert fragment == "unsure?pain=not-sure&heat=not-measured&since=not-noted&signs=not-seen"
    assert begin(tree, from_fragment(fragment)).answers == NOBODY_KNOWS


def test_the_record_says_what_it_counts_as(procedure: Procedure, tree: Tree) -> None:
    record = to_record(
        procedure, walk(tree, NOBODY_KNOWS), frozenset(), Occasion("10 June 2024", "https://example.org/")
    )
    assert "1. Is there pain?\n   I do not know (counts as “Yes”)\n" in record
    assert "2. How hot is it?\n   I have no thermometer (counts as 38 °C)\n" in record
    assert "3. Since when?\n   I do not remember (counts as today)\n" in record
    assert "4. What do you see?\n   I cannot tell (counts as “Pale skin”, “Cold hands”)\n" in record


def test_her_answers_and_deadlines_are_shown(procedure: Procedure, tree: Tree) -> None:
    on_that_day = Procedure(
        tree, procedure.edition, procedure.quotes, procedure.terms, None, TODAY, procedure.others
    )
    html = str(to_view(on_that_day, begin(tree, NOBODY_KNOWS), "").html)
    assert '<p class="ct-said">I do not know (counts as “Yes”)</p>' in html
    assert "Monday 24 June 2024" in html


def test_it_stands_apart_from_the_other_answers(procedure: Procedure, tree: Tree) -> None:
    state = begin(tree, {})
    pain, heat, signs = (
        str(to_node_view(procedure, state, tree.node(q), "")) for q in ("pain", "heat", "signs")
    )
    assert (
        '<p class="ct-or">or</p>\n<div class="ct-option"><input type="radio" id="live--unsure--pain--not-sure"'
        in pain
    )
    assert (
        '<input type="checkbox" id="live--unsure--heat--not-measured" name="live--unsure--heat" '
        'value="not-measured"><label for="live--unsure--heat--not-measured">'
        "I have no thermometer (counts as 38 °C)</label>" in heat
    )
    assert signs.count("data-alone") == 2


def _at_heat(tree: Tree) -> ConversationState:
    return begin(tree, {"pain": frozenset({"yes"})})


def test_the_box_beside_a_number_is_ticked_or_something_is_typed(tree: Tree) -> None:
    state = _at_heat(tree)
    assert answer(tree, state, "heat", ("", "not-measured")).answers["heat"] == {"not-measured"}
    assert answer(tree, state, "heat", ("37.5",)).answers["heat"] == {"37.5"}
    assert "heat" not in answer(tree, state, "heat", ("37.5", "not-measured")).answers
    assert "heat" not in answer(tree, state, "heat", ("not-measured",)).answers


HEAT = "Enter a number from 30 to 45 °C, with at most 1 decimal place, or pick “I have no thermometer”"


@pytest.mark.parametrize(
    ("tried", "words"),
    [
        (("",), HEAT),
        (("37", "not-measured"), f"{HEAT}, and not both"),
        (("50",), "The number must be from 30 to 45 °C"),
    ],
)
def test_mistakes_are_told_as_ever(tree: Tree, tried: tuple[str, ...], words: str) -> None:
    heat = tree.node("heat")
    assert isinstance(heat, Measure)
    assert mistake(heat, tried) == words
    assert control_to_mend(tree, heat, tried) == "live--unsure--heat--number"


def test_what_was_typed_and_ticked_is_there_to_mend(procedure: Procedure, tree: Tree) -> None:
    refused = answer(tree, _at_heat(tree), "heat", ("37", "not-measured"))
    html = str(to_node_view(procedure, refused, tree.node("heat"), ""))
    assert 'value="37"' in html
    assert 'value="not-measured" checked' in html


def test_it_is_ticked_again_when_she_comes_back(procedure: Procedure, tree: Tree) -> None:
    html = str(to_node_view(procedure, begin(tree, NOBODY_KNOWS), tree.node("since"), ""))
    assert 'value="not-noted" checked' in html
    assert html.count('value=""') == 3


def test_nobody_is_led_anywhere_by_not_knowing(tree: Tree) -> None:
    found = answers_leading_to(tree, "call")
    assert found
    assert not {"not-sure", "not-measured", "not-noted", "not-seen"} & set().union(*found.values())


def test_a_page_without_script_says_it_too(procedure: Procedure) -> None:
    html = str(to_html(procedure, ""))
    to_heat = '<a href="#unsure--heat" class="ct-go">I do not know (counts as “Yes”)'
    assert f'{to_heat}<span class="ct-points"> (adds 2 to the score)</span></a>' in html
    assert "I have no thermometer (counts as 38 °C)" in html
    assert "<li>I cannot tell (counts as “Pale skin”, “Cold hands”)</li>" in html
    assert (
        "  - I do not know (counts as “Yes”): Question: How hot is it? (adds to the score) (see above)\n"
        in to_outline(procedure.tree)
    )


def test_a_course_goes_on_as_from_the_answer_that_it_counts_as(procedure: Procedure) -> None:
    tree = procedure.tree
    alike = Alike(tree)
    pain, heat, since = (tree.node(name) for name in ("pain", "heat", "since"))
    assert isinstance(pain, OneOf)
    assert isinstance(heat, Measure)
    assert isinstance(since, Measure)
    assert alike.kinds(pain).stands_for["not-sure"] == "yes"
    assert typed_question(tree, alike, heat)["counts"] == "38"
    today = typed_question(tree, alike, since)
    assert (today["unsure"], today["counts"], today["most"]) == ("not-noted", "", None)
    found = stops(tree, Way.ONWARD, 6000)
    assert found
    ends = {stop.node.id for stop in found if isinstance(stop.node, Outcome)}
    assert ends == {"call", "wait"}


def test_h5p_says_what_it_does_not_offer(procedure: Procedure) -> None:
    assert "“What do you see?” does not offer “I cannot tell”." in losses(procedure.tree)
