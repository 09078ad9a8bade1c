"""What a flowchart of a tree shows: boxes, and one arrow from each to every other that it leads to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from typing import assert_never

from clausetree.render.tree.back import ways
from clausetree.render.tree.onward import labelled_edges
from clausetree.render.tree.phrasing import grouped, heading_of, slug_of
from clausetree.render.tree.picture.asked_before import Key
from clausetree.render.tree.picture.sorting import Fork, entry, forks_of
from clausetree.render.tree.totals import adds_to, short_points
from clausetree.tree.again import folded
from clausetree.tree.answers import Answer, representatives
from clausetree.tree.model import (
    ManyOf,
    Measure,
    Node,
    OneOf,
    Outcome,
    Route,
    Step,
    Tree,
    Visit,
    duties,
    targets,
)
from clausetree.tree.paths.memory import Remembered, first_state
from clausetree.tree.paths.search_states import TooManyStatesError, edges_in, states_by_node
from clausetree.tree.walk import facts_by_question

_MOST_STATES = 4_096
"""What can be known at the routes of a tree with more is not gone through to draw it."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box: the node that it stands for, what it says, and who has to do something there ("You must").

    What stands `before` its words has a line of its own.
    """

    id: str
    node: str
    kind: str
    words: str
    who: tuple[str, ...] = ()
    before: str = ""


@dataclass(frozen=True, slots=True)
class Arrow:
    """An arrow between two boxes. Each of `words` leads along it; there is nothing to say where all do."""

    source: str
    target: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Flow:
    """A flowchart, in the order of the tree's nodes, and the box that every reader begins with."""

    start: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]


def to_flow(tree: Tree) -> Flow:
    """Return the flowchart of a tree.

    A route is drawn as what it depends on, one thing at a time, and not at all for readers whose last answer
    alone decides. It is one box with its conditions where a tree leads back, or where forks would be too many.
    """
    return _Drawing(folded(tree), _arrivals(tree)).flow()


type _Arrivals = Mapping[str, list[tuple[Remembered, Answer | None, str, Remembered]]]
"""By node: what is known there, what is answered, where that leads, and what is known there then."""


def _arrivals(tree: Tree) -> _Arrivals:
    """Return how readers come from each node to the next; nothing where routes are not to be parted by that."""
    if tree.again or not any(isinstance(node, Route) for node in tree.nodes):
        return {}
    try:
        found = states_by_node(tree, _MOST_STATES)
    except TooManyStatesError:
        return {}
    edges = edges_in(tree)
    return {
        node: [(case, answer, *to) for case in states for answer, to in edges((node, case))]
        for node, states in found.items()
    }


type _Come = tuple[str, list[Remembered]]
"""The node that an arrow comes from, and what those know who come along it."""

type _End = str | tuple[str, Fork]
"""What is drawn as a box: a node, or a fork of a route."""

type _Way = tuple[_End, list[str]]
"""Where an arrow leads, and which answers lead along it."""


