"""What a flowchart of a tree shows: boxes, and one arrow from each to every other that it leads to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from clausetree.render.tree.back import ways
from clausetree.render.tree.onward import labelled_edges
from clausetree.render.tree.phrasing import grouped, heading_of, slug_of
from clausetree.render.tree.picture.asked_before import Key
from clausetree.render.tree.picture.parted_routes import End, PartedRoutes
from clausetree.render.tree.picture.sorting import Fork
from clausetree.render.tree.totals import adds_to, short_points
from clausetree.tree.again import folded
from clausetree.tree.answers import representatives
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
)
from clausetree.tree.walk import facts_by_question


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
    return _Drawing(folded(tree), PartedRoutes(tree)).flow()


type _Way = tuple[End, list[str]]
"""Where an arrow leads, and which answers lead along it."""


class _Drawing:
    """The boxes and arrows of a tree that is folded."""

    def __init__(self, tree: Tree, routes: PartedRoutes) -> None:
        self._tree, self._routes = tree, routes

    def flow(self) -> Flow:
        """Return all boxes and arrows that a reader can come to, in the order of the nodes."""
        onward = self._onward()
        places = {node.id: at for at, node in enumerate(self._tree.nodes)}
        ends = sorted(onward, key=lambda end: places[end if isinstance(end, str) else end[0]])
        counts = Counter[str]()
        names: dict[End, str] = {}
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

    def _onward(self) -> dict[End, list[_Way]]:
        """Return what can be come to in the drawing, and how one goes on from there."""
        found: dict[End, list[_Way]] = {}
        waiting: list[End] = [self._routes.begin()]
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

    def _box(self, end: End, name: str) -> Box:
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
                        node, option.goes_to, self._routes.end(node.id, answer, option.goes_to), words
                    )
            case ManyOf() | Measure():
                yield from self._asked_ways(node)
            case Step() | Visit():
                end = self._routes.end(node.id, None, node.goes_to)
                yield from self._with_times(node, node.goes_to, end, [])
            case Route():
                for to, said in labelled_edges(tree, node):
                    yield self._routes.end(node.id, None, to), [said]
            case Outcome():
                pass
            case _:
                assert_never(node)

    def _with_times(self, node: Node, target: str, end: End, words: list[str]) -> Iterator[_Way]:
        """Yield a way, and after one that leads back the way that leads on the last time."""
        for to, times in ways(self._tree, node.id, target):
            said = " / ".join(words)
            yield (end if to == target else to), [f"{said} ({times})".lstrip()] if times else words

    def _asked_ways(self, node: ManyOf | Measure) -> Iterator[_Way]:
        """Yield the ways on from a question that leads one way: more where a route asks for it at once."""
        end = self._routes.end(node.id, None, node.goes_to)
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
        return ((end, said(keys)) for end, keys in self._routes.onward(route, fork))


_OTHERWISE = "In every other case"


def _joined(source: End, ways: Iterable[_Way], names: Mapping[End, str]) -> Iterator[Arrow]:
    """Yield one arrow for all that lead to the same box. Where every answer does, only its points are told."""
    found: dict[str, list[str]] = {}
    for end, words in ways:
        found.setdefault(names[end], []).extend(words)
    for target, said in found.items():
        told = [words for words in said if len(found) > 1 or words.endswith(")")]
        yield Arrow(names[source], target, tuple(dict.fromkeys(told)))
