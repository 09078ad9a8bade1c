"""At a wait a reader stops; what she takes away leads back to it, with her answers and no further."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from hypothesis import given

from clausetree.history.registry import Registry
from clausetree.render.courses.course import to_views
from clausetree.render.h5p.bodies import Bodies
from clausetree.render.h5p.losses import losses
from clausetree.render.tree.outline import to_outline
from clausetree.render.tree.picture.dot import to_dot
from clausetree.render.tree.sections import to_html
from clausetree.render.widget.conversation import (
    ConversationState,
    answers_to_keep,
    begin,
    begin_from_link,
    shown,
)
from clausetree.render.widget.link import from_fragment, to_fragment
from clausetree.render.widget.record import Occasion, to_record
from clausetree.render.widget.view import to_view
from clausetree.render.widget.widget import Widget
from clausetree.report.source import Source
from clausetree.tree.answers import Answers
from clausetree.tree.model import Step, Tree
from clausetree.tree.procedures import Procedures, procedures_of
from clausetree.tree.walk import walk
from clausetree.tree.wire import Procedure, from_wire, to_wire
from tests.tree.readers import journeys, read
from tests.tree.small_trees import small_tree

TREE = """\
tree leave "Leave in term"
    policy lone-working
    basis clauses
    start asked

question asked "When did you ask?"
    date 2026-01-01 to 2026-12-31
    then -> form

step form "Fill in the form"
    then -> head

wait head "Ask the head, and wait"
    note
        Nobody books a journey yet.
    must you "Carry a charged telephone" within 5 days of asked (1.2)
    contact "The office" "01632 960 101"
    then -> said

question said "What did the head say?"
    option yes "Yes" -> go
    option no "No" -> stay

outcome go "Go"

