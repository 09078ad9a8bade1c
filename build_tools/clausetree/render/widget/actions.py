"""What a reader can do in a conversation, and the state that it leaves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, assert_never

from clausetree.render.widget.conversation import (
    ConversationState,
    answer,
    back,
    begin,
    begin_from_link,
    change,
    go,
    see,
    tick,
)
from clausetree.render.widget.link import from_fragment
from clausetree.tree.answers import Answer, Answers
from clausetree.tree.model import Tree


@dataclass(frozen=True, slots=True)
class Begin:
    """She comes back to what her visit kept; `node` is where she was, if she had gone back."""

    answers: Answers
    done: frozenset[str]
    node: str | None


@dataclass(frozen=True, slots=True)
class FollowLink:
    """She came by a link that holds answers."""

    fragment: str


@dataclass(frozen=True, slots=True)
class GiveAnswer:
    """She went on from a node with what she picked or typed there."""

    node: str
    given: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangeAnswer:
    """She wants to answer a question again."""

    node: str


@dataclass(frozen=True, slots=True)
class GoBack:
    """She wants to see the node before."""


@dataclass(frozen=True, slots=True)
class GoTo:
    """She picked a node in the picture or the list."""

    node: str


@dataclass(frozen=True, slots=True)
class SeeAgain:
    """She went to a node by her browser's own buttons."""

    node: str


@dataclass(frozen=True, slots=True)
class Tick:
    """She ticked a duty off, or took the tick away."""

    duty: str
    on: bool


@dataclass(frozen=True, slots=True)
class Restart:
    """She wants to begin again with nothing."""


type Action = Begin | FollowLink | GiveAnswer | ChangeAnswer | GoBack | GoTo | SeeAgain | Tick | Restart


def read_action(sent: Mapping[str, Any]) -> Action:
    """Return what a browser sent (see `Widget.act`). Raises `ValueError` for what is none of it.

    Raises `KeyError` where a field is missing.
    """
    match sent["do"]:
        case "begin":
            done = frozenset(_texts_from(sent.get("done")))
            return Begin(_answers_from(sent.get("answers")), done, sent.get("node"))
        case "link":
            return FollowLink(sent["fragment"])
        case "answer":
            return GiveAnswer(sent["node"], _texts_from(sent.get("picked")))
        case "change":
            return ChangeAnswer(sent["node"])
        case "back":
            return GoBack()
        case "go":
            return GoTo(sent["node"])
        case "see":
            return SeeAgain(sent["node"])
        case "tick":
            return Tick(sent["duty"], sent["on"])
        case "restart":
            return Restart()
        case other:
            raise ValueError(f"no such action: {other}")


def state_after(tree: Tree, state: ConversationState, action: Action) -> ConversationState:
    """Return where a conversation stands after an action."""
    match action:
        case Begin(answers, done, node):
            return begin(tree, answers, done, node)
        case FollowLink(fragment):
            return begin_from_link(tree, from_fragment(fragment))
        case GiveAnswer(node, given):
            return answer(tree, state, node, given)
        case ChangeAnswer(node):
            return change(tree, state, node)
        case GoBack():
            return back(tree, state)
        case GoTo(node):
            return go(tree, state, node)
        case SeeAgain(node):
            return see(tree, state, node)
        case Tick(duty, on):
            return tick(state, duty, on=on)
        case Restart():
            return ConversationState()
        case _:
            assert_never(action)


def _texts_from(values: object) -> tuple[str, ...]:
    """Return the texts of a list that came from outside; nothing if it is no list."""
    return tuple(str(value) for value in values) if isinstance(values, list) else ()


def _answers_from(values: object) -> dict[str, Answer]:
    """Return the answers that a visit kept: option ids by question id."""
    if not isinstance(values, Mapping):
        return {}
    return {str(question): frozenset(_texts_from(picked)) for question, picked in values.items()}
