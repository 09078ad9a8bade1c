"""What the reader is told besides the node itself: where answers came from, and which no longer count."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.render.html.ids import live_id
from clausetree.render.html.markup import Html, element
from clausetree.render.tree.phrasing import time_words
from clausetree.render.widget.conversation import Arrival, ConversationState
from clausetree.tree.model import ManyOf, Measure, OneOf, Tree


def notice(tree: Tree, state: ConversationState) -> Html | None:
    """Say what the reader would otherwise have to wonder about."""
    parts = list(_explained(tree, state))
    return element("div", *parts, id=live_id(tree, "notice"), class_="ct-dropped") if parts else None


def has_notice(tree: Tree, state: ConversationState) -> bool:
    """Return whether there is anything to say."""
    return any(True for _ in _explained(tree, state))


def _explained(tree: Tree, state: ConversationState) -> Iterator[Html]:
    dropped = [tree.node(question) for question in state.dropped if tree.has(question)]
    questions = [node for node in dropped if isinstance(node, OneOf | ManyOf | Measure)]
    titles = [f"{node.title.text}{time_words(tree, node.id)}" for node in questions]
    if state.arrival is Arrival.LINKED and state.answers:
        yield element("p", "These answers came with the link. Change any that is not yours.")
    if state.arrival is Arrival.LINKED and state.dropped:
        words = "Some of the link could not be used. It may have been made before this procedure changed."
        yield element("p", words)
    if state.arrival is Arrival.SHOWN_THE_WAY and state.answers:
        words = (
            "You have not answered the questions before this one. The fewest answers that lead here were "
            "filled in to show it to you. Check each of them before you rely on what follows."
        )
        yield element("p", words)
    if titles:
        yield element("p", "These answers no longer count:")
        yield element("ul", *(element("li", title) for title in titles))
