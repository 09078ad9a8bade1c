"""Whatever a reader does, in any order, the conversation goes on and keeps what still counts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from clausetree.publish.sources.policies import load_policies
from clausetree.publish.sources.procedures import load_procedures
from clausetree.render.widget.conversation import (
    ConversationState,
    answer,
    back,
    begin,
    can_go_back,
    change,
    go,
    shown,
    visible_nodes,
)
from clausetree.render.widget.link import from_fragment, to_fragment
from clausetree.render.widget.widget import Widget
from clausetree.tree.answers import Answer, fits
from clausetree.tree.model import ManyOf, OneOf, Outcome, Route, Step, Tree
from clausetree.tree.walk import possible_answers, walk

ROOT = Path(__file__).resolve().parents[3]
LOADED = load_procedures(ROOT / "trees", load_policies(ROOT / "docs").registry).all
PROCEDURES = {one.tree.id: one for one in LOADED}
TREES = st.sampled_from(sorted(PROCEDURES))


@st.composite
def actions(draw: st.DrawFn, tree: Tree) -> list[dict[str, Any]]:
    """Return what a browser may send, in any order: the right answers mostly, and any others."""
    ids = st.sampled_from([*(node.id for node in tree.nodes), "no-such-node"])
    options = st.sampled_from([*_options(tree), "done", "no-such-option"])
    picked = st.lists(options, max_size=3)
    answers = st.dictionaries(ids, picked, max_size=8)
    return draw(
        st.lists(
            st.one_of(
                st.integers(0, 30).map(lambda at: {"do": "right answer", "at": at}),
                st.integers(0, 30).map(lambda at: {"do": "right answer", "at": at}),
                st.builds(lambda node, some: {"do": "answer", "node": node, "picked": some}, ids, picked),
                picked.map(lambda some: {"do": "answer here", "picked": some}),
                ids.map(lambda node: {"do": "change", "node": node}),
                st.just({"do": "back"}),
                st.just({"do": "restart"}),
                ids.map(lambda node: {"do": "go", "node": node}),
                answers.map(lambda some: {"do": "begin", "answers": some}),
                st.text(max_size=20).map(lambda said: {"do": "link", "fragment": said}),
                answers.map(lambda some: {"do": "link", "fragment": _fragment(some)}),
            ),
            max_size=25,
        )
    )


@given(st.data(), TREES)
def test_any_actions_lead_to_a_node_that_can_be_shown(data: st.DataObject, name: str) -> None:
    tree = PROCEDURES[name].tree
    widget = Widget(PROCEDURES[name], "../../")
    for action in data.draw(actions(tree)):
        here = shown(tree, widget.state).id
        if action["do"] == "right answer":
            action = {"do": "answer", "node": here, "picked": _right(tree, widget.state, action["at"])}
        if action["do"] == "answer here":
            action = {"do": "answer", "node": here, "picked": action["picked"]}
        view = json.loads(widget.act(json.dumps(action)))
        node = tree.node(view["node"])
        assert not isinstance(node, Route)
        assert node == shown(tree, widget.state)
        assert f'id="{view["focus"]}"' in view["html"]
        answers = widget.state.answers
        assert all(fits(tree.node(question), picked) for question, picked in answers.items())
        # Only the answers that count are kept, so that beginning with them leads to the same place.
        again = begin(tree, {question: frozenset(picked) for question, picked in view["answers"].items()})
        assert again.answers == answers
        assert not again.dropped
        assert view["way"] == [met.id for met in walk(tree, answers).nodes]
        assert node in visible_nodes(walk(tree, answers))
        assert from_fragment(to_fragment(tree.id, answers)) == answers


@given(st.data(), TREES)
def test_a_change_keeps_every_later_answer_that_still_applies(data: st.DataObject, name: str) -> None:
    tree = PROCEDURES[name].tree
    state = _answered(data, tree)
    asked = [question for question in state.answers if not isinstance(tree.node(question), Step)]
    if not asked:
        return
    question = data.draw(st.sampled_from(asked))
    node = tree.node(question)
    assert isinstance(node, OneOf | ManyOf)
    picked = data.draw(st.sampled_from([*possible_answers(tree, node)]))
    changed = answer(tree, change(tree, state, question), question, tuple(picked))
    way = walk(tree, changed.answers)
    assert changed.answers[question] == picked
    for met in way.nodes:
        if met.id in state.answers and met.id != question:
            assert changed.answers[met.id] == state.answers[met.id]
    lost = state.answers.keys() - changed.answers.keys()
    assert set(changed.dropped) == lost
    assert not lost & {met.id for met in way.nodes}
    # The reader is where her answers lead, however much of the way she had gone before.
    assert shown(tree, changed) == way.at


@given(st.data(), TREES)
def test_going_back_and_on_again_changes_nothing(data: st.DataObject, name: str) -> None:
    tree = PROCEDURES[name].tree
    state = _answered(data, tree)
    seen = [shown(tree, state)]
    while can_go_back(tree, state):
        state = back(tree, state)
        seen.append(shown(tree, state))
    assert back(tree, state) == state
    assert seen == visible_nodes(walk(tree, state.answers))[::-1]
    for node in seen[:0:-1]:
        assert shown(tree, state) == node
        state = answer(tree, state, node.id, tuple(state.answers[node.id]))
    assert shown(tree, state) == seen[0]


@given(st.data(), TREES)
def test_every_node_can_be_gone_to(data: st.DataObject, name: str) -> None:
    tree = PROCEDURES[name].tree
    state = _answered(data, tree)
    node = data.draw(st.sampled_from([node for node in tree.nodes if not isinstance(node, Route)]))
    gone = go(tree, state, node.id)
    assert shown(tree, gone) == node


def _answered(data: st.DataObject, tree: Tree) -> ConversationState:
    """Return the state of a conversation in which some questions have been answered, one after another."""
    state = ConversationState()
    for at in data.draw(st.lists(st.integers(0, 30), max_size=12)):
        here = shown(tree, state)
        if not isinstance(here, Outcome):
            state = answer(tree, state, here.id, tuple(_right(tree, state, at)))
    return state


def _right(tree: Tree, state: ConversationState, at: int) -> list[str]:
    """Return one of the answers to the node that the reader has before her."""
    node = shown(tree, state)
    if not isinstance(node, OneOf | ManyOf | Step):
        return []
    possible: list[Answer] = list(possible_answers(tree, node))
    return sorted(possible[at % len(possible)])


def _options(tree: Tree) -> list[str]:
    asked = [node for node in tree.nodes if isinstance(node, OneOf | ManyOf)]
    return [option for node in asked for answer in possible_answers(tree, node) for option in answer]


def _fragment(answers: dict[str, list[str]]) -> str:
    return "tree?" + "&".join(f"{question}={','.join(picked)}" for question, picked in answers.items())


def test_an_answer_waits_while_a_change_puts_new_questions_before_it() -> None:
    tree = PROCEDURES["employee-comments"].tree
    state = ConversationState()
    for node, said in (("risk", "no"), ("harm", "no"), ("standards", "no"), ("also", "own")):
        state = answer(tree, state, node, (said,))
    state = answer(tree, change(tree, state, "harm"), "harm", ("yes",))
    assert shown(tree, state).id == "target"
    assert state.dropped == ("standards",)
    state = answer(tree, state, "target", ("me",))
    while isinstance(shown(tree, state), Step):
        state = answer(tree, state, shown(tree, state).id, ())
    assert isinstance(shown(tree, state), Outcome)
    assert state.answers["also"] == frozenset({"own"})
