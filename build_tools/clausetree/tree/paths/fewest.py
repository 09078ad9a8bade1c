"""The fewest paths that together show all of a tree: its nodes, ways, what is told, limits and conditions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf

from clausetree.tree.answers import Answer
from clausetree.tree.model import Tree
from clausetree.tree.paths.cover import smallest
from clausetree.tree.paths.memory import Edge, SearchState
from clausetree.tree.paths.search_states import TooManyStatesError, few_at_a_time, with_told
from clausetree.tree.paths.shown import CoverageItem, PathCoverage
from clausetree.tree.paths.state_graph import Path, StateGraph, answers_on, state_graph
from clausetree.tree.walk import Walk, walk

_MANY = 16_384
"""So many edges can be looked at together. Where there are more, duties are shown a few at a time."""

_FEW = 2_000
"""So many paths can be compared with one another. Of more, a good choice is made, step by step."""


def fewest_paths(tree: Tree) -> list[Walk]:
    """Return paths that show all that any path can, in the order of the tree.

    They are the fewest possible where the tree has no more than `_FEW` paths that conditions tell
    apart; with more, they are few.
    """
    try:
        graph = state_graph(tree, beside_limits=True, at_most=_MANY)
    except TooManyStatesError:
        return _few_duties_at_a_time(tree)
    coverage = PathCoverage(tree)
    if graph.count() <= _FEW:
        every = list(graph.paths())
        chosen = [every[at] for at in smallest([_items(coverage, path) for path in every])]
    else:
        chosen = list(_one_by_one(coverage, graph))
    return [walk(tree, answers_on(path)) for path in chosen]


def _few_duties_at_a_time(tree: Tree) -> list[Walk]:
    """Return paths that show all that the tree shows without its duties, and all of each duty."""

    def found(few: Tree, at_most: float) -> list[Walk]:
        graph = state_graph(few, beside_limits=True, at_most=at_most)
        return [walk(tree, answers_on(path)) for path in _one_by_one(PathCoverage(few), graph)]

    every = found(with_told(tree, ()), inf)
    for _, more in few_at_a_time(tree, found, _MANY):
        every += more
    coverage = PathCoverage(tree)
    return [every[at] for at in smallest([coverage.by(way) for way in every])]


def _one_by_one(coverage: PathCoverage, graph: StateGraph) -> Iterator[Path]:
    """Yield the path with most that is new, then the next, until nothing is new."""
    shown = {
        (state, answer): frozenset(_here(coverage, state, answer))
        for state, edges in graph.edges.items()
        for answer, _ in edges or ((None, state),)
    }
    covered: set[CoverageItem] = set()
    while True:
        path, news = _best(shown, graph, covered)
        if not news:
            return
        covered.update(*(shown[answered] for answered in path))
        yield path


type _Shown = Mapping[tuple[SearchState, Answer | None], frozenset[CoverageItem]]
"""What is shown in each search state by each answer."""


def _best(shown: _Shown, graph: StateGraph, covered: set[CoverageItem]) -> tuple[Path, int]:
    """Return the path that covers most of what is not covered yet, and how much that is.

    No path meets a node twice, so what is new along it adds up, state by state.
    """
    news: dict[SearchState, int] = {}
    taken: dict[SearchState, Edge] = {}
    for state in reversed(graph.edges):
        most = -1
        for answer, target in graph.edges[state]:
            found = len(shown[state, answer] - covered) + news[target]
            if found > most:
                most, taken[state] = found, (answer, target)
        news[state] = most if state in taken else len(shown[state, None] - covered)
    path: list[tuple[SearchState, Answer | None]] = []
    state = graph.start
    while state in taken:
        answer, target = taken[state]
        path.append((state, answer))
        state = target
    return (*path, (state, None)), news[graph.start]


def _items(coverage: PathCoverage, path: Path) -> frozenset[CoverageItem]:
    return frozenset(item for state, answer in path for item in _here(coverage, state, answer))


def _here(coverage: PathCoverage, state: SearchState, answer: Answer | None) -> Iterator[CoverageItem]:
    node_id, remembered = state
    node = coverage.tree.node(node_id)
    yield from coverage.here(node, dict(remembered))
    if answer:
        yield from coverage.answered(node, answer, dict(remembered))
