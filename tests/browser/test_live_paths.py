"""Every path of every tree, talked through in the live widget, against the engine that runs here."""

from __future__ import annotations

from itertools import groupby, pairwise

import pytest
from playwright.sync_api import Page

from clausetree.tree.answers import Answer
from clausetree.tree.model import Node, Outcome, Step, duties
from clausetree.tree.walk import Walk, applies, paths
from clausetree.tree.wire import Procedure

from .conftest import Witness
from .conversation import Conversation, Stop, assert_due
from .engine import all_procedures, checklist, stops, title, wordings


def test_there_are_procedures() -> None:
    assert len(all_procedures()) >= 6


@pytest.mark.parametrize("procedure", all_procedures(), ids=lambda p: p.tree.id)
def test_every_path_leads_in_the_live_widget_to_what_the_engine_says(
    page: Page, site_url: str, witness: Witness, procedure: Procedure
) -> None:
    conversation = Conversation.begun(page, procedure.tree.id)
    clicked: set[tuple[str, Answer]] = set()
    for way in paths(procedure.tree):
        _talk_through(conversation, procedure, way, clicked, site_url)
        first = conversation.click("Start again")
        assert (first["id"], first["answers"]) == (procedure.tree.start, [])
    witness.assert_clean()


def _talk_through(
    conversation: Conversation,
    procedure: Procedure,
    way: Walk,
    clicked: set[tuple[str, Answer]],
    site_url: str,
) -> None:
    given: list[list[str]] = []
    for shown, node in zip(_shown_on(conversation, way, clicked), stops(way), strict=True):
        assert (shown["id"], shown["answers"]) == (node.id, given)
        if node is way.at:
            _assert_outcome(shown, procedure, way, site_url)
        else:
            _assert_stop(shown, procedure, way, node, site_url)
        if not isinstance(node, Step | Outcome):
            given += [[title(node), *wordings(node, way.answers[node.id])]]


def _shown_on(conversation: Conversation, way: Walk, clicked: set[tuple[str, Answer]]) -> list[Stop]:
    """Go the whole way. An answer is given with the mouse the first time, and then by script: it is quicker."""
    shown = [conversation.read()]
    for known, some in groupby(pairwise(stops(way)), lambda pair: _answer(way, pair[0]) in clicked):
        given = [(wordings(node, way.answers[node.id]), onward.id) for node, onward in some]
        if known:
            shown += conversation.go_on([words for words, _ in given])
            continue
        for words, onward in given:
            conversation.answer(words, onward)
            shown.append(conversation.read())
    clicked |= {_answer(way, node) for node in stops(way)[:-1]}
    return shown


def _answer(way: Walk, node: Node) -> tuple[str, Answer]:
    return node.id, way.answers[node.id]


def _assert_stop(shown: Stop, procedure: Procedure, way: Walk, node: Node, site_url: str) -> None:
    assert shown["heading"] == title(node)
    assert shown["options"] == wordings(node)
    assert shown["checked"] == 0
    due = [duty for duty in duties(node) if applies(duty, way.answers)]
    assert_due(shown, checklist(procedure, due, site_url))


def _assert_outcome(shown: Stop, procedure: Procedure, way: Walk, site_url: str) -> None:
    assert isinstance(way.at, Outcome)
    assert (shown["kind"], shown["heading"]) == ("Outcome", title(way.at))
    assert_due(shown, checklist(procedure, way.duties, site_url))
    assert shown["next"] == [f"{site_url}trees/{onward.id}/" for onward in way.at.next_trees]
