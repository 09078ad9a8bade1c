"""Notes, contacts and links that hold for some readers: on pages in words, and else for those alone."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import assume, given

from clausetree.history.registry import Registry
from clausetree.render.courses.course import to_page, to_views
from clausetree.render.h5p.bodies import Bodies
from clausetree.render.tree.sections import to_html
from clausetree.render.widget.conversation import begin
from clausetree.render.widget.view import to_view
from clausetree.report.source import Source
from clausetree.tree.answers import Answers
from clausetree.tree.model import Outcome, Step
from clausetree.tree.procedures import Procedures, procedures_of
from clausetree.tree.truth import is_true
from clausetree.tree.walk import walk
from clausetree.tree.wire import Procedure, from_wire, to_wire
from tests.tree.readers import VERBS, journeys
from tests.tree.small_trees import small_tree

TREE = """\
tree ring "Ring"
    policy lone-working
    basis clauses
    start place
    fact far "It is far" when place is farm

question place "Where is the visit?"
    option home "At home" -> told
    option farm "On a farm" -> told

step told "Tell somebody"
    note
        Take a torch.
    note when far
        Mind the dog.
    contact "The desk" "020 7946 0012" hours "Weekdays" when place is home
    contact "The *vet*" "vet@farm.example" when far
    link "The map" "https://example.org/map" when not far
    then -> end

outcome end "Go"
    link "The list" "tel:111"
"""


@pytest.fixture
def ring(made_up: Registry) -> Procedure:
    (found,) = procedures_of([Source("ring.tree", TREE)], made_up).all
    return found


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_pages_say_when_each_holds(ring: Procedure) -> None:
    section = to_html(ring, "").split("<section")[2]
    assert words("<" + section) == (
        "Step Tell somebody Take a torch. "
        "Only if “It is far” applies: Mind the dog. "
        "“It is far” applies if you answered “On a farm”. "
        "Only if you answered “At home”: The desk: 020 7946 0012 (Weekdays) "
        "Only if “It is far” applies: The vet : vet@farm.example "
        "Only if “It is far” does not apply: The map "
        "Go on: Go"
    )
    assert '<a href="tel:02079460012">020 7946 0012</a>' in section
    assert '<a href="mailto:vet@farm.example">vet@farm.example</a>' in section


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        ("home", "Take a torch. The desk: 020 7946 0012 (Weekdays) The map"),
        ("farm", "Take a torch. Mind the dog. The vet : vet@farm.example"),
    ],
)
def test_the_conversation_and_h5p_show_only_what_holds(ring: Procedure, place: str, shown: str) -> None:
    answers: Answers = {"place": frozenset({place})}
    view = words(to_view(ring, begin(ring.tree, answers), "").html)
    assert f"Tell somebody {shown} Continue" in view
    step = ring.tree.node("told")
    assert isinstance(step, Step)
    assert words(Bodies(ring, "").step(step, answers)) == shown


def test_a_course_opens_mail_beside_itself_and_lets_a_phone_dial(ring: Procedure) -> None:
    for course in (to_page(ring, "", (), ()), to_views(ring, "").replace('\\"', '"')):
        assert '<a href="mailto:vet@farm.example" target="_blank" rel="noopener">' in course
        assert '<a href="tel:02079460012">' in course


def test_a_course_shows_each_learner_what_holds_for_her(ring: Procedure) -> None:
    table = json.loads(to_views(ring, ""))
    shown = {
        (table["said"][said], words("".join(table["pieces"][piece] for piece in pieces)))
        for node, pieces, _, (said, *_more), *_ in (row for row in table["stops"] if row[3])
        if node == "told"
    }
    desk, vet = "The desk: 020 7946 0012", "The vet : vet@farm.example"
    assert {(said, desk in view, vet in view) for said, view in shown} == {
        ("place home", True, False),
        ("place farm", False, True),
    }


def test_browsers_are_sent_all_of_it(ring: Procedure) -> None:
    assert from_wire(to_wire(ring).text) == ring


@given(small_tree())
def test_every_reader_is_shown_what_holds_for_her_and_nothing_else(text: str) -> None:
    found = procedures_of([Source("small.tree", text)], VERBS)
    assume(found.all)
    (procedure,) = found.all
    tree = procedure.tree
    for way, remembered in journeys(tree):
        node = tree.node(way[-1])
        if not isinstance(node, Step | Outcome):
            continue
        answers = dict(remembered)
        html = to_view(procedure, begin(tree, answers), "").html
        if walk(tree, answers).at is not node:
            continue
        expected = [
            *("It is late." for one in node.notes if one.when is None or is_true(one.when, answers)),
            *("The desk:" for one in node.contacts if one.when is None or is_true(one.when, answers)),
            *("The list" for one in node.links if one.when is None or is_true(one.when, answers)),
        ]
        told = re.findall(r"It is late\.|The desk:|The list", words(html))
        assert told == expected


def test_what_a_visited_tree_tells_is_told_by_its_own_answers(examples: Procedures) -> None:
    noise = examples.find("noisy-neighbours")
    assert noise
    answers = {
        "whose": frozenset({"private"}),
        "how": frozenset({"dog"}),
        "dangerous-dogs--bites": frozenset({"before"}),
    }
    view = words(to_view(noise, begin(noise.tree, answers), "").html)
    assert "Keep away from it The police, if it is over: Ring 101 (At all hours) Continue" in view
    page = words(to_html(noise, ""))
    assert "Only if you answered “Yes, now”: The police: Call 999" in page
