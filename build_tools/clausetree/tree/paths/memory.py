"""Which earlier answers matter yet: what a condition may still ask for is remembered, and the rest forgotten.

Where the drawing has a circle, all that is on it seems to lie ahead of everybody who is on it. So those who go
round one way are told from those who go the other, by what they said before they came to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from clausetree.tree.condition import And, Condition, Is, Not, Or, facts
from clausetree.tree.graph import downward, rings
from clausetree.tree.model import Fact, Node, Route, Tree, targets
from clausetree.tree.walk import Answer, Answers, conditions, is_true

type Said = frozenset[tuple[str, Answer]]
"""Answers, each with its question."""

type Remember = Callable[[str, Said], Said]
"""Takes a node and all that was said by one who comes there, and returns what matters of it."""

type Offered = Callable[[Node], Iterable[tuple[Answer | None, str]]]
"""Yields the answers to a question that are told apart, each with its target."""

type _Place = tuple[str, Said]
"""A node, and what was said before to the questions that decide between the ways round."""

type _Ways = Mapping[_Place, Sequence[_Place]]

_NOTHING: Said = frozenset()


def memory(tree: Tree, offered: Offered) -> Remember:
    """Return what remembers. What it forgets has no part in how one goes on, until one meets a node again."""
    deciding: set[str] = set()
    ways = _drawn(tree)
    plain = {node: questions for (node, _), questions in _kept(tree, ways).items()}
    while more := set(_dividing(tree, ways)) - deciding:
        deciding |= more
        ways = _ways(tree, offered, plain, deciding)
    if not deciding:
        return lambda node, said: remembered(said, plain[node])
    by_place = _kept(tree, ways)

    def remember(node: str, said: Said) -> Said:
        known = remembered(said, plain[node] & deciding)
        return known | remembered(said, by_place[node, known])

    return remember


def remembered(said: Said, kept: Collection[str]) -> Said:
    """Return what was said to the questions that are `kept`."""
    forgotten = [pair for pair in said if pair[0] not in kept]
    return said.difference(forgotten) if forgotten else said


def _drawn(tree: Tree) -> _Ways:
    """Return where each node leads in the drawing, nothing being known."""
    return {(node.id, _NOTHING): [(target, _NOTHING) for target in targets(node)] for node in tree.nodes}


def _ways(tree: Tree, offered: Offered, plain: Mapping[str, set[str]], deciding: set[str]) -> _Ways:
    """Return where each place leads. A route leads wherever it may for all that is known there."""
    ways: dict[_Place, list[_Place]] = {}

    def follow(place: _Place) -> list[_Place]:
        node, known = tree.node(place[0]), place[1]
        if node.id in deciding:
            onward = [(known | {(node.id, answer)}, to) for answer, to in offered(node) if answer is not None]
        elif isinstance(node, Route):
            onward = [(known, to) for to in _perhaps(node, dict(known), deciding)]
        else:
            onward = [(known, to) for to in targets(node)]
        ways[place] = [(to, remembered(said, plain[to])) for said, to in onward]
        return ways[place]

    downward([(tree.start, _NOTHING)], follow)
    return ways


def _kept(tree: Tree, ways: _Ways) -> dict[_Place, set[str]]:
    """Return, for each place, the questions of which a condition there or further on speaks.

    What lies behind the question itself does not count: whoever comes to it again meets it again.
    """
    before: defaultdict[_Place, list[_Place]] = defaultdict(list)
    speaking: defaultdict[str, list[_Place]] = defaultdict(list)
    for place, onward in ways.items():
        for target in onward:
            before[target].append(place)
        for question in _questions(tree.node(place[0])):
            speaking[question].append(place)
    kept: dict[_Place, set[str]] = {place: set() for place in ways}
    for question, waiting in speaking.items():
        while waiting:
            place = waiting.pop()
            if place[0] != question and question not in kept[place]:
                kept[place].add(question)
                waiting += before[place]
    return kept


def _dividing(tree: Tree, ways: _Ways) -> Iterator[str]:
    """Yield the questions outside a circle of which a route speaks that leads out of it."""
    for ring in rings(ways):
        inside = {node for node, _ in ring}
        for place in ring:
            node = tree.node(place[0])
            if isinstance(node, Route) and not ring.issuperset(ways[place]):
                yield from (question for question in _questions(node) if question not in inside)


def _questions(node: Node) -> set[str]:
    return {fact.question for condition in conditions(node) for fact in facts(condition)}


def _perhaps(route: Route, said: Answers, known: Collection[str]) -> list[str]:
    """Return where a route may lead for all that is known: what was said to the questions in `known`."""
    found = [branch.goes_to for branch in route.branches if _may_be(True, branch.when, said, known)]
    if route.otherwise and all(_may_be(False, branch.when, said, known) for branch in route.branches):
        found.append(route.otherwise)
    return found


def _may_be(wanted: bool, condition: Condition[Fact], said: Answers, known: Collection[str]) -> bool:
    """Return whether a condition may be as wanted, true or false. Its parts are taken each by itself."""
    match condition:
        case Is(fact):
            return fact.question not in known or is_true(condition, said) is wanted
        case Not(part):
            return _may_be(not wanted, part, said, known)
        case And(parts):
            quantifier = all if wanted else any
        case Or(parts):
            quantifier = any if wanted else all
    return quantifier(_may_be(wanted, part, said, known) for part in parts)
