"""The talk between a reader and a tree: what she does, and where it leaves her.

This holds every rule of the widget. The browser's script passes on what the reader did and shows what
comes back.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import takewhile

from clausetree.tree.answers import DONE, Answer, Answers, fits
from clausetree.tree.graph import reachable
from clausetree.tree.model import ManyOf, Measure, Node, OneOf, Outcome, Route, Step, Tree, targets
from clausetree.tree.scalar import typed_scalar
from clausetree.tree.walk import Walk, possible_answers, walk


class Arrival(Enum):
    """What brought the reader to what she sees, where that needs a word of explanation."""

    ANSWERED = "answered"
    CHANGED = "changed"
    LINKED = "linked"
    SHOWN_THE_WAY = "shown the way"
    WENT_ON_EMPTY = "went on empty"


@dataclass(frozen=True, slots=True)
class Talk:
    """Where a conversation stands.

    `answers` are the reader's so far, in order (and behind them those that a change has left waiting
    until the way comes to them again); `done` are the duties that she ticked off. `at` is the
    node she went back to, or None when she is where her answers lead; with `then_ahead`, answering it
    takes her straight there again. `dropped` are the questions whose answers no longer count, and
    `tried` is what was picked or typed and does not fit.
    """

    answers: Answers = field(default_factory=dict)
    done: frozenset[str] = frozenset()
    at: str | None = None
    then_ahead: bool = False
    arrival: Arrival = Arrival.ANSWERED
    dropped: tuple[str, ...] = ()
    tried: tuple[str, ...] = ()


def begin(tree: Tree, answers: Answers, done: frozenset[str] = frozenset(), at: str | None = None) -> Talk:
    """Return the conversation that this visit had come to. `at` is where she was, if she had gone back."""
    return _settled(tree, Talk(answers, done, at))


def begin_from_link(tree: Tree, answers: Answers) -> Talk:
    """Return the conversation that a link leads into. It may be as old as the first version.

    A step before a question that the link answers counts as done, whether the link says so or not.
    """
    steps = {node.id: DONE for node in tree.nodes if isinstance(node, Step)}
    said = {question for question in answers if question not in steps}
    way = [node.id for node in walk(tree, {**steps, **answers}).nodes]
    last = max((at for at, node in enumerate(way) if node in said), default=0)
    passed = {node: DONE for node in way[:last] if node in steps}
    return _settled(tree, Talk({**passed, **answers}, arrival=Arrival.LINKED))


def shown(tree: Tree, talk: Talk) -> Node:
    """Return the node that the reader has before her."""
    return tree.node(talk.at) if talk.at else walk(tree, talk.answers).at


def answer(tree: Tree, talk: Talk, asked: str, given: tuple[str, ...]) -> Talk:
    """The reader went on from `asked`. `given` are the options she picked, or what she typed.

    A date is typed as day, month and year. At a step there is nothing to give.

    An answer to another node than the one before her changes nothing: she pressed twice. An outcome
    takes no answer.
    """
    node = shown(tree, talk)
    if node.id != asked or isinstance(node, Outcome):
        return talk
    picked = _picked(node, given)
    if not fits(node, picked):
        return replace(talk, arrival=Arrival.WENT_ON_EMPTY, tried=given, dropped=())
    answers = {**talk.answers, node.id: picked}
    onward = _settled(tree, Talk(answers, talk.done, arrival=Arrival.CHANGED))
    if talk.at and not talk.then_ahead:
        return replace(onward, at=_after(walk(tree, onward.answers), node.id))
    return onward


def change(tree: Tree, talk: Talk, question: str) -> Talk:
    """The reader wants to answer `question` again, and then to be where she was."""
    return _settled(tree, Talk(talk.answers, talk.done, at=question, then_ahead=True))


def back(tree: Tree, talk: Talk) -> Talk:
    """The reader wants to see the question or step before the one before her."""
    before = _before(tree, talk)
    return Talk(talk.answers, talk.done, at=before[-1].id) if before else talk


def see(tree: Tree, talk: Talk, node: str) -> Talk:
    """The reader went back to `node`, or forward again, by her browser's own buttons."""
    return _settled(tree, Talk(talk.answers, talk.done, at=node))


