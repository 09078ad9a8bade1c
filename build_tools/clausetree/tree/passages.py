"""Passages: what lies between a node and the lines that lead back to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import takewhile

from clausetree.tree.graph import reachable
from clausetree.tree.model import Again, Node, Tree, targets

JOINT = "--"
"""Stands between the id of a visited tree and that of its node. No id holds it."""

type Graph = Mapping[str, Sequence[str]]


def passage(graph: Graph, target: str, again: Collection[Again]) -> set[str]:
    """Return the nodes on the ways from a node to where arrows lead back to it. `graph` has no such arrows."""
    back: dict[str, list[str]] = {}
    for node, onward in graph.items():
        for other in onward:
            back.setdefault(other, []).append(node)
    sources = (one.source for one in again if one.target == target)
    to_source = set[str]().union(*(reachable(back, source) for source in sources))
    return reachable(graph, target) & to_source


def passages[Key](graph: Graph, groups: Mapping[Key, Sequence[Again]], start: str) -> dict[Key, set[str]]:
    """Return the nodes of several passages. The arrows of each group lead back to one node.

    What readers come to on the way back alone, such as the hour that one waits, is in no `graph` on the way
    through a passage around that. It lies in it if the rest of its own passage does.
    """
    met = reachable(graph, start)
    found = {key: passage(graph, own[0].target, own) for key, own in groups.items()}
    for outer in sorted(found, key=lambda key: len(found[key] & met)):
        inner = (nodes for nodes in found.values() if set() < nodes & met < found[outer] & met)
        found[outer] = found[outer].union(*inner)
    return found


def passes(tree: Tree, back: Again) -> int:
    """Return how often a reader can go through a passage. `tree` is folded.

    That is once more than she can come to a node at which she is on the way back alone.
    """
    return back.times + (back.target not in met_before(tree, tree.again))


def around(tree: Tree, back: Again) -> str | None:
    """Return to which node the passage right around another leads back; None where there is none.

    `tree` is folded.
    """
    passages = passages_of(tree)
    own = passages[begun_by(tree, back)]
    wider = [(len(nodes), target) for (target, _), nodes in passages.items() if nodes > own]
    return min(wider)[1] if wider else None


def begun_at_0(tree: Tree, back: Again) -> set[str]:
    """Return the totals that begin at 0 each time through a passage. `tree` is folded."""
    begun = begun_by(tree, back)
    gone = forgotten_in(tree, passages_of(tree)[begun], begun[1])
    return {total.id for total in tree.totals if total.id in gone}


def met_before(tree: Tree, again: Collection[Again]) -> set[str]:
    """Return the nodes that readers come to who were never led back."""
    return reachable(onward_from(tree.nodes, again), tree.start)


type Begun = tuple[str, tuple[str, ...]]
"""The node that arrows lead back to, and the visits within which they do so, the outermost first.

Where a visited tree begins, its own arrows may lead back, and those of the tree that visits it: these are two.
"""


def passages_of(tree: Tree) -> dict[Begun, set[str]]:
    """Return the nodes of each passage. `tree` is folded."""
    onward = onward_from(tree.nodes, tree.again)
    groups: dict[Begun, list[Again]] = {}
    for one in tree.again:
        groups.setdefault(begun_by(tree, one), []).append(one)
    return passages(onward, groups, tree.start)


def begun_by(tree: Tree, one: Again) -> Begun:
    within = [tree.original(name).split(JOINT)[:-1] for name in (one.source, one.target, one.then)]
    shared = takewhile(lambda level: len({*level}) == 1, zip(*within, strict=False))
    return one.target, tuple(part for part, *_ in shared)


def onward_from(nodes: Collection[Node], again: Collection[Again]) -> dict[str, list[str]]:
    """Return where each node leads when arrows that lead back lead on, as they do the last time."""
    then = {(one.source, one.target): one.then for one in again}
    return {node.id: [then.get((node.id, target), target) for target in targets(node)] for node in nodes}


def forgotten_in(tree: Tree, known: Collection[str], visits: Sequence[str]) -> tuple[str, ...]:
    """Return what is known under names of a passage: its nodes, the trees visited in it, and their totals.

    The passage lies within `visits`, and those go on.
    """
    parts = [name.split(JOINT) for name in known]
    visited = {JOINT.join(some[:size]) for some in parts for size in range(len(visits) + 1, len(some))}
    totals = (total.id for total in tree.totals if total.id.rpartition(JOINT)[0] in visited)
    return tuple(sorted({*known, *visited, *totals}))
