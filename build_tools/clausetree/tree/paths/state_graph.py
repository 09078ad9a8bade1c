"""Every way through a tree as a small graph, in which answers that nothing tells apart run together.

However many paths a tree has, its search states are few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from math import inf
from typing import assert_never

from clausetree.tree.answers import Answer, Answers, Detail, answers_with_targets
from clausetree.tree.graph import downward, in_order
from clausetree.tree.model import Fact, ManyOf, Measure, Node, OneOf, Outcome, Route, Step, Tree, Visit
from clausetree.tree.paths.memory import Edge, Move, Remember, SearchState, first_state, memory, with_answer
from clausetree.tree.paths.search_states import TooManyStatesError
from clausetree.tree.walk import facts_by_question, route_target

type Path = tuple[tuple[SearchState, Answer | None], ...]
"""The states of a way from the start to an outcome, each with what is answered there, if anything is."""

type _MovesFrom = Callable[[Node, Answers], Iterator[Move]]
"""Yields the moves from a node that a reader with these answers can make."""


@dataclass(frozen=True, slots=True)
class StateGraph:
    """The edges that lead on from each search state; a state stands before those that it leads to."""

    start: SearchState
    edges: dict[SearchState, tuple[Edge, ...]]

    def count(self) -> int:
        """Return how many paths there are from the start to an outcome."""
        paths: dict[SearchState, int] = {}
        for state in reversed(self.edges):
            paths[state] = sum(paths[target] for _, target in self.edges[state]) or 1
        return paths[self.start]

    def paths(self) -> Iterator[Path]:
        """Yield every path, in the order of the tree. `count` says first whether there are too many."""
        waiting: list[tuple[Path, SearchState]] = [((), self.start)]
        while waiting:
            path, state = waiting.pop()
            edges = self.edges[state]
            if not edges:
                yield (*path, (state, None))
            waiting += [((*path, (state, answer)), target) for answer, target in reversed(edges)]


def answers_on(path: Path) -> dict[str, Answer]:
    """Return what is answered along a path, by question or step."""
    return {node_id: answer for (node_id, _), answer in path if answer}


def state_graph(
    tree: Tree, *, beside_limits: bool = False, at_most: float = inf, also: Iterable[Fact] = ()
) -> StateGraph:
    """Return the search states of `tree`, which must be sound, and the edges between them.

    Each edge takes one option, or all choices of a question that no condition tells apart. Of numbers and dates
    that none tells apart one stands for all, or those at both ends where `beside_limits` are wanted. The facts
    `also` given tell answers apart as those of conditions do.

    Raises `TooManyStatesError` where there are more than `at_most` edges, and AssertionError for a route that
    leads nowhere.
    """
    moves = _moves_in(tree, Detail.LIMITS if beside_limits else Detail.FACTS, also)
    remember = memory(tree, lambda node: moves(node, {}))
    start = first_state(tree)
    edges: dict[SearchState, tuple[Edge, ...]] = {}
    remaining = at_most

    def follow(state: SearchState) -> Iterator[SearchState]:
        nonlocal remaining
        found = _edges(tree, state, moves, remember)
        edges[state] = tuple(islice(found, None if remaining == inf else int(remaining) + 1))
        remaining -= len(edges[state])
        if remaining < 0:
            raise TooManyStatesError
        return (target for _, target in edges[state])

    nodes = in_order(tree.graph)
    if len(nodes) < len(tree.nodes):
        # Where the drawing has a circle, its nodes have no order. The states have one: nobody walks the circle.
        return StateGraph(start, {state: edges[state] for state in downward([start], follow)})
    waiting: defaultdict[str, dict[SearchState, None]] = defaultdict(dict)
    waiting[tree.start][start] = None
    for node_id in nodes:
        for state in waiting[node_id]:
            for target in follow(state):
                waiting[target[0]][target] = None
    return StateGraph(start, edges)


def _edges(tree: Tree, state: SearchState, moves: _MovesFrom, remember: Remember) -> Iterator[Edge]:
    node, remembered = tree.node(state[0]), state[1]
    for answer, target in moves(node, dict(remembered)):
        yield answer, (target, remember(target, with_answer(tree, node, answer, remembered)))


def _moves_in(tree: Tree, detail: Detail, also: Iterable[Fact]) -> _MovesFrom:
    facts_of = facts_by_question(tree, also)

    def moves(node: Node, known: Answers) -> Iterator[Move]:
        match node:
            case OneOf() | ManyOf() | Measure() | Step():
                yield from answers_with_targets(node, facts_of[tree.original(node.id)], detail)
            case Visit():
                yield None, node.goes_to
            case Route():
                target = route_target(node, known)
                assert target is not None, "a sound route has a way on"
                yield None, target
            case Outcome():
                pass
            case _:
                assert_never(node)

    return moves
