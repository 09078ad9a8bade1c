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
    if state.arrival is Arrival.LINKED:
        yield from (element("p", words) for words in _of_link(state))
    if state.arrival is Arrival.SHOWN_THE_WAY and state.answers:
        words = (
            "You have not answered the questions before this one. The fewest answers that lead here were "
            "filled in to show it to you. Check each of them before you rely on what follows."
        )
        yield element("p", words)
    if titles:
        yield element("p", "These answers no longer count:")
        yield element("ul", *(element("li", title) for title in titles))


def _of_link(state: ConversationState) -> Iterator[str]:
    why = "It may have been cut short or changed on its way, or made before this procedure changed."
    if state.answers:
        yield "These answers came with the link. Change any that is not yours."
    if state.answers and state.dropped:
        yield f"Some of the link could not be used. {why} Go on here, or ask whoever sent it to copy it again."
    if not state.answers:
        yield f"The link brought no answers. {why} Begin here, or ask whoever sent it to copy it again."
