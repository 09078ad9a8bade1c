"""A course plays the conversation of the site: whatever is done, its scripts lead to what the engine shows."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from typing import Any

import pytest

from clausetree.render.courses import course
from clausetree.render.courses.course import to_views
from clausetree.render.courses.stops import Way, stops
from clausetree.render.html.ids import live_id
from clausetree.render.html.markup import element
from clausetree.render.widget.conversation import (
    Arrival,
    ConversationState,
    answer,
    back,
    can_go_back,
    change,
    shown,
    tick,
    visible_nodes,
)
from clausetree.render.widget.mistakes import control_to_mend, mistake
from clausetree.render.widget.node_view import start_again, take_away
from clausetree.render.widget.view import to_view
from clausetree.tree.answers import DONE
from clausetree.tree.model import ManyOf, Measure, Node, OneOf, Outcome, Step, Tree
from clausetree.tree.scalar import MINUTES_OF_DAY, scalar_text
from clausetree.tree.scale import DateScale
from clausetree.tree.today import as_of
from clausetree.tree.typed import typed_fields
from clausetree.tree.walk import walk
from clausetree.tree.wire import Procedure
from tests.publish.courses.made_up import made_of
from tests.publish.courses.player import Deed, play

TREES = [
    "conditions",
    "court-ordered-access",
    "data-incident",
    "dates-and-times",
    "days-since",
    "deadlines",
    "evidence",
    "many-of-none",
    "measured-again",
    "messaging",
    "money-and-decimals",
    "names",
    "needlestick",
    "no-word-from-her",
    "numbers-and-dates",
    "steps",
    "tables-of-dates",
    "units",
    "unsure",
    "visiting",
    "visiting-another-policy",
]
TODAY = date(2026, 3, 29)
PLAYS, DEEDS = 15, 25
SAID = re.compile(r'<p data-said="([^"]+)" class="ct-said"></p>')
DUE = re.compile(r'(<span class="ct-within") data-due="([0-9]+)">(.*?)</span>')
TYPED = re.compile(r'(?P<box><input type="text"[^>]*?) value="(?P<value>[^"]*)"')
ODD = (
    "",
    "1",
    "31",
    "feb.",
    "Sept",
    "2026",
    "26",
    "\uff12",
    "noon",
    "midnight",
    "9:30",
    "12pm",
    "0",
    "1,000",
    "-3",
    "x",
)
"""What a learner may type into any box, and much of it is no answer."""


@dataclass(frozen=True, slots=True)
class Learner:
    """Does by chance what a learner might, where the engine says what comes of it."""

    tree: Tree
    way: Way
    duties: list[str]
    chance: random.Random

    def deed(self, state: ConversationState) -> tuple[Deed, ConversationState]:
        """Return something to do, and what it leads to."""
        tree, node, doing = self.tree, shown(self.tree, state), self.chance.random()
        questions = [q for q in walk(tree, state.answers).answers if q != node.id]
        again = [q for q in questions if not isinstance(tree.node(q), Step)]
        if doing < 0.2 and can_go_back(tree, state):
            return ("back", None), self.back(state)
        if (doing < 0.4 or isinstance(node, Outcome)) and again:
            question = self.chance.choice(again)
            return ("change", question), self.change(state, question)
        if doing < 0.5 and self.duties:
            duty = self.chance.choice(self.duties)
            return ("tick", duty), tick(state, duty, on=True)
        if isinstance(node, Outcome):
            return ("restart", None), ConversationState()
        picked = self.picked(state)
        given = list(picked) if isinstance(node, Measure) else sorted(picked)
        return ("answer", given), answer(tree, state, node.id, picked)

    def picked(self, state: ConversationState) -> tuple[str, ...]:
        """Pick something at random, or nothing."""
        node = shown(self.tree, state)
        match node:
            case OneOf() | ManyOf() if self.chance.random() < 0.1:
                return ()
            case OneOf():
                return (self.chance.choice(node.options).id,)
            case ManyOf() if node.none and self.chance.random() < 0.2:
                return (node.none.id,)
            case ManyOf():
                some = [choice.id for choice in node.choices if self.chance.random() < 0.5]
                return tuple(some or [self.chance.choice(node.choices).id])
            case Step():
                return tuple(DONE)
            case Measure():
                return self.typed(node)
            case _:
                raise AssertionError("nothing is asked here")

    def typed(self, node: Measure) -> tuple[str, ...]:
        """Type something at random: often an answer, sometimes that she does not know, or neither."""
        boxes = len(typed_fields(node.scale, ""))
        doing = self.chance.random()
        if doing < 0.2:
            return tuple(self.chance.choice(ODD) for _ in range(boxes))
        if node.unsure and doing < 0.4:
            return (*[self.chance.choice(("", "", "", "1"))] * boxes, node.unsure.id)
        amount = self.chance.randint(node.least - 1, node.most + 1)
        if node.scale is DateScale.DATE_AND_TIME:
            amount = amount * MINUTES_OF_DAY + self.chance.randrange(MINUTES_OF_DAY)
        return typed_fields(node.scale, scalar_text(node.scale, amount))

    def back(self, state: ConversationState) -> ConversationState:
        """Go back: a course that does not hold all forgets what was answered from there on."""
        if self.way is Way.WHOLE:
            return back(self.tree, state)
        ids = [node.id for node in visible_nodes(walk(self.tree, state.answers))]
        return self.until(state, ids[ids.index(shown(self.tree, state).id) - 1])

    def change(self, state: ConversationState, question: str) -> ConversationState:
        """Answer a question again."""
        whole = self.way is Way.WHOLE
        return change(self.tree, state, question) if whole else self.until(state, question)

    def until(self, state: ConversationState, node: str) -> ConversationState:
        """Forget what was answered at a node and behind it."""
        answers = dict(walk(self.tree, state.answers).answers)
        before = list(answers)[: list(answers).index(node)]
        return ConversationState({one: answers[one] for one in before}, state.done)

    def play(self) -> Iterator[tuple[Deed, ConversationState]]:
        """Yield what is done, and what it leads to: none of it is what a refused answer leads to."""
        state = ConversationState()
        for _ in range(DEEDS):
            done, after = self.deed(state)
            yield done, after
            state = state if after.arrival is Arrival.WENT_ON_EMPTY else after


def on_the_site(procedure: Procedure, state: ConversationState) -> str:
    """Return what the site shows, but for what is put in by scripts, and what a course does not have."""
    own = str(to_view(procedure, state, "{root}").html)
    ended = isinstance(shown(procedure.tree, state), Outcome)
    left = element("div", start_again(), class_="ct-buttons") if ended else ""
    own = own.replace(take_away(procedure.tree, state), left)
    own = re.sub(r'<a href="\{root\}[^"]*"[^>]*>(.*?)</a>', r"\1", own, flags=re.DOTALL)
    return own.replace(" checked", "")


def in_the_course(said: dict[str, Any], procedure: Procedure, node: Node) -> str:
    """Return what a course shows, with the words that its script puts in."""
    html = said["html"].replace(' target="_blank" rel="noopener"', "").replace(" checked", "")
    values = iter(said["fields"])
    html = TYPED.sub(lambda place: f'{place["box"]} value="{escape(next(values))}"', html)
    html = DUE.sub(lambda place: f"{place[1]}>{place[3]}{end_of(said['ends'][int(place[2])])}</span>", html)
    if said["fault"] and isinstance(node, Measure):
        words, box = said["fault"]["words"], live_id(procedure.tree, node.id, said["fault"]["box"])
        html = html.replace(escape(mistake(node, ()), quote=False), escape(words, quote=False))
        html = html.replace(f'href="#{control_to_mend(procedure.tree, node, ())}"', f'href="#{box}"')
    return SAID.sub(
        lambda place: "\n".join(f'<p class="ct-said">{words}</p>' for words in said["words"][place[1]]), html
    )


def end_of(end: dict[str, str] | None) -> str:
    """Return what stands behind how long there is."""
    if not end:
        return ""
    due = f': <strong class="ct-due">{escape(end["end"], quote=False)}</strong>' if end["end"] else ""
    return due + escape(end["more"], quote=False)


def visit(state: ConversationState, node: str) -> dict[str, Any]:
    picks = {question: sorted(picked) for question, picked in state.answers.items()}
    return {"node": node, "picks": picks, "ticks": sorted(state.done), "changed": False, "past": False}


def in_order(found: dict[str, Any]) -> dict[str, Any]:
    picks = {question: sorted(picked) for question, picked in found["picks"].items()}
    return {**found, "picks": picks, "ticks": sorted(found["ticks"])}


def assert_same(procedure: Procedure, way: Way) -> None:
    """Play a course and the site side by side, on the same day."""
    made = json.loads(to_views(procedure, ""))
    assert made["way"] == way
    today = TODAY.toordinal()
    procedure = replace(procedure, tree=as_of(procedure.tree, today), today=today)
    tree = procedure.tree
    learners = (Learner(tree, way, list(made["duties"]), random.Random(seed)) for seed in range(PLAYS))
    expected = [list(learner.play()) for learner in learners]
    played = play(made, [[done for done, _ in deeds] for deeds in expected], today=TODAY.isoformat())
    for deeds, told in zip(expected, played.plays, strict=True):
        for (_, state), said in zip(deeds, told, strict=True):
            node = shown(tree, state)
            assert in_the_course(said, procedure, node) == on_the_site(procedure, state)
            assert said["outcome"] == (node.title.text if isinstance(node, Outcome) else None)
            here = visit(state, node.id)
            assert in_order(said["own"]) == here
            assert in_order(said["found"]) == here
            assert len(said["written"]) <= made["longest"]


@pytest.mark.parametrize("name", TREES)
def test_whatever_a_learner_does_a_course_shows_and_keeps_what_the_site_does(
    name: str, all_procedures: tuple[Procedure, ...]
) -> None:
    assert_same(next(one for one in all_procedures if one.tree.id == name), Way.WHOLE)


@pytest.mark.parametrize("name", ["court-ordered-access", "evidence", "messaging", "visiting"])
def test_a_course_with_too_many_ways_does_the_same_but_for_what_it_forgets(
    name: str, all_procedures: tuple[Procedure, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    procedure = next(one for one in all_procedures if one.tree.id == name)
    most = len(stops(procedure.tree, Way.ONWARD, course.MOST_STOPS) or ())
    monkeypatch.setattr(course, "MOST_STOPS", most)
    assert_same(procedure, Way.ONWARD)


def test_ids_that_every_object_of_a_script_has_are_ids_like_others(
    all_procedures: tuple[Procedure, ...],
) -> None:
    nodes = [
        'question q0 "Which?"\n    cites 2.4\n    option constructor "Made" -> constructor\n'
        '    option 1 "One" -> valueof',
        'question constructor "Which of these?"\n    cites 2.4\n    many z "Last"\n    many 7 "Seven"\n'
        '    many 2 "Two"\n    then -> valueof',
        'outcome valueof "Value"\n    cites 2.4',
    ]
    assert_same(made_of(nodes, all_procedures), Way.WHOLE)


def test_what_is_due_anew_each_time_is_counted_and_ticked_off_each_time(
    all_procedures: tuple[Procedure, ...],
) -> None:
    nodes = [
        'question q0 "When did you hear?"\n    cites 2.4\n    date 2026-01-01 to today\n    then -> passed',
        'question passed "Have you passed?"\n    cites 2.4\n    option yes "Yes" -> over\n'
        '    option no "No" -> sit',
        'wait sit "Sit it again"\n    must you "Enter for it" within 5 days of q0 (2.4)\n'
        '    must you "Read" within 36 hours of "the call" (2.4)\n    then -> q0 up to 3 times, then -> over',
        'outcome over "It is over"\n    must you "Pay" within 2 months of q0 (2.4)',
    ]
    assert_same(made_of(nodes, all_procedures), Way.WHOLE)


@pytest.fixture(scope="module")
def messaging(all_procedures: tuple[Procedure, ...]) -> dict[str, Any]:
    """The table of a course."""
    procedure = next(one for one in all_procedures if one.tree.id == "messaging")
    made: dict[str, Any] = json.loads(to_views(procedure, ""))
    return made


def test_what_another_version_kept_is_gone_on_with_and_the_learner_told(messaging: dict[str, Any]) -> None:
    (said,) = play(messaging, [[("answer", ["whatsapp"])]]).plays[0]
    (found,) = play({**messaging, "mark": "0000"}, kept=[said["written"]]).found
    assert found == {**said["own"], "changed": True}


@pytest.mark.parametrize(
    ("kept", "changed"),
    [
        ("", False),
        ("{}", False),
        ('{"platform":["whatsapp"]}', True),
        ('{"gone":["x"]}', True),
        ('{"constructor":["x"]}', True),
        ("#messaging--platform", True),
    ],
)
def test_what_an_older_package_kept_is_never_dropped_without_a_word(
    messaging: dict[str, Any], kept: str, changed: bool
) -> None:
    (found,) = play(messaging, kept=[kept]).found
    assert found["changed"] is changed
    assert found["picks"] == ({"platform": ["whatsapp"]} if "whatsapp" in kept else {})
