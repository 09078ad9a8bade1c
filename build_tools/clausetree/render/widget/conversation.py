"""The conversation between a reader and a tree: what she does, and where it leaves her.

This holds every rule of the widget. The browser's script passes on what the reader did and shows what
comes back. `follow` is how a tree is walked: whoever goes through very many conversations remembers the walks.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field, replace
from enum import Enum
from itertools import takewhile
from typing import assert_never

from clausetree.tree.answers import DONE, Answer, Answers, fits, is_unsure, kept
from clausetree.tree.graph import reachable
from clausetree.tree.model import ManyOf, Measure, Node, OneOf, Outcome, Route, Step, Tree, Visit
from clausetree.tree.numbers import plain_figures
from clausetree.tree.typed import typed_answer, typed_fields
from clausetree.tree.walk import Follow, Walk, possible_answers, walk


class Arrival(Enum):
    """What brought the reader to what she sees, where that needs a word of explanation."""

    ANSWERED = "answered"
    CHANGED = "changed"
    LINKED = "linked"
    SHOWN_THE_WAY = "shown the way"
    WENT_ON_EMPTY = "went on empty"


@dataclass(frozen=True, slots=True)
class ConversationState:
    """Where a conversation stands.

    `answers` are the reader's so far, in order (and behind them those that a change has left waiting
    until the path comes to them again); `done` are the duties that she ticked off. `at` is the
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


def begin(
    tree: Tree, answers: Answers, done: frozenset[str] = frozenset(), at: str | None = None
) -> ConversationState:
    """Return the conversation that this visit had come to. `at` is where she was, if she had gone back."""
    return _settled(tree, ConversationState(answers, done, at))


def begin_from_link(tree: Tree, answers: Answers) -> ConversationState:
    """Return the conversation that a link leads into. It may be as old as the first version.

    A step before a question that the link answers counts as done, whether the link says so or not.
    """
    nodes = {node.id: node for node in tree.nodes}
    answers = {asked: kept(nodes[asked], one) if asked in nodes else one for asked, one in answers.items()}
    steps = {node.id: DONE for node in tree.nodes if isinstance(node, Step)}
    questions = {question for question in answers if question not in steps}
    path = [node.id for node in walk(tree, {**steps, **answers}).nodes]
    last = max((at for at, node in enumerate(path) if node in questions), default=0)
    passed = {node: DONE for node in path[:last] if node in steps}
    return _settled(tree, ConversationState({**passed, **answers}, arrival=Arrival.LINKED))


def shown(tree: Tree, state: ConversationState, follow: Follow = walk) -> Node:
    """Return the node that the reader has before her."""
    if state.at and not tree.copies:
        return tree.node(state.at)
    # A node that she comes to again counts its deadlines from the last answers before it.
    path = follow(tree, state.answers)
    return next((node for node in path.nodes if node.id == state.at), path.at)


def answer(
    tree: Tree, state: ConversationState, node_id: str, given: tuple[str, ...], follow: Follow = walk
) -> ConversationState:
    """The reader went on from the node with this id. `given` are the options she picked, or what she typed.

    What is typed comes field by field. At a step there is nothing to give.

    An answer to another node than the one before her changes nothing: she pressed twice. An outcome
    takes no answer.
    """
    node = shown(tree, state, follow)
    if node.id != node_id or isinstance(node, Outcome):
        return state
    picked = _picked(node, given)
    if not fits(node, picked):
        return replace(state, arrival=Arrival.WENT_ON_EMPTY, tried=given, dropped=())
    answers = {**state.answers, node.id: picked}
    onward = _settled(tree, ConversationState(answers, state.done, arrival=Arrival.CHANGED), follow)
    if state.at and not state.then_ahead:
        return replace(onward, at=_after(follow(tree, onward.answers), node.id))
    return onward


def change(tree: Tree, state: ConversationState, question: str, follow: Follow = walk) -> ConversationState:
    """The reader wants to answer `question` again, and then to be where she was."""
    return _settled(tree, ConversationState(state.answers, state.done, at=question, then_ahead=True), follow)


def back(tree: Tree, state: ConversationState, follow: Follow = walk) -> ConversationState:
    """The reader wants to see the question or step before the one before her."""
    before = _before(tree, state, follow)
    return ConversationState(state.answers, state.done, at=before[-1].id) if before else state


def see(tree: Tree, state: ConversationState, node: str) -> ConversationState:
    """The reader went to `node` by her browser's own buttons: nothing changes if it is off her way now."""
    seen = _settled(tree, ConversationState(state.answers, state.done, at=node))
    return seen if seen.at else state


