"""The fewest paths that together show all of a tree: its nodes, ways, duties, limits and conditions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import inf

from clausetree.tree.model import Tree
from clausetree.tree.paths.cover import smallest
from clausetree.tree.paths.search_states import TooManyCasesError, few_at_a_time, with_duties
from clausetree.tree.paths.shown import Shows, Thing
from clausetree.tree.paths.state_graph import Stop, Way, Ways, ways_through
from clausetree.tree.walk import Answer, Walk, walk

_MANY = 16_384
"""So many ways on can be looked at together. Where there are more, duties are shown a few at a time."""

_FEW = 2_000
"""So many paths can be compared with one another. Of more, a good choice is made, step by step."""


def fewest_paths(tree: Tree) -> list[Walk]:
    """Return paths that show all that any path can, in the order of the tree.

    They are the fewest possible where the tree has no more than `_FEW` paths that conditions tell
    apart; with more, they are few.
    """
    try:
        ways = ways_through(tree, beside_limits=True, at_most=_MANY)
    except TooManyCasesError:
        return _few_duties_at_a_time(tree)
    shows = Shows(tree)
    if ways.count() <= _FEW:
        every = list(_paths(ways))
        chosen = [every[at] for at in smallest([_things(shows, path) for path in every])]
    else:
        chosen = list(_one_by_one(shows, ways))
    return [_walked(tree, path) for path in chosen]


def _few_duties_at_a_time(tree: Tree) -> list[Walk]:
    """Return paths that show all that the tree shows without its duties, and all of each duty."""

    def found(few: Tree, at_most: float) -> list[Walk]:
        ways = ways_through(few, beside_limits=True, at_most=at_most)
        return [_walked(tree, path) for path in _one_by_one(Shows(few), ways)]

    every = found(with_duties(tree, ()), inf)
    for _, more in few_at_a_time(tree, found, _MANY):
        every += more
    shows = Shows(tree)
    return [every[at] for at in smallest([shows.by(way) for way in every])]


def _walked(tree: Tree, path: Path) -> Walk:
    return walk(tree, {stop[0]: answer for stop, answer in path if answer})


type Path = tuple[tuple[Stop, Answer | None], ...]


def _paths(ways: Ways) -> Iterator[Path]:
    waiting: list[tuple[Path, Stop]] = [((), ways.start)]
    while waiting:
        path, stop = waiting.pop()
        onward = ways.onward[stop]
        if not onward:
            yield (*path, (stop, None))
        waiting += [((*path, (stop, answer)), target) for answer, target in reversed(onward)]


def _one_by_one(shows: Shows, ways: Ways) -> Iterator[Path]:
    """Yield the path with most that is new, then the next, until nothing is new."""
    shown = {
        (stop, answer): frozenset(_here(shows, stop, answer))
        for stop, onward in ways.onward.items()
        for answer, _ in onward or ((None, stop),)
    }
    covered: set[Thing] = set()
    while True:
        path, news = _best(shown, ways, covered)
        if not news:
            return
        covered.update(*(shown[part] for part in path))
        yield path


type _Shown = Mapping[tuple[Stop, Answer | None], frozenset[Thing]]
"""What is shown at each stop by each answer."""


def _best(shown: _Shown, ways: Ways, covered: set[Thing]) -> tuple[Path, int]:
    """Return the path that covers most of what is not covered yet, and how much that is.

    No path meets a node twice, so what is new along it adds up, stop by stop.
    """
    news: dict[Stop, int] = {}
    taken: dict[Stop, Way] = {}
    for stop in reversed(ways.onward):
        most = -1
        for answer, target in ways.onward[stop]:
            found = len(shown[stop, answer] - covered) + news[target]
            if found > most:
                most, taken[stop] = found, (answer, target)
        news[stop] = most if stop in taken else len(shown[stop, None] - covered)
    path: list[tuple[Stop, Answer | None]] = []
    stop = ways.start
    while stop in taken:
        answer, target = taken[stop]
        path.append((stop, answer))
        stop = target
    return (*path, (stop, None)), news[ways.start]


def _things(shows: Shows, path: Path) -> frozenset[Thing]:
    return frozenset(thing for stop, answer in path for thing in _here(shows, stop, answer))


def _here(shows: Shows, stop: Stop, answer: Answer | None) -> Iterator[Thing]:
    node_id, known = stop
    node = shows.tree.node(node_id)
    yield from shows.here(node, dict(known))
    if answer:
        yield from shows.answered(node, answer)
