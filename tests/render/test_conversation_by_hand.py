"""What each thing that a reader does leaves her with: worked out by hand on one small tree."""

from __future__ import annotations

import pytest

from clausetree.render.conversation import (
    Arrival,
    Talk,
    answer,
    answers_from,
    back,
    begin,
    begin_from_link,
    can_go_back,
    change,
    go,
    see,
    shown,
    stops,
    texts_from,
    tick,
    way_to,
)
from clausetree.tree.model import Tree
from clausetree.tree.walk import walk

from ..tree.readers import read

GARDEN = read("""\
tree garden "Plant something"
    policy verbs
    basis clauses
    start what

question what "What do you plant?"
    option tree "A tree" -> height
    option hedge "A hedge" -> height
    option flower "A flower" -> colour

question height "How high?"
    number 1 to 30
    then -> ask

step ask "Ask the gardener"
    must you "Lock the gate" (1.1)
    then -> which

route which
    when height > 10 and what is tree -> shade
    otherwise -> colour

question shade "Whose light does it take?"
    option ours "Ours" -> colour
    option theirs "Theirs" -> no

question colour "What colour?"
    many red "Red"
    many blue "Blue"
    none green "Green"
    then -> day

question day "When?"
    date 2024-02-28 to 2024-03-02
    then -> yes

outcome yes "Plant it"

outcome no "Do not plant it"

outcome never "Nothing leads here"
""")[1]
"""A high tree is asked whose light it takes; all others go straight from the gardener to the colour."""

HEDGE = (
    ("what", "hedge"),
    ("height", "20"),
    ("ask", ""),
    ("colour", "red"),
    ("day", "29 2 2024"),
)
HEDGE_SAID = {
    "what": "hedge",
    "height": "20",
    "ask": "done",
    "colour": "red",
    "day": "2024-02-29",
}


def given(*said: tuple[str, str], talk: Talk | None = None) -> Talk:
    """Return the talk after these answers, each to its question."""
    talk = talk or begin(GARDEN, {})
    for question, words in said:
        assert shown(GARDEN, talk).id == question
        talk = answer(GARDEN, talk, question, tuple(words.split()))
    return talk


def said(talk: Talk) -> dict[str, str]:
    return {question: "+".join(sorted(picked)) for question, picked in talk.answers.items()}


def kept(**said: str) -> dict[str, frozenset[str]]:
    return {question: frozenset(words.split()) for question, words in said.items()}


def at(talk: Talk) -> str:
    return shown(GARDEN, talk).id


def test_a_conversation_begins_at_the_start() -> None:
    talk = begin(GARDEN, {})
    assert at(talk) == "what"
    assert talk == Talk()
    assert not talk.then_ahead
    assert talk.arrival is Arrival.ANSWERED


def test_each_answer_leads_on_and_is_kept() -> None:
    talk = given(*HEDGE)
    assert at(talk) == "yes"
    assert said(talk) == HEDGE_SAID
    assert talk.dropped == ()
    assert talk.at is None


def test_a_number_and_a_date_are_kept_as_what_was_meant() -> None:
    talk = given(("what", "tree"), ("height", "007"), ("ask", ""), ("colour", "green"), ("day", "1 3 2024"))
    assert said(talk)["height"] == "7"
    assert said(talk)["day"] == "2024-03-01"


@pytest.mark.parametrize(
    ("before", "question", "words"),
    [
        ((), "what", ()),
        ((), "what", ("rose",)),
        ((), "what", ("tree", "hedge")),
        (HEDGE[:1], "height", ("0",)),
        (HEDGE[:1], "height", ("high",)),
        (HEDGE[:3], "colour", ("red", "green")),
        (HEDGE[:4], "day", ("30", "2", "2024")),
        (HEDGE[:4], "day", ("29",)),
    ],
)
def test_what_does_not_fit_leaves_her_where_she_is_and_is_shown_to_her_again(
    before: tuple[tuple[str, str], ...], question: str, words: tuple[str, ...]
) -> None:
    talk = answer(GARDEN, given(*before), question, words)
    assert at(talk) == question
    assert question not in talk.answers
    assert talk.arrival is Arrival.WENT_ON_EMPTY
    assert talk.tried == words


def test_going_on_empty_says_nothing_more_of_answers_dropped_before() -> None:
    talk = begin(GARDEN, kept(what="hedge", shade="ours"))
    assert talk.dropped == ()
    talk = begin(GARDEN, kept(what="flower", height="3"))
    assert talk.dropped == ("height",)
    assert answer(GARDEN, talk, "colour", ()).dropped == ()


