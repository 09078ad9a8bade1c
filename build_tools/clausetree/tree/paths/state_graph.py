"""Every way through a tree as a small graph, in which answers that nothing tells apart run together.

A stop is a node and those earlier answers that a condition there or further on asks for. However many
paths a tree has, its stops are few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, islice
from math import inf

from clausetree.tree.condition import facts
from clausetree.tree.graph import downward, in_order
from clausetree.tree.model import (
    ManyOf,
    Measure,
    Node,
    OneOf,
    Outcome,
    Picked,
    Route,
    Step,
    Tree,
    Visit,
    targets,
)
from clausetree.tree.paths.memory import Remember, Said, memory
from clausetree.tree.paths.search_states import TooManyCasesError
from clausetree.tree.walk import DONE, Answer, all_conditions, beside, is_true, possible_answers

type Stop = tuple[str, Said]
"""A node, and the answers that matter there or further on."""

type Way = tuple[Answer | None, Stop]
"""What is answered at a stop (None where nothing is), and the stop that follows."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The ways on from each stop; a stop stands before those that it leads to."""

    start: Stop
    onward: dict[Stop, tuple[Way, ...]]

    def count(self) -> int:
        """Return how many paths there are from the start to an outcome."""
        paths: dict[Stop, int] = {}
        for stop in reversed(self.onward):
            paths[stop] = sum(paths[target] for _, target in self.onward[stop]) or 1
        return paths[self.start]


def ways_through(tree: Tree, *, beside_limits: bool = False, at_most: float = inf) -> Ways:
    """Return the stops of `tree`, which must be sound, and the ways between them.

    Each way takes one option, or all choices of a question that no condition tells apart. Of numbers and dates
    that none tells apart one stands for all, or those at both ends where `beside_limits` are wanted. Raises
    `TooManyCasesError` where there are more than `at_most` ways.
    """
    remember = memory(tree, lambda node: _answers(tree, node, {}, beside_limits))
    start: Stop = (tree.start, frozenset())
    onward: dict[Stop, tuple[Way, ...]] = {}
    left = at_most

    def follow(stop: Stop) -> Iterator[Stop]:
        nonlocal left
        ways = _onward(tree, stop, remember, beside_limits)
        onward[stop] = tuple(islice(ways, None if left == inf else int(left) + 1))
        left -= len(onward[stop])
        if left < 0:
            raise TooManyCasesError
        return (target for _, target in onward[stop])

    nodes = in_order({node.id: targets(node) for node in tree.nodes})
    if len(nodes) < len(tree.nodes):
        # Where the drawing has a circle, its nodes have no order. The stops have one: nobody walks the circle.
        return Ways(start, {stop: onward[stop] for stop in downward([start], follow)})
    waiting: defaultdict[str, dict[Stop, None]] = defaultdict(dict)
    waiting[tree.start][start] = None
    for node_id in nodes:
        for stop in waiting[node_id]:
            for target in follow(stop):
                waiting[target[0]][target] = None
    return Ways(start, onward)


def _onward(tree: Tree, stop: Stop, remember: Remember, beside_limits: bool) -> Iterator[Way]:
    node_id, known = stop
    for answer, target in _answers(tree, tree.node(node_id), dict(known), beside_limits):
        said = known if answer is None else known | {(node_id, answer)}
        yield answer, (target, remember(target, said))


def _answers(
    tree: Tree, node: Node, known: Mapping[str, Answer], beside_limits: bool
) -> Iterator[tuple[Answer | None, str]]:
    match node:
        case OneOf():
            yield from ((frozenset({option.id}), option.goes_to) for option in node.options)
        case ManyOf():
            yield from ((answer, node.goes_to) for answer in _told_apart(tree, node))
        case Measure():
            answers = beside(tree, node) if beside_limits else possible_answers(tree, node)
            yield from ((answer, node.goes_to) for answer in answers)
        case Step():
            yield DONE, node.goes_to
        case Visit():
            yield None, node.goes_to
        case Route():
            open_ways = (branch.goes_to for branch in node.branches if is_true(branch.when, known))
            target = next(open_ways, node.otherwise)
            assert target is not None, "a sound route has a way on"
            yield None, target
        case Outcome():
            pass


def _told_apart(tree: Tree, node: ManyOf) -> Iterator[Answer]:
    """Yield answers so that every set of choices that conditions ask for comes with all the others."""
    asked = {
        fact.option
        for condition in all_conditions(tree)
        for fact in facts(condition)
        if isinstance(fact, Picked) and fact.question == node.id
    }
    mentioned = [choice.id for choice in node.choices if choice.id in asked]
    others = frozenset(choice.id for choice in node.choices) - asked
    for size in range(len(mentioned) + 1):
        for some in combinations(mentioned, size):
            if others or some:
                yield others | frozenset(some)
    if node.none:
        yield frozenset({node.none.id})
