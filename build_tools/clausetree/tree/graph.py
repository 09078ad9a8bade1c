"""The shape of a tree: what leads where, in what order, and round what loops.

Nodes are ids; a `Graph` maps each node to the nodes it leads to. Nothing here calls itself, so a tree
may be as long as its author likes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence

type Graph = Mapping[str, Sequence[str]]


def reachable(graph: Graph, start: str) -> set[str]:
    """Return every node that some path from `start` meets, `start` itself included."""
    met = {start}
    waiting = [start]
    while waiting:
        for target in graph.get(waiting.pop(), ()):
            if target not in met:
                met.add(target)
                waiting.append(target)
    return met


def leads(graph: Graph, start: str, goal: str) -> bool:
    """Return whether some path from `start` comes to `goal`, and is not over before it begins.

    The nearest nodes are tried first: a condition mostly stands close behind its question.
    """
    met: set[str] = set()
    waiting = deque(graph.get(start, ()))
    while waiting:
        node = waiting.popleft()
        if node == goal:
            return True
        if node not in met:
            met.add(node)
            waiting.extend(graph.get(node, ()))
    return False


def in_order(graph: Graph) -> list[str]:
    """Return the nodes so that each stands before those it leads to; those on or past a loop go.

    Kahn's algorithm. The result has every node exactly when there is no loop. Raises KeyError for a node that
    leads to one which is not in the graph.
    """
    arrivals = dict.fromkeys(graph, 0)
    for targets in graph.values():
        for target in targets:
            arrivals[target] += 1
    ready = [node for node, count in arrivals.items() if count == 0]
    order: list[str] = []
    for node in ready:
        order.append(node)
        for target in graph[node]:
            arrivals[target] -= 1
            if arrivals[target] == 0:
                ready.append(target)
    return order


def downward[Node](starts: Iterable[Node], graph: Callable[[Node], Iterable[Node]]) -> list[Node]:
    """Return the nodes that `starts` lead to, themselves included, each before those it leads to.

    Of nodes that lead round to themselves, one is first, and some way leads back up to it. `graph` is asked
    once for each node.
    """
    met: set[Node] = set()
    finished: list[Node] = []
    for start in starts:
        trail = [] if start in met else [(start, iter(graph(start)))]
        met.add(start)
        while trail:
            node, targets = trail[-1]
            target = next((target for target in targets if target not in met), None)
            if target is None:
                finished.append(node)
                trail.pop()
            else:
                met.add(target)
                trail.append((target, iter(graph(target))))
    return finished[::-1]


def rings[Node](graph: Mapping[Node, Sequence[Node]]) -> list[set[Node]]:
    """Return the sets of two nodes or more that all lead to one another.

    Kosaraju's algorithm: from the node of a ring that is furthest up, the ways back lead to no node but its
    own and those of rings found before. Raises KeyError for a node that leads to one which is not in the graph.
    """
    before: dict[Node, list[Node]] = {node: [] for node in graph}
    for node, targets in graph.items():
        for target in targets:
            before[target].append(node)
    found: list[set[Node]] = []
    met: set[Node] = set()
    for node in downward(graph, graph.__getitem__):
        if node not in met:
            ring = downward([node], lambda place: [back for back in before[place] if back not in met])
            met.update(ring)
            found += [set(ring)] if len(ring) > 1 else []
    return found


def loops(graph: Graph) -> list[list[str]]:
    """Return a loop for every knot of nodes that lead round to themselves, each once.

    A knot is what remains when nodes that lie on no loop are taken away from both ends. Raises KeyError for a
    node that leads to one which is not in the graph.
    """
    found: list[list[str]] = []
    knot = _knotted(graph)
    while knot:
        loop = _follow(knot)
        found.append(loop)
        # Taking one loop's nodes away leaves the other loops to be found by the same means.
        rest = {node: targets for node, targets in knot.items() if node not in loop}
        knot = _knotted({node: [t for t in targets if t in rest] for node, targets in rest.items()})
    return found


def _knotted(graph: Graph) -> dict[str, list[str]]:
    ahead = set(graph) - set(in_order(graph))
    backwards: dict[str, list[str]] = {node: [] for node in ahead}
    for node in ahead:
        for target in graph[node]:
            if target in ahead:
                backwards[target].append(node)
    both = ahead - set(in_order(backwards))
    return {node: [t for t in graph[node] if t in both] for node in graph if node in both}


def _follow(knot: Graph) -> list[str]:
    """Return the first loop met when each node's first way is taken."""
    trail: dict[str, int] = {}
    node = next(iter(knot))
    while node not in trail:
        trail[node] = len(trail)
        node = knot[node][0]
    return list(trail)[trail[node] :]