def test_pressing_twice_answers_once() -> None:
    talk = given(("what", "flower"))
    assert answer(GARDEN, talk, "what", ("tree",)) == talk


def test_an_outcome_takes_no_answer() -> None:
    talk = given(*HEDGE)
    assert answer(GARDEN, talk, "yes", ()) == talk


def test_a_change_leads_straight_back_to_where_she_was() -> None:
    talk = change(GARDEN, given(*HEDGE), "height")
    assert at(talk) == "height"
    assert said(talk) == HEDGE_SAID
    talk = answer(GARDEN, talk, "height", ("8",))
    assert at(talk) == "yes"
    assert said(talk) == {**HEDGE_SAID, "height": "8"}
    assert talk.arrival is Arrival.CHANGED


def test_a_change_that_leads_past_answers_drops_them() -> None:
    talk = answer(GARDEN, change(GARDEN, given(*HEDGE), "what"), "what", ("flower",))
    assert at(talk) == "yes"
    assert talk.dropped == ("height", "ask")
    assert said(talk) == {"what": "flower", "colour": "red", "day": "2024-02-29"}


def test_answers_behind_a_question_that_a_change_puts_on_the_way_wait_for_her() -> None:
    talk = answer(GARDEN, change(GARDEN, given(*HEDGE), "what"), "what", ("tree",))
    assert at(talk) == "shade"
    assert talk.dropped == ()
    assert said(talk) == {**HEDGE_SAID, "what": "tree"}
    assert at(answer(GARDEN, talk, "shade", ("ours",))) == "yes"
    talk = answer(GARDEN, talk, "shade", ("theirs",))
    assert at(talk) == "no"
    assert talk.dropped == ("colour", "day")
    assert said(talk) == {"what": "tree", "height": "20", "ask": "done", "shade": "theirs"}


def test_what_waits_must_fit_its_question() -> None:
    talk = begin(GARDEN, kept(what="tree", colour="red", day="1999-01-01"))
    assert said(talk) == {"what": "tree", "colour": "red"}
    assert talk.dropped == ("day",)


def test_only_a_question_on_the_way_can_be_changed() -> None:
    talk = change(GARDEN, given(*HEDGE), "shade")
    assert at(talk) == "yes"
    assert talk.at is None


def test_back_goes_through_all_that_she_saw_and_keeps_her_answers() -> None:
    talk = tick(given(*HEDGE), "gate", on=True)
    seen = []
    while can_go_back(GARDEN, talk):
        talk = back(GARDEN, talk)
        seen.append(at(talk))
    assert seen == ["day", "colour", "ask", "height", "what"]
    assert said(talk) == HEDGE_SAID
    assert talk.done == {"gate"}
    assert back(GARDEN, talk) == talk


def test_after_going_back_she_goes_on_question_by_question() -> None:
    talk = back(GARDEN, back(GARDEN, back(GARDEN, given(*HEDGE))))
    assert at(talk) == "ask"
    talk = answer(GARDEN, talk, "ask", ())
    assert at(talk) == "colour"
    talk = answer(GARDEN, talk, "colour", ("blue",))
    assert at(talk) == "day"
    assert not talk.then_ahead
    talk = answer(GARDEN, talk, "day", ("1", "3", "2024"))
    assert at(talk) == "yes"
    assert talk.at is None


def test_the_buttons_of_the_browser_show_a_node_of_the_way_and_no_other() -> None:
    talk = see(GARDEN, tick(given(*HEDGE), "gate", on=True), "height")
    assert at(talk) == "height"
    assert not talk.then_ahead
    assert talk.done == {"gate"}
    assert said(talk) == HEDGE_SAID
    for node in ("shade", "which", "nowhere"):
        assert at(see(GARDEN, talk, node)) == "yes"


def test_picking_a_node_of_her_way_lets_her_change_it() -> None:
    talk = go(GARDEN, given(*HEDGE), "height")
    assert at(talk) == "height"
    assert talk.then_ahead
    assert talk.arrival is Arrival.ANSWERED
    assert said(talk) == HEDGE_SAID


def test_nobody_stops_at_a_route() -> None:
    assert at(go(GARDEN, given(*HEDGE), "which")) == "colour"
    talk = go(GARDEN, begin(GARDEN, {}), "which")
    assert at(talk) == "colour"
    assert said(talk) == {"what": "tree", "height": "1", "ask": "done"}