def can_go_back(tree: Tree, talk: Talk) -> bool:
    """Return whether there is a question or step before the one before the reader."""
    return bool(_before(tree, talk))


def go(tree: Tree, talk: Talk, node: str) -> Talk:
    """The reader picked `node` in the picture or the list.

    If her answers lead past it, she may change what she answered there. If they do not, they give way
    to the fewest answers that lead there, and she is told so. Nobody stops at a route: she comes to
    what it leads to.
    """
    met = _stop_from(walk(tree, talk.answers), node)
    if met:
        return change(tree, talk, met.id)
    answers = way_to(tree, node)
    if answers is None:
        return talk
    stop = _stop_from(walk(tree, answers), node)
    return Talk(answers, talk.done, at=stop.id if stop else None, arrival=Arrival.SHOWN_THE_WAY)


def tick(talk: Talk, duty: str, *, on: bool) -> Talk:
    """The reader ticked a duty off, or took the tick away."""
    return replace(talk, done=talk.done | {duty} if on else talk.done - {duty})


def stops(way: Walk) -> list[Node]:
    """Return the nodes of a way that a reader sees: all but the routes."""
    return [node for node in way.nodes if not isinstance(node, Route)]


def _stop_from(way: Walk, node_id: str) -> Node | None:
    """Return the first stop of a way at a node or behind it; None when the way does not come to it."""
    ids = [node.id for node in way.nodes]
    behind = way.nodes[ids.index(node_id) :] if node_id in ids else ()
    return next((node for node in behind if not isinstance(node, Route)), None)


MOST_TRIED = 5_000
"""How many sets of answers are tried in looking for a way. Past this the reader follows the links."""


def way_to(tree: Tree, node: str) -> Answers | None:
    """Return the fewest answers that lead to `node`, or None when none were found."""
    waiting: deque[dict[str, Answer]] = deque([{}])
    for _ in range(MOST_TRIED):
        if not waiting:
            return None
        answers = waiting.popleft()
        way = walk(tree, answers)
        if node in {met.id for met in way.nodes}:
            return answers
        match way.at:
            case OneOf() | ManyOf() | Measure() | Step() as asked:
                waiting += ({**answers, asked.id: one} for one in possible_answers(tree, asked))
            case _:
                pass
    return None


def _settled(tree: Tree, talk: Talk) -> Talk:
    """Return the talk with only those answers that count or may yet, and the others named as dropped.

    A change may put a new question on the way. Answers to questions that lie behind it are kept: the way
    may come to them again.
    """
    way = walk(tree, talk.answers)
    ahead = reachable({node.id: targets(node) for node in tree.nodes}, way.at.id)
    waiting = {
        question: talk.answers[question]
        for question in way.dropped
        if question in ahead and fits(tree.node(question), talk.answers[question])
    }
    dropped = tuple(question for question in way.dropped if question not in waiting)
    at = talk.at if talk.at in {node.id for node in stops(way)} else None
    return replace(talk, answers={**way.answers, **waiting}, dropped=dropped, at=at)


def _before(tree: Tree, talk: Talk) -> list[Node]:
    way = walk(tree, talk.answers)
    here = talk.at or way.at.id
    return list(takewhile(lambda node: node.id != here, stops(way)))


def _after(way: Walk, node_id: str) -> str | None:
    """Return the stop after a node; None when that is where the answers lead in any case."""
    ids = [node.id for node in stops(way)]
    following = ids[ids.index(node_id) + 1 :]
    return following[0] if len(following) > 1 else None


def _picked(node: Node, given: tuple[str, ...]) -> Answer:
    match node:
        case Step():
            return DONE
        case Measure():
            return frozenset({typed_scalar(node.scale, given)})
        case _:
            return frozenset(given)


def texts_from(values: object) -> tuple[str, ...]:
    """Return the texts of a list that came from outside; nothing if it is no list."""
    return tuple(str(value) for value in values) if isinstance(values, list) else ()


def answers_from(values: object) -> dict[str, Answer]:
    """Return the answers that a visit kept: option ids by question id."""
    if not isinstance(values, Mapping):
        return {}
    return {str(question): frozenset(texts_from(picked)) for question, picked in values.items()}
