"""What each thing that a reader does leaves her with: worked out by hand on one small tree."""

from __future__ import annotations

import pytest

from clausetree.render.widget.conversation import (
    Arrival,
    ConversationState,
    answer,
    answers_leading_to,
    back,
    begin,
    begin_from_link,
    can_go_back,
    change,
    go,
    see,
    shown,
    tick,
    visible_nodes,
)
from clausetree.tree.model import Tree
from clausetree.tree.walk import walk
from tests.tree.readers import read

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
HEDGE_ANSWERED = {
    "what": "hedge",
    "height": "20",
    "ask": "done",
    "colour": "red",
    "day": "2024-02-29",
}


def given(*answered: tuple[str, str], state: ConversationState | None = None) -> ConversationState:
    """Return the state after these answers, each to its question."""
    state = state or begin(GARDEN, {})
    for question, words in answered:
        assert shown(GARDEN, state).id == question
        state = answer(GARDEN, state, question, tuple(words.split()))
    return state


def answered(state: ConversationState) -> dict[str, str]:
    return {question: "+".join(sorted(picked)) for question, picked in state.answers.items()}


def kept(**answered: str) -> dict[str, frozenset[str]]:
    return {question: frozenset(words.split()) for question, words in answered.items()}


def at(state: ConversationState) -> str:
    return shown(GARDEN, state).id


def test_a_conversation_begins_at_the_start() -> None:
    state = begin(GARDEN, {})
    assert at(state) == "what"
    assert state == ConversationState()
    assert not state.then_ahead
    assert state.arrival is Arrival.ANSWERED


def test_each_answer_leads_on_and_is_kept() -> None:
    state = given(*HEDGE)
    assert at(state) == "yes"
    assert answered(state) == HEDGE_ANSWERED
    assert state.dropped == ()
    assert state.at is None


def test_a_number_and_a_date_are_kept_as_what_was_meant() -> None:
    state = given(("what", "tree"), ("height", "007"), ("ask", ""), ("colour", "green"), ("day", "1 3 2024"))
    assert answered(state)["height"] == "7"
    assert answered(state)["day"] == "2024-03-01"


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
    state = answer(GARDEN, given(*before), question, words)
    assert at(state) == question
    assert question not in state.answers
    assert state.arrival is Arrival.WENT_ON_EMPTY
    assert state.tried == words


def test_going_on_empty_says_nothing_more_of_answers_dropped_before() -> None:
    state = begin(GARDEN, kept(what="hedge", shade="ours"))
    assert state.dropped == ()
    state = begin(GARDEN, kept(what="flower", height="3"))
    assert state.dropped == ("height",)
    assert answer(GARDEN, state, "colour", ()).dropped == ()


def test_pressing_twice_answers_once() -> None:
    state = given(("what", "flower"))
    assert answer(GARDEN, state, "what", ("tree",)) == state


def test_an_outcome_takes_no_answer() -> None:
    state = given(*HEDGE)
    assert answer(GARDEN, state, "yes", ()) == state


def test_a_change_leads_straight_back_to_where_she_was() -> None:
    state = change(GARDEN, given(*HEDGE), "height")
    assert at(state) == "height"
    assert answered(state) == HEDGE_ANSWERED
    state = answer(GARDEN, state, "height", ("8",))
    assert at(state) == "yes"
    assert answered(state) == {**HEDGE_ANSWERED, "height": "8"}
    assert state.arrival is Arrival.CHANGED


def test_a_change_that_leads_past_answers_drops_them() -> None:
    state = answer(GARDEN, change(GARDEN, given(*HEDGE), "what"), "what", ("flower",))
    assert at(state) == "yes"
    assert state.dropped == ("height", "ask")
    assert answered(state) == {"what": "flower", "colour": "red", "day": "2024-02-29"}


def test_answers_behind_a_question_that_a_change_puts_on_the_way_wait_for_her() -> None:
    state = answer(GARDEN, change(GARDEN, given(*HEDGE), "what"), "what", ("tree",))
    assert at(state) == "shade"
    assert state.dropped == ()
    assert answered(state) == {**HEDGE_ANSWERED, "what": "tree"}
    assert at(answer(GARDEN, state, "shade", ("ours",))) == "yes"
    state = answer(GARDEN, state, "shade", ("theirs",))
    assert at(state) == "no"
    assert state.dropped == ("colour", "day")
    assert answered(state) == {"what": "tree", "height": "20", "ask": "done", "shade": "theirs"}


def test_what_waits_must_fit_its_question() -> None:
    state = begin(GARDEN, kept(what="tree", colour="red", day="1999-01-01"))
    assert answered(state) == {"what": "tree", "colour": "red"}
    assert state.dropped == ("day",)


def test_only_a_question_on_the_way_can_be_changed() -> None:
    state = change(GARDEN, given(*HEDGE), "shade")
    assert at(state) == "yes"
    assert state.at is None