def test_picking_a_node_off_her_way_takes_the_fewest_answers_that_lead_there() -> None:
    talk = go(GARDEN, tick(given(*HEDGE[:4]), "gate", on=True), "no")
    assert at(talk) == "no"
    assert talk.arrival is Arrival.SHOWN_THE_WAY
    assert talk.done == {"gate"}
    assert said(talk) == {"what": "tree", "height": "11", "ask": "done", "shade": "theirs"}
    assert way_to(GARDEN, "colour") == kept(what="flower")
    assert way_to(GARDEN, "what") == {}


def test_picking_what_nothing_leads_to_changes_nothing() -> None:
    talk = given(*HEDGE[:2])
    assert go(GARDEN, talk, "never") == talk
    assert way_to(GARDEN, "never") is None


def test_the_search_for_a_way_ends_when_it_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    # Tried are: nothing, then each of the three answers to the first question.
    monkeypatch.setattr("clausetree.render.conversation.MOST_TRIED", 3)
    assert way_to(GARDEN, "colour") is None
    monkeypatch.setattr("clausetree.render.conversation.MOST_TRIED", 4)
    assert way_to(GARDEN, "colour") == kept(what="flower")


def test_duties_are_ticked_off_and_on_again() -> None:
    talk = tick(tick(given(("what", "tree")), "gate", on=True), "torch", on=True)
    assert talk.done == {"gate", "torch"}
    assert tick(talk, "gate", on=False).done == {"torch"}
    assert said(talk) == {"what": "tree"}


def test_ticks_stay_while_she_answers() -> None:
    talk = answer(GARDEN, tick(given(*HEDGE[:2]), "gate", on=True), "ask", ())
    assert talk.done == {"gate"}
    assert change(GARDEN, talk, "what").done == {"gate"}


def test_a_reader_sees_no_routes() -> None:
    way = walk(GARDEN, kept(what="hedge", height="3", ask="done"))
    assert [node.id for node in stops(way)] == ["what", "height", "ask", "colour"]


def test_a_visit_goes_on_where_it_was() -> None:
    answers = kept(what="hedge", height="20", ask="done", colour="red")
    assert at(begin(GARDEN, answers)) == "day"
    talk = begin(GARDEN, answers, frozenset({"gate"}), "height")
    assert at(talk) == "height"
    assert talk.done == {"gate"}
    assert at(begin(GARDEN, answers, at="which")) == "day"
    assert at(begin(GARDEN, answers, at="shade")) == "day"


def test_a_link_counts_the_steps_before_its_answers_as_done() -> None:
    talk = begin_from_link(GARDEN, kept(what="hedge", height="20", colour="red"))
    assert at(talk) == "day"
    assert said(talk) == {"what": "hedge", "height": "20", "ask": "done", "colour": "red"}
    assert talk.arrival is Arrival.LINKED
    assert talk.dropped == ()


def test_a_step_behind_the_answers_of_a_link_is_still_to_be_done() -> None:
    assert at(begin_from_link(GARDEN, kept(what="hedge", height="20"))) == "ask"
    assert at(begin_from_link(GARDEN, kept(what="hedge", height="20", ask="done"))) == "colour"


def test_a_link_to_a_step_skips_none_before_it() -> None:
    two = read("""\
tree two "Two steps"
    policy verbs
    basis clauses
    start one

step one "Do one thing"
    then -> other

step other "Do the other"
    then -> end

outcome end "End"
""")[1]
    assert shown(two, begin_from_link(two, kept(other="done"))).id == "one"


def test_a_link_that_says_nothing_leads_to_a_step_that_stands_first() -> None:
    first = Tree(GARDEN.id, GARDEN.title, GARDEN.policy, GARDEN.basis, None, GARDEN.roles, "ask", GARDEN.nodes)
    talk = begin_from_link(first, {})
    assert shown(first, talk).id == "ask"
    assert dict(talk.answers) == {}


def test_what_an_old_link_says_of_questions_that_are_gone_is_named() -> None:
    talk = begin_from_link(GARDEN, kept(what="flower", season="spring", height="3"))
    assert at(talk) == "colour"
    assert talk.dropped == ("season", "height")


def test_what_comes_from_outside_is_taken_as_texts() -> None:
    assert texts_from(["red", 7]) == ("red", "7")
    assert texts_from("red") == ()
    assert texts_from(None) == ()
    assert answers_from({"what": ["tree"], 3: ["a", "b"], "day": "no list"}) == {
        "what": frozenset({"tree"}),
        "3": frozenset({"a", "b"}),
        "day": frozenset(),
    }
    assert answers_from(["what"]) == {}
