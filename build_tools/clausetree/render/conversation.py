"""The talk between a reader and a tree: what she does, and where it leaves her.

This holds every rule of the widget. The browser's script passes on what the reader did and shows what
comes back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from clausetree.tree.model import ManyOf, Node, OneOf, Outcome, Route, Step, Tree
from clausetree.tree.walk import DONE, Answer, Answers, Walk, fits, walk


@dataclass(frozen=True, slots=True)
class Talk:
    """Where a conversation stands.

    `answers` are the reader's so far, in order. `at` is the node she went back to, or None when she
    is where her answers lead; with `then_ahead`, answering it takes her straight there again.
    `dropped` are the questions whose answers the last change took away, and `empty` says that she
    tried to go on without a (whole) answer, which is kept in `tried`.
    """

    answers: Answers
    at: str | None = None
    then_ahead: bool = False
    dropped: tuple[str, ...] = ()
    empty: bool = False
    tried: Answer = frozenset()


def begin(answers: Answers) -> Talk:
    """Return a conversation that starts with these answers, from a link or from this visit."""
    return Talk(dict(answers))


def settled(tree: Tree, talk: Talk) -> Talk:
    """Return the talk with only those answers that count, and the others named as dropped."""
    way = walk(tree, talk.answers)
    known = tuple(question for question in way.dropped if tree.has(question))
    at = talk.at if talk.at in {node.id for node in way.nodes} else None
    return replace(talk, answers=way.answers, dropped=known, at=at)


def shown(tree: Tree, talk: Talk) -> Node:
    """Return the node that the reader has before her."""
    return tree.node(talk.at) if talk.at else walk(tree, talk.answers).at


def answer(tree: Tree, talk: Talk, picked: Answer) -> Talk:
    """The reader went on from the node before her, with `picked` (`DONE` at a step)."""
    node = shown(tree, talk)
    if not fits(node, picked):
        return replace(talk, empty=True, tried=picked, dropped=())
    onward = settled(tree, Talk({**talk.answers, node.id: picked}))
    if talk.at and not talk.then_ahead:
        return replace(onward, at=_after(walk(tree, onward.answers), node.id))
    return onward


def change(tree: Tree, talk: Talk, question: str) -> Talk:
    """The reader wants to answer `question` again, and then to be where she was."""
    return settled(tree, Talk(talk.answers, at=question, then_ahead=True))


def back(tree: Tree, talk: Talk) -> Talk:
    """The reader wants to see the question or step before the one before her."""
    here = shown(tree, talk).id
    before = [node.id for node in stops(walk(tree, talk.answers))]
    at = before.index(here) - 1
    return Talk(talk.answers, at=before[at]) if at >= 0 else talk


def can_go_back(tree: Tree, talk: Talk) -> bool:
    """Return whether anything was answered before the node before the reader."""
    return shown(tree, talk).id != stops(walk(tree, talk.answers))[0].id


def stops(way: Walk) -> list[Node]:
    """Return the nodes of a way that a reader sees: all but the routes."""
    return [node for node in way.nodes if not isinstance(node, Route)]


def _after(way: Walk, node_id: str) -> str | None:
    """Return the stop after a node; None when that is where the answers lead in any case."""
    ids = [node.id for node in stops(way)]
    following = ids[ids.index(node_id) + 1 :]
    return following[0] if len(following) > 1 else None


def picked_from(values: object) -> Answer:
    """Return the answer that a form sent: a list of option ids, in any order."""
    if not isinstance(values, list):
        return frozenset()
    return frozenset(str(value) for value in values)


def answers_from(values: object) -> dict[str, Answer]:
    """Return the answers that a link or a visit kept: option ids by question id."""
    if not isinstance(values, Mapping):
        return {}
    return {str(question): picked_from(picked) for question, picked in values.items()}


def go_on(node: Node) -> Answer:
    """Return the answer of a node whose only answer is to go on, and none otherwise."""
    match node:
        case Step():
            return DONE
        case OneOf() | ManyOf() | Outcome() | Route():
            return frozenset()
