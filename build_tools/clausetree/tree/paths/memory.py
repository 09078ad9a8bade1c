"""Which earlier answers matter yet: what a condition may still ask for is remembered, and the rest forgotten.

Where the drawing has a circle, all that is on it seems to lie ahead of everybody who is on it. So those who go
round one way are told from those who go the other, by what they answered before they came to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import assert_never

from clausetree.tree.again import begun_anew
from clausetree.tree.answers import Answer, Answers, meant
from clausetree.tree.condition import And, Condition, Is, Named, Not, Or, facts
from clausetree.tree.graph import downward, rings
from clausetree.tree.model import Fact, Node, Route, Tree, asked_by, targets
from clausetree.tree.totals import at_first, count_in
from clausetree.tree.truth import is_true
from clausetree.tree.walk import conditions

type Remembered = frozenset[tuple[str, Answer]]
"""The answers, each with its question, that a condition may still ask for, and so of totals."""

type SearchState = tuple[str, Remembered]
"""A node, and the answers that matter there or further on."""

type Edge = tuple[Answer | None, SearchState]
"""What is answered in a search state (None where nothing is), and the state that follows."""

type Move = tuple[Answer | None, str]
"""What is answered at a node (None where nothing is), and the node that follows."""

type Remember = Callable[[str, Remembered], Remembered]
"""Takes a node and all that those answered who come there, and returns what matters of it."""

type Moves = Callable[[Node], Iterable[Move]]
"""Yields the moves from a question whose answers are told apart."""

type _Place = tuple[str, Remembered]
"""A node, and the answers given before to the questions that decide between the ways round."""

type _Drawing = Mapping[_Place, Sequence[_Place]]
"""Where each place leads."""

type _Questions = set[str]
"""Questions of which a condition speaks."""

_NOTHING: Remembered = frozenset()


def memory(tree: Tree, moves: Moves) -> Remember:
    """Return what remembers. What it forgets has no part in how one goes on, until one meets a node again."""
    remember = _memory(tree, moves)
    if not tree.restarts:
        return remember
    return lambda node, answers: remember(node, frozenset(begun_anew(tree, node, dict(answers)).items()))


def _memory(tree: Tree, moves: Moves) -> Remember:
    deciding: _Questions = set()
    drawing = _drawn(tree)
    plain = {node: questions for (node, _), questions in _kept(tree, drawing).items()}
    while more := set(_dividing(tree, drawing)) - deciding:
        deciding |= more
        drawing = _redrawn(tree, moves, plain, deciding)
    if not deciding:
        return lambda node, answers: _about(answers, plain[node])
    by_place = _kept(tree, drawing)

    def remember(node: str, answers: Remembered) -> Remembered:
        known = _about(answers, plain[node] & deciding)
        return known | _about(answers, by_place[node, known])

    return remember


def first_state(tree: Tree) -> SearchState:
    """Return where every reader begins."""
    return tree.start, frozenset(at_first(tree).items())


def with_answer(tree: Tree, node: Node, answer: Answer | None, remembered: Remembered) -> Remembered:
    """Return what is remembered and what `node` was answered, if it was, with what that adds up to."""
    if answer is None:
        return remembered
    if not tree.totals:
        return remembered | {(tree.original(node.id), meant(node, answer))}
    known = dict(remembered)
    count_in(tree, node, answer, known)
    return frozenset(known.items())


def _about(answers: Remembered, kept: Collection[str]) -> Remembered:
    """Return the answers to the questions that are `kept`."""
    forgotten = [pair for pair in answers if pair[0] not in kept]
    return answers.difference(forgotten) if forgotten else answers


def _drawn(tree: Tree) -> _Drawing:
    """Return where each node leads in the drawing, nothing being known."""
    return {(node.id, _NOTHING): [(target, _NOTHING) for target in targets(node)] for node in tree.nodes}


def _redrawn(tree: Tree, moves: Moves, plain: Mapping[str, _Questions], deciding: _Questions) -> _Drawing:
    """Return where each place leads. A route leads wherever it may for all that is known there."""
    drawing: dict[_Place, list[_Place]] = {}

    def follow(place: _Place) -> list[_Place]:
        node, known = tree.node(place[0]), place[1]
        asked = tree.original(node.id)
        if asked in deciding:
            given = ((meant(node, answer), to) for answer, to in moves(node) if answer is not None)
            found = [(known | {(asked, answer)}, to) for answer, to in given]
        elif isinstance(node, Route):
            found = [(known, to) for to in _perhaps(node, dict(known), deciding)]
        else:
            found = [(known, to) for to in targets(node)]
        drawing[place] = [(to, _about(answers, plain[to])) for answers, to in found]
        return drawing[place]

    downward([(tree.start, _NOTHING)], follow)
    return drawing


def _kept(tree: Tree, drawing: _Drawing) -> dict[_Place, _Questions]:
    """Return, for each place, the questions of which a condition there or further on speaks.

    What lies behind the question itself does not count: whoever comes to it again meets it again. Nor does what
    lies behind a place at which it is forgotten.
    """
    before: defaultdict[_Place, list[_Place]] = defaultdict(list)
    speaking: defaultdict[str, list[_Place]] = defaultdict(list)
    for place, places in drawing.items():
        for target in places:
            before[target].append(place)
        for question in _questions(tree.node(place[0])):
            speaking[question].append(place)
    kept: dict[_Place, _Questions] = {place: set() for place in drawing}
    for question, waiting in speaking.items():
        while waiting:
            place = waiting.pop()
            settled = tree.original(place[0]) == question or question in tree.forgotten_at(place[0])
            if not settled and question not in kept[place]:
                kept[place].add(question)
                waiting += before[place]
    return kept


def _dividing(tree: Tree, drawing: _Drawing) -> Iterator[str]:
    """Yield the questions outside a circle of which a route speaks that leads out of it; totals are none."""
    for ring in rings(drawing):
        inside = {tree.original(node) for node, _ in ring}
        for place in ring:
            node = tree.node(place[0])
            if isinstance(node, Route) and not ring.issuperset(drawing[place]):
                yield from (one for one in _questions(node) if tree.has(one) and one not in inside)


def _questions(node: Node) -> _Questions:
    return {asked for condition in conditions(node) for fact in facts(condition) for asked in asked_by(fact)}


def _perhaps(route: Route, answers: Answers, known: Collection[str]) -> list[str]:
    """Return where a route may lead for all that is known: the answers to the questions in `known`."""
    found: list[str] = []
    for branch in route.branches:
        if _may_be(True, branch.when, answers, known):
            found.append(branch.goes_to)
        if route.first and not _may_be(False, branch.when, answers, known):
            break
    if route.otherwise and all(_may_be(False, branch.when, answers, known) for branch in route.branches):
        found.append(route.otherwise)
    return found


def _may_be(wanted: bool, condition: Condition[Fact], answers: Answers, known: Collection[str]) -> bool:
    """Return whether a condition may be as wanted, true or false. Its parts are taken each by itself."""
    match condition:
        case Is(fact):
            is_known = all(asked in known for asked in asked_by(fact))
            return not is_known or is_true(condition, answers) is wanted
        case Not(part):
            return _may_be(not wanted, part, answers, known)
        case Named(part=part):
            return _may_be(wanted, part, answers, known)
        case And(parts):
            quantifier = all if wanted else any
        case Or(parts):
            quantifier = any if wanted else all
        case _:
            assert_never(condition)
    return quantifier(_may_be(wanted, part, answers, known) for part in parts)