def test_back_goes_through_all_that_she_saw_and_keeps_her_answers() -> None:
    state = tick(given(*HEDGE), "gate", on=True)
    seen = []
    while can_go_back(GARDEN, state):
        state = back(GARDEN, state)
        seen.append(at(state))
    assert seen == ["day", "colour", "ask", "height", "what"]
    assert answered(state) == HEDGE_ANSWERED
    assert state.done == {"gate"}
    assert back(GARDEN, state) == state


def test_after_going_back_she_goes_on_question_by_question() -> None:
    state = back(GARDEN, back(GARDEN, back(GARDEN, given(*HEDGE))))
    assert at(state) == "ask"
    state = answer(GARDEN, state, "ask", ())
    assert at(state) == "colour"
    state = answer(GARDEN, state, "colour", ("blue",))
    assert at(state) == "day"
    assert not state.then_ahead
    state = answer(GARDEN, state, "day", ("1", "3", "2024"))
    assert at(state) == "yes"
    assert state.at is None


def test_the_buttons_of_the_browser_show_a_node_of_the_way_and_no_other() -> None:
    state = see(GARDEN, tick(given(*HEDGE), "gate", on=True), "height")
    assert at(state) == "height"
    assert not state.then_ahead
    assert state.done == {"gate"}
    assert answered(state) == HEDGE_ANSWERED
    for node in ("shade", "which", "nowhere"):
        assert at(see(GARDEN, state, node)) == "height"


def test_picking_a_node_of_her_way_lets_her_change_it() -> None:
    state = go(GARDEN, given(*HEDGE), "height")
    assert at(state) == "height"
    assert state.then_ahead
    assert state.arrival is Arrival.ANSWERED
    assert answered(state) == HEDGE_ANSWERED


def test_nobody_stops_at_a_route() -> None:
    assert at(go(GARDEN, given(*HEDGE), "which")) == "colour"
    state = go(GARDEN, begin(GARDEN, {}), "which")
    assert at(state) == "colour"
    assert answered(state) == {"what": "tree", "height": "1", "ask": "done"}


def test_picking_a_node_off_her_way_takes_the_fewest_answers_that_lead_there() -> None:
    state = go(GARDEN, tick(given(*HEDGE[:4]), "gate", on=True), "no")
    assert at(state) == "no"
    assert state.arrival is Arrival.SHOWN_THE_WAY
    assert state.done == {"gate"}
    assert answered(state) == {"what": "tree", "height": "11", "ask": "done", "shade": "theirs"}
    assert answers_leading_to(GARDEN, "colour") == kept(what="flower")
    assert answers_leading_to(GARDEN, "what") == {}


def test_picking_what_nothing_leads_to_changes_nothing() -> None:
    state = given(*HEDGE[:2])
    assert go(GARDEN, state, "never") == state
    assert answers_leading_to(GARDEN, "never") is None


def test_the_search_for_a_way_ends_when_it_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    # Tried are: nothing, then each of the three answers to the first question.
    monkeypatch.setattr("clausetree.render.widget.conversation.MOST_TRIED", 3)
    assert answers_leading_to(GARDEN, "colour") is None
    monkeypatch.setattr("clausetree.render.widget.conversation.MOST_TRIED", 4)
    assert answers_leading_to(GARDEN, "colour") == kept(what="flower")


def test_duties_are_ticked_off_and_on_again() -> None:
    state = tick(tick(given(("what", "tree")), "gate", on=True), "torch", on=True)
    assert state.done == {"gate", "torch"}
    assert tick(state, "gate", on=False).done == {"torch"}
    assert answered(state) == {"what": "tree"}


def test_ticks_stay_while_she_answers() -> None:
    state = answer(GARDEN, tick(given(*HEDGE[:2]), "gate", on=True), "ask", ())
    assert state.done == {"gate"}
    assert change(GARDEN, state, "what").done == {"gate"}


def test_a_reader_sees_no_routes() -> None:
    way = walk(GARDEN, kept(what="hedge", height="3", ask="done"))
    assert [node.id for node in visible_nodes(way)] == ["what", "height", "ask", "colour"]


def test_a_visit_goes_on_where_it_was() -> None:
    answers = kept(what="hedge", height="20", ask="done", colour="red")
    assert at(begin(GARDEN, answers)) == "day"
    state = begin(GARDEN, answers, frozenset({"gate"}), "height")
    assert at(state) == "height"
    assert state.done == {"gate"}
    assert at(begin(GARDEN, answers, at="which")) == "day"
    assert at(begin(GARDEN, answers, at="shade")) == "day"


def test_a_link_counts_the_steps_before_its_answers_as_done() -> None:
    state = begin_from_link(GARDEN, kept(what="hedge", height="20", colour="red"))
    assert at(state) == "day"
    assert answered(state) == {"what": "hedge", "height": "20", "ask": "done", "colour": "red"}
    assert state.arrival is Arrival.LINKED
    assert state.dropped == ()


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
    state = begin_from_link(first, {})
    assert shown(first, state).id == "ask"
    assert dict(state.answers) == {}


def test_what_an_old_link_says_of_questions_that_are_gone_is_named() -> None:
    state = begin_from_link(GARDEN, kept(what="flower", season="spring", height="3"))
    assert at(state) == "colour"
    assert state.dropped == ("season", "height")
