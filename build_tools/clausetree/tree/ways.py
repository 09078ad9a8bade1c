"""Every way through a tree as a small graph, in which answers that nothing tells apart run together.

A stop is a node and those earlier answers that a condition there or further on asks for. However many
paths a tree has, its stops are few.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from clausetree.tree.condition import facts
from clausetree.tree.graph import in_order
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
from clausetree.tree.walk import DONE, Answer, all_conditions, beside, conditions, is_true, possible_answers

type Stop = tuple[str, frozenset[tuple[str, Answer]]]
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


def ways_through(tree: Tree, *, beside_limits: bool = False) -> Ways:
    """Return the stops of `tree`, which must have no loop, and the ways between them.

    Each way takes one option, or all choices of a question that no condition tells apart. Of numbers and dates
    that none tells apart one stands for all, or those at both ends where `beside_limits` are wanted.
    """
    order = in_order({node.id: targets(node) for node in tree.nodes})
    matters = _matters(tree, order)
    start: Stop = (tree.start, frozenset())
    waiting: defaultdict[str, dict[Stop, None]] = defaultdict(dict)
    waiting[tree.start][start] = None
    onward: dict[Stop, tuple[Way, ...]] = {}
    for node_id in order:
        for stop in waiting[node_id]:
            onward[stop] = tuple(_onward(tree, stop, matters, beside_limits))
            for _, target in onward[stop]:
                waiting[target[0]][target] = None
    return Ways(start, onward)


def _matters(tree: Tree, order: list[str]) -> dict[str, set[str]]:
    """For each node, the questions that a condition there or further on speaks of."""
    found: dict[str, set[str]] = {}
    for node_id in reversed(order):
        node = tree.node(node_id)
        here = {fact.question for condition in conditions(node) for fact in facts(condition)}
        found[node_id] = here.union(*(found[target] for target in targets(node)))
    return found


def _onward(tree: Tree, stop: Stop, matters: Mapping[str, set[str]], beside_limits: bool) -> Iterator[Way]:
    node_id, known = stop
    for answer, target in _answers(tree, tree.node(node_id), dict(known), beside_limits):
        said = known if answer is None else known | {(node_id, answer)}
        yield answer, (target, frozenset(pair for pair in said if pair[0] in matters[target]))


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