outcome stay "Stay"
"""
UNTIL: Answers = {"asked": frozenset({"2026-05-04"}), "form": frozenset({"done"})}
PAST: Answers = {**UNTIL, "head": frozenset({"done"}), "said": frozenset({"yes"})}
LINK = "leave?asked=2026-05-04&form=done"


@pytest.fixture
def leave(made_up: Registry) -> Procedure:
    (found,) = procedures_of([Source("leave.tree", TREE)], made_up).all
    return found


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_she_is_told_to_stop_how_to_come_back_and_how_to_go_on(leave: Procedure) -> None:
    html = str(to_view(leave, begin(leave.tree, UNTIL), "").html)
    told = words(html)
    assert "Wait Ask the head, and wait Nobody books a journey yet." in told
    assert "You stop here for now. Come back when you have what you are waiting for." in told
    assert "I have what I was waiting for: go on" in told
    assert "Copy the link to these answers and keep it. It leads back to exactly here" in told
    assert "Continue" not in told
    assert 'class="ct-node ct-wait"' in html
    assert f'data-anchor="{LINK}"'.replace("&", "&amp;") in html


@pytest.mark.parametrize("at", [None, "head"])
def test_the_link_and_the_record_lead_back_to_the_wait(leave: Procedure, at: str | None) -> None:
    # Whoever went on, and then back, has the same link.
    widget = Widget(leave, "")
    widget.state = begin(leave.tree, PAST if at else UNTIL, at=at)
    assert shown(leave.tree, widget.state).id == "head"
    assert f'data-anchor="{LINK.replace("&", "&amp;")}"' in to_view(leave, widget.state, "").html
    record = widget.record("4 May 2026", "https://school.example/")
    assert "Waiting: Ask the head, and wait\nThis is no outcome yet. When you have it, go on.\n" in record
    assert "Outcome" not in record
    assert "What did the head say?" not in record
    assert f"\nGo on from here: https://school.example/trees/leave/#{LINK}\n" in record
    linked = begin_from_link(leave.tree, from_fragment(LINK))
    assert shown(leave.tree, linked).id == "head"
    assert linked.answers == UNTIL


def test_past_the_wait_the_record_is_that_of_any_outcome(leave: Procedure) -> None:
    occasion = Occasion("4 May 2026", "https://school.example/")
    record = to_record(leave, walk(leave.tree, PAST), frozenset(), occasion)
    assert "Outcome: Go" in record
    assert "Waiting" not in record
    assert "Go on from here" not in record


def test_on_another_day_deadlines_are_as_of_that_day(leave: Procedure) -> None:
    link = f'{{"do": "link", "fragment": "{LINK}", "today": "%s"}}'
    views = [Widget(leave, "").act(link % day) for day in (date(2026, 5, 4), date(2026, 5, 20))]
    assert all("9 May 2026" in view and '"node": "head"' in view for view in views)
    assert ["which is past" in words(view) for view in views] == [False, True]


def test_pages_without_scripts_and_drawings_tell_it_from_a_step(leave: Procedure) -> None:
    section = next(part for part in to_html(leave, "").split("<section") if "ct-wait" in part)
    assert words("<" + section).startswith("Wait Ask the head, and wait")
    assert "You stop here for now." in section
    assert "Note down your answers, and this place." in section
    assert "Go on: What did the head say?" in words(section)
    drawing = to_dot(leave.tree)
    assert '"head" [shape=octagon' in drawing
    assert '"form" [shape=box' in drawing
    assert "- Wait: Ask the head, and wait\n" in to_outline(leave.tree)


def test_a_course_goes_on_past_it_and_is_not_complete_there(leave: Procedure) -> None:
    table = json.loads(to_views(leave, ""))
    shown_at = {
        node: (words("".join(table["pieces"][piece] for piece in pieces)), share)
        for node, pieces, *_, share in table["stops"]
    }
    html, share = shown_at["head"]
    assert "You stop here for now." in html
    assert "I have what I was waiting for: go on" in html
    assert "Copy" not in html
    assert "record" not in html
    assert share == 50
    assert shown_at["go"][1] == 100
    assert "head" not in table["outcomes"]


def test_h5p_says_it_on_the_screen_and_what_is_lost(leave: Procedure) -> None:
    wait, step = leave.tree.node("head"), leave.tree.node("form")
    assert isinstance(wait, Step)
    assert isinstance(step, Step)
    assert "You stop here for now." in Bodies(leave, "").step(wait, UNTIL)
    assert "You stop here for now." not in Bodies(leave, "").step(step, {})
    assert any("At a wait" in loss for loss in losses(leave.tree))


def test_in_a_visited_tree_it_is_a_wait_of_the_visiting_one(examples: Procedures) -> None:
    visiting = next(one for one in examples.all if one.tree.id == "visiting-a-wait")
    inner = "asking-for-information--"
    answers = {
        "what": frozenset({"facts"}),
        f"{inner}received": frozenset({"2026-05-04"}),
        f"{inner}clear": frozenset({"no"}),
    }
    state = begin(visiting.tree, answers)
    assert shown(visiting.tree, state).id == f"{inner}ask"
    html = to_view(visiting, state, "").html
    link = f"visiting-a-wait?what=facts&{inner}received=2026-05-04&{inner}clear=no"
    assert f'data-anchor="{link}"'.replace("&", "&amp;") in html
    assert shown(visiting.tree, begin_from_link(visiting.tree, from_fragment(link))).id == f"{inner}ask"


def test_browsers_are_sent_that_it_waits(leave: Procedure) -> None:
    assert from_wire(to_wire(leave).text) == leave


@given(small_tree())
def test_whoever_copies_a_link_at_a_wait_comes_back_to_that_wait(text: str) -> None:
    _, tree = read(text)
    for way, remembered in journeys(tree):
        answers = {name: answer for name, answer in remembered if tree.has(name)}
        for at in (node for node in dict.fromkeys(way) if is_wait(tree, node)):
            state = ConversationState(answers, at=at)
            assert shown(tree, state).id == at
            kept = from_fragment(to_fragment(tree.id, answers_to_keep(tree, state)))
            assert kept == {node: answers[node] for node in way[: way.index(at)] if node in answers}
            linked = begin_from_link(tree, kept)
            assert shown(tree, linked).id == at
            assert linked.answers == kept


def is_wait(tree: Tree, node_id: str) -> bool:
    node = tree.node(node_id)
    return isinstance(node, Step) and node.waits
