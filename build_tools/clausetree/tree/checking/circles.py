"""Circles that a reader walks: some answers lead her to a node that she has met before.

A drawing may have a circle that nobody walks, since routes lead everybody out of it in time: one goes
through its two halves in one order, another in the other. So circles are looked for among the search
states. Until a reader meets a node again she has answered each question once, and a state has all that decides
her way.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from clausetree.tree.condition import facts
from clausetree.tree.graph import downward
from clausetree.tree.model import OneOf, Route, Tree, asked_by, targets
from clausetree.tree.paths.memory import Edge, Remembered, SearchState, first_state
from clausetree.tree.paths.search_states import edges_in, with_told
from clausetree.tree.walk import conditions

type _Edges = dict[SearchState, list[Edge]]

type _Lap = Sequence[SearchState]
"""What a reader meets from a node to that node again, both included."""


@dataclass(frozen=True, slots=True)
class Circle:
    """The nodes of a circle, in order, and the answers that its questions and routes go by."""

    nodes: tuple[str, ...]
    answers: Remembered


def circles(tree: Tree) -> Iterator[Circle]:
    """Yield circles that readers walk and that share no node, until there are none but beyond these."""
    edges: _Edges = {}
    tree = with_told(tree, ())
    while lap := _in_sight(tree, edges) or _missed(tree, edges):
        circle = _circle(tree, lap, edges)
        yield circle
        # The next is looked for where this one's nodes lead nowhere.
        ends = (Route(node.id, (), None) if node.id in circle.nodes else node for node in tree.nodes)
        tree, edges = replace(tree, nodes=tuple(ends)), {}


def _in_sight(tree: Tree, edges: _Edges) -> _Lap | None:
    """Return the first lap that shows on the way down. Where there is none, all edges are put into `edges`.

    The search goes down as far as it can before it tries anything else, and no second time through a state.
    """
    follow = edges_in(tree)
    depth: dict[str, int] = {}
    trail: list[SearchState] = []
    untried: list[Iterator[SearchState]] = []
    state: SearchState | None = first_state(tree)
    while True:
        if state is None:
            del depth[trail.pop()[0]], untried[-1]
            if not trail:
                return None
        elif state[0] in depth:
            return [*trail[depth[state[0]] :], state]
        elif state not in edges:
            depth[state[0]] = len(trail)
            trail.append(state)
            edges[state] = list(follow(state))
            untried.append(iter([target for _, target in edges[state]]))
        state = next(untried[-1], None)


def _missed(tree: Tree, edges: _Edges) -> _Lap | None:
    """Return a lap that showed nowhere on the way down: a part of it had been gone through from elsewhere.

    No state leads back up to itself then. So what ways to a state have met adds up from the top: the
    nodes are the bits of a number.
    """
    start = first_state(tree)
    order = downward([start], lambda state: [target for _, target in edges[state]])
    bit = {node: 1 << at for at, node in enumerate(dict.fromkeys(node for node, _ in order))}
    met = dict.fromkeys(order, 0)
    for state in order:
        so_far = met[state] | bit[state[0]]
        for _, target in edges[state]:
            met[target] |= so_far
    again = next((state for state in order if met[state] & bit[state[0]]), None)
    if again is None:
        return None
    before: defaultdict[SearchState, list[SearchState]] = defaultdict(list)
    for state in order:
        for _, target in edges[state]:
            before[target].append(state)
    lap = _shortest(before, {state for state in order if state[0] == again[0]}, again)
    approach = [] if lap[0] == start else _shortest(before, {start}, lap[0])[:-1]
    return _first_lap([*approach, *lap])


def _shortest(
    before: Mapping[SearchState, Sequence[SearchState]], starts: Collection[SearchState], goal: SearchState
) -> Sequence[SearchState]:
    """Return the shortest way from one of `starts` to `goal` that takes a step or more."""
    then: dict[SearchState, SearchState] = {}
    waiting = deque([goal])
    while waiting:
        state = waiting.popleft()
        for earlier in before[state]:
            if earlier not in then:
                then[earlier] = state
                waiting.append(earlier)
            if earlier in starts:
                path = [earlier, then[earlier]]
                while path[-1] != goal:
                    path.append(then[path[-1]])
                return path
    raise AssertionError("a way has been there")


def _first_lap(path: Sequence[SearchState]) -> _Lap:
    place: dict[str, int] = {}
    for at, (node, _) in enumerate(path):
        if node in place:
            return path[place[node] : at + 1]
        place[node] = at
    raise AssertionError("the last node has been met before")


def _circle(tree: Tree, lap: _Lap, edges: _Edges) -> Circle:
    nodes = [node for node, _ in lap[:-1]]
    if lap[0] == lap[-1]:
        # She would go round for ever, so it may as well be told from the node that stands first.
        first = next(nodes.index(node.id) for node in tree.nodes if node.id in nodes)
        nodes = nodes[first:] + nodes[:first]
    given = set(lap[0][1])
    by: set[str] = set()
    for here, there in pairwise(lap):
        node = tree.node(here[0])
        answer = next(answer for answer, target in edges[here] if target == there)
        given |= {(node.id, answer)} if answer is not None else set()
        if isinstance(node, OneOf) and len(targets(node)) > 1:
            by.add(node.id)
        if isinstance(node, Route):
            by |= {one for condition in conditions(node) for fact in facts(condition) for one in asked_by(fact)}
    # What a total has come to follows from answers, and may grow on the way.
    return Circle(tuple(nodes), frozenset(pair for pair in given if pair[0] in by and tree.has(pair[0])))
