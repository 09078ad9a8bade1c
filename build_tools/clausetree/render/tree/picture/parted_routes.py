"""Which forks stand in place of each route, and where readers come into them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from clausetree.render.tree.picture.asked_before import Key
from clausetree.render.tree.picture.sorting import Fork, entry, forks_of
from clausetree.tree.answers import Answer
from clausetree.tree.model import OneOf, Route, Tree, targets
from clausetree.tree.paths.memory import Remembered, first_state
from clausetree.tree.paths.search_states import TooManyStatesError, edges_in, states_by_node

_MOST_STATES = 4_096
"""What can be known at the routes of a tree with more is not gone through to draw it."""

type End = str | tuple[str, Fork]
"""What is drawn as a box: a node, or a fork of a route."""

type _Arrivals = Mapping[str, list[tuple[Remembered, Answer | None, str, Remembered]]]
"""By node: what is known there, what is answered, where that leads, and what is known there then."""


type _Come = tuple[str, list[Remembered]]
"""The node that an arrow comes from, and what those know who come along it."""


class PartedRoutes:
    """The routes of a tree, each as forks, for readers with any answers.

    None is where the tree leads back, or where too much can be known: then every route is a node.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._parted: dict[str, Fork | str] = {}
        self._along: defaultdict[str, dict[tuple[Answer | None, str], list[Remembered]]] = defaultdict(dict)
        self._at: defaultdict[tuple[str, Fork], dict[Remembered, None]] = defaultdict(dict)
        arrivals = _arrivals(tree)
        self._then = {(node, case): then for node, met in arrivals.items() for case, _, _, then in met}
        for node, met in arrivals.items():
            each = isinstance(tree.node(node), OneOf)
            for _, answer, target, then in met:
                self._along[node].setdefault((answer if each else None, target), []).append(then)
        if arrivals:
            self._part_routes()

    def begin(self) -> End:
        """Return where every reader begins."""
        return self._entered(self._tree.start, [first_state(self._tree)[1]])

    def end(self, node_id: str, answer: Answer | None, target: str) -> End:
        """Return where those come who go on from one node to another, all or with one answer."""
        along = self._along[node_id].items()
        found = [c for (given, to), cases in along if to == target and answer in (None, given) for c in cases]
        return self._entered(target, found)

    def onward(self, route: str, fork: Fork) -> Iterator[tuple[End, set[Key]]]:
        """Yield where readers go on from a fork, and what these have answered for it."""
        for follows, cases in fork.parted(self._at[route, fork]).items():
            keys = {fork.asked.key(dict(case)) for case in cases}
            if isinstance(follows, Fork):
                yield (route, follows), keys
            else:
                yield self._entered(follows, [self._then[route, case] for case in cases]), keys

    def _entered(self, target: str, cases: Sequence[Remembered]) -> End:
        while target in self._parted:
            begin = entry(self._parted[target], cases)
            if isinstance(begin, Fork):
                return target, begin
            target, cases = begin, [self._then[target, case] for case in cases]
        return target

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


def _in_order(tree: Tree) -> list[Route]:
    """Return the routes, each behind those that lead to it; none where these lead round to each other."""
    routes = {node.id: node for node in tree.nodes if isinstance(node, Route)}
    before = {name: [one for one in routes if name in targets(routes[one])] for name in routes}
    try:
        return [routes[name] for name in TopologicalSorter(before).static_order()]
    except CycleError:
        return []