class _Drawing:
    """The boxes and arrows of a tree that is folded."""

    def __init__(self, tree: Tree, arrivals: _Arrivals) -> None:
        self._tree = tree
        self._parted: dict[str, Fork | str] = {}
        self._then = {(node, case): then for node, met in arrivals.items() for case, _, _, then in met}
        self._along: defaultdict[str, dict[tuple[Answer | None, str], list[Remembered]]] = defaultdict(dict)
        self._at: defaultdict[tuple[str, Fork], dict[Remembered, None]] = defaultdict(dict)
        for node, met in arrivals.items():
            each = isinstance(tree.node(node), OneOf)
            for _, answer, target, then in met:
                self._along[node].setdefault((answer if each else None, target), []).append(then)
        if arrivals:
            self._part_routes()

    def flow(self) -> Flow:
        """Return all boxes and arrows that a reader can come to, in the order of the nodes."""
        onward = self._onward()
        places = {node.id: at for at, node in enumerate(self._tree.nodes)}
        ends = sorted(onward, key=lambda end: places[end if isinstance(end, str) else end[0]])
        counts = Counter[str]()
        names: dict[_End, str] = {}
        for end in ends:
            route = end if isinstance(end, str) else end[0]
            counts[route] += 1
            names[end] = end if isinstance(end, str) else f"{route}--{counts[route]}"
        boxes = tuple(self._box(end, names[end]) for end in ends)
        return Flow(
            names[next(iter(onward))],
            boxes,
            tuple(arrow for end in ends for arrow in _joined(end, onward[end], names)),
        )

    def _onward(self) -> dict[_End, list[_Way]]:
        """Return what can be come to in the drawing, and how one goes on from there."""
        found: dict[_End, list[_Way]] = {}
        waiting: list[_End] = [self._entered(self._tree.start, [first_state(self._tree)[1]])]
        while waiting:
            end = waiting.pop()
            if end not in found:
                match end:
                    case str():
                        found[end] = list(self._ways(self._tree.node(end)))
                    case route, fork:
                        found[end] = list(self._fork_ways(route, fork, fork.asked.said))
                waiting += [to for to, _ in reversed(found[end])]
        return found

    def _box(self, end: _End, name: str) -> Box:
        if not isinstance(end, str):
            return Box(name, end[0], "route", end[1].asked.words, before="From your answers:")
        node = self._tree.node(end)
        words = f"{heading_of(node)}{adds_to(self._tree, node)}"
        return Box(name, end, slug_of(node), words, tuple(grouped(self._tree, duties(node))))

    # Where readers go on

    def _ways(self, node: Node) -> Iterator[_Way]:
        tree = self._tree
        match node:
            case OneOf():
                stands_for = representatives(node, facts_by_question(tree)[node.id])
                for option in node.options:
                    answer = frozenset({stands_for[option.id]})
                    words = [f"{option.wording.text}{short_points(tree, option.adds)}"]
                    if node.unsure and option.id in node.unsure.counts_as:
                        words.append(node.unsure.wording.text)
                    yield from self._with_times(
                        node, option.goes_to, self._end(node, answer, option.goes_to), words
                    )
            case ManyOf() | Measure():
                yield from self._asked_ways(node)
            case Step() | Visit():
                end = self._end(node, None, node.goes_to)
                yield from self._with_times(node, node.goes_to, end, [])
            case Route():
                for to, said in labelled_edges(tree, node):
                    yield self._end(node, None, to), [said]
            case Outcome():
                pass
            case _:
                assert_never(node)

    def _with_times(self, node: Node, target: str, end: _End, words: list[str]) -> Iterator[_Way]:
        """Yield a way, and after one that leads back the way that leads on the last time."""
        for to, times in ways(self._tree, node.id, target):
            said = " / ".join(words)
            yield (end if to == target else to), [f"{said} ({times})".lstrip()] if times else words

    def _asked_ways(self, node: ManyOf | Measure) -> Iterator[_Way]:
        """Yield the ways on from a question that leads one way: more where a route asks for it at once."""
        end = self._end(node, None, node.goes_to)
        if isinstance(end, str) or end[1].asked.question != node.id:
            yield from self._with_times(node, node.goes_to, end, [])
        elif isinstance(node, ManyOf):
            picked = end[1].asked.words
            yield from self._fork_ways(*end, lambda keys: [picked if 1 in keys else _OTHERWISE])
        else:
            yield from self._fork_ways(*end, end[1].asked.said)

    def _fork_ways(
        self, route: str, fork: Fork, said: Callable[[Collection[Key]], list[str]]
    ) -> Iterator[_Way]:
        """Yield the ways on from a fork, of those who come to it."""
        for follows, cases in fork.parted(self._at[route, fork]).items():
            words = said({fork.asked.key(dict(case)) for case in cases})
            if isinstance(follows, Fork):
                yield (route, follows), words
            else:
                yield self._entered(follows, [self._then[route, case] for case in cases]), words

    def _end(self, node: Node, answer: Answer | None, target: str) -> _End:
        """Return where those come who go on to a node, all or with one answer."""
        along = self._along[node.id].items()
        found = [c for (given, to), cases in along if to == target and answer in (None, given) for c in cases]
        return self._entered(target, found)

    def _entered(self, target: str, cases: Sequence[Remembered]) -> _End:
        while target in self._parted:
            begin = entry(self._parted[target], cases)
            if isinstance(begin, Fork):
                return target, begin
            target, cases = begin, [self._then[target, case] for case in cases]
        return target

    # How routes are parted

    def _part_routes(self) -> None:
        """Part each route after those that lead to it: what was answered last hangs on these."""
        come: defaultdict[str, list[_Come]] = defaultdict(list)
        for node, along in self._along.items():
            if not isinstance(self._tree.node(node), Route):
                for (_, target), cases in along.items():
                    come[target].append((node, cases))
        for route in _in_order(self._tree):
            parted = forks_of(self._tree, route, come[route.id]) if come[route.id] else None
            if parted is None:
                for (_, target), cases in self._along[route.id].items():
                    come[target].append((route.id, cases))
            else:
                self._parted[route.id] = parted
                for target, (last, cases) in self._through(route.id, come[route.id]):
                    come[target].append((last, [self._then[route.id, case] for case in cases]))

    def _through(self, route: str, come: Iterable[_Come]) -> Iterator[tuple[str, _Come]]:
        """Yield where readers go from a route, and note at which of its forks they are on the way."""
        last_forks: defaultdict[tuple[Fork, str], dict[Remembered, None]] = defaultdict(dict)
        for last, cases in come:
            begin = entry(self._parted[route], cases)
            if not isinstance(begin, Fork):
                yield begin, (last, cases)
                continue
            for case in cases:
                fork, follows = begin, begin.after(case)
                self._at[route, fork][case] = None
                while isinstance(follows, Fork):
                    fork, follows = follows, follows.after(case)
                    self._at[route, fork][case] = None
                last_forks[fork, follows][case] = None
        for (_, target), some in last_forks.items():
            yield target, (route, list(some))


_OTHERWISE = "In every other case"


def _joined(source: _End, ways: Iterable[_Way], names: Mapping[_End, str]) -> Iterator[Arrow]:
    """Yield one arrow for all that lead to the same box. Where every answer does, only its points are told."""
    found: dict[str, list[str]] = {}
    for end, words in ways:
        found.setdefault(names[end], []).extend(words)
    for target, said in found.items():
        told = [words for words in said if len(found) > 1 or words.endswith(")")]
        yield Arrow(names[source], target, tuple(dict.fromkeys(told)))


def _in_order(tree: Tree) -> list[Route]:
    """Return the routes, each behind those that lead to it; none where these lead round to each other."""
    routes = {node.id: node for node in tree.nodes if isinstance(node, Route)}
    before = {name: [one for one in routes if name in targets(routes[one])] for name in routes}
    try:
        return [routes[name] for name in TopologicalSorter(before).static_order()]
    except CycleError:
        return []