def answers_to_keep(tree: Tree, state: ConversationState) -> Answers:
    """Return the answers of a link or a record that is made here: at a wait, those that lead to it alone."""
    node = shown(tree, state)
    if not (isinstance(node, Step) and node.waits):
        return state.answers
    path = walk(tree, state.answers)
    before = (met.id for met in takewhile(lambda met: met.id != node.id, path.nodes))
    return {met: path.answers[met] for met in before if met in path.answers}


def can_go_back(tree: Tree, state: ConversationState) -> bool:
    """Return whether there is a question or step before the one before the reader."""
    return bool(_before(tree, state))


def go(tree: Tree, state: ConversationState, node: str) -> ConversationState:
    """The reader picked `node` in the picture or the list.

    If her answers lead past it, she may change what she answered there the last time. If they do not,
    they give way to the fewest answers that lead there, and she is told so. Nobody stops at a route: she
    comes to what it leads to.
    """
    path = walk(tree, state.answers)
    last = next((met.id for met in reversed(path.nodes) if tree.original(met.id) == node), node)
    met = _visible_node_from(path, last)
    if met:
        return change(tree, state, met.id)
    answers = answers_leading_to(tree, node)
    if answers is None:
        return state
    seen = _visible_node_from(walk(tree, answers), node)
    return ConversationState(answers, state.done, at=seen.id if seen else None, arrival=Arrival.SHOWN_THE_WAY)


def tick(state: ConversationState, duty: str, *, on: bool) -> ConversationState:
    """The reader ticked a duty off, or took the tick away."""
    return replace(state, done=state.done | {duty} if on else state.done - {duty})


def visible_nodes(path: Walk) -> list[Node]:
    """Return the nodes of a path that a reader sees: all but the routes."""
    return [node for node in path.nodes if not isinstance(node, Route)]


def _visible_node_from(path: Walk, node_id: str) -> Node | None:
    """Return the first visible node of a path at a node or behind it; None if the path does not come to it."""
    ids = [node.id for node in path.nodes]
    behind = path.nodes[ids.index(node_id) :] if node_id in ids else ()
    return next((node for node in behind if not isinstance(node, Route)), None)


MOST_TRIED = 5_000
"""How many sets of answers are tried in looking for a path. Past this the reader follows the links."""


def answers_leading_to(tree: Tree, node: str) -> Answers | None:
    """Return the fewest answers that lead to `node`, or None when none were found."""
    waiting: deque[dict[str, Answer]] = deque([{}])
    for _ in range(MOST_TRIED):
        if not waiting:
            return None
        answers = waiting.popleft()
        path = walk(tree, answers)
        if node in {met.id for met in path.nodes}:
            return answers
        match path.at:
            case OneOf() | ManyOf() | Measure() | Step() as end:
                given = (one for one in possible_answers(tree, end) if not is_unsure(end, one))
                waiting += ({**answers, end.id: one} for one in given)
            case Outcome() | Route() | Visit():
                pass
            case _:
                assert_never(path.at)
    return None


def _settled(tree: Tree, state: ConversationState, follow: Follow = walk) -> ConversationState:
    """Return the state with only those answers that count or may yet, and the others named as dropped.

    A change may put a new question on the path. Answers to questions that lie behind it are kept: the path
    may come to them again.
    """
    path = follow(tree, state.answers)
    ahead = reachable(tree.graph, path.at.id) if path.dropped else set()
    waiting = {
        question: state.answers[question]
        for question in path.dropped
        if question in ahead and fits(tree.node(question), state.answers[question])
    }
    dropped = tuple(question for question in path.dropped if question not in waiting)
    at = state.at if state.at in {node.id for node in visible_nodes(path)} else None
    return replace(state, answers={**path.answers, **waiting}, dropped=dropped, at=at)


def _before(tree: Tree, state: ConversationState, follow: Follow = walk) -> list[Node]:
    path = follow(tree, state.answers)
    here = state.at or path.at.id
    return list(takewhile(lambda node: node.id != here, visible_nodes(path)))


def _after(path: Walk, node_id: str) -> str | None:
    """Return the visible node after another; None when that is where the answers lead in any case."""
    ids = [node.id for node in visible_nodes(path)]
    following = ids[ids.index(node_id) + 1 :]
    return following[0] if len(following) > 1 else None


def _picked(node: Node, given: tuple[str, ...]) -> Answer:
    match node:
        case Step():
            return DONE
        case Measure():
            boxes = len(typed_fields(node.scale, ""))
            typed, ticked = given[:boxes], frozenset(given[boxes:])
            if not ticked:
                return frozenset({typed_answer(node.scale, typed, node.units, node.bounds)})
            # What is typed as well says something else.
            return ticked if is_unsure(node, ticked) and not any(map(plain_figures, typed)) else frozenset()
        case OneOf() | ManyOf() | Route() | Visit() | Outcome():
            # Nothing fits the last three.
            return frozenset(given)
        case _:
            assert_never(node)
