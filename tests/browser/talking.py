"""A whole way through a tree, talked through in the live widget, against the engine that runs here."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Protocol

from clausetree.tree.answers import Answer
from clausetree.tree.model import Node, Outcome, Step, duties
from clausetree.tree.walk import Walk, applies
from clausetree.tree.wire import Procedure

from .conversation import Stop, assert_due
from .engine import checklist, stops, title, wordings


class Talk(Protocol):
    """A reader's side of a conversation, in whatever browser."""

    def read(self) -> Stop:
        """Return what the widget shows."""

    def answer(self, words: Sequence[str], onward: str) -> None:
        """Answer with the mouse, and wait for the node that comes next."""

    def go_on(self, answers: Sequence[Sequence[str]]) -> list[Stop]:
        """Give answers by script, one after the other, and return what is shown after each."""


def talk_through(
    conversation: Talk,
    procedure: Procedure,
    way: Walk,
    clicked: set[tuple[str, Answer]],
    site_url: str,
) -> None:
    """Go the whole way, and fail where the widget shows anything but what the engine says.

    An answer that is not among `clicked` is given with the mouse, and is among them from then on.
    """
    given: list[list[str]] = []
    for shown, node in zip(_shown_on(conversation, way, clicked), stops(way), strict=True):
        assert (shown["id"], shown["answers"]) == (node.id, given)
        if node is way.at:
            _assert_outcome(shown, procedure, way, site_url)
        else:
            _assert_stop(shown, procedure, way, node, site_url)
        if not isinstance(node, Step | Outcome):
            given += [[title(node), *wordings(node, way.answers[node.id])]]


def _shown_on(conversation: Talk, way: Walk, clicked: set[tuple[str, Answer]]) -> list[Stop]:
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
