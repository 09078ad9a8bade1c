"""Passages that a reader goes through again: put into a tree once for each time, and taken out again.

So a tree stays without circles, and walking, checking and the courses know nothing of passages.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from clausetree.tree.answers import Answer
from clausetree.tree.model import Again, Copy, Node, Restart, Tree, targets_by_line
from clausetree.tree.passages import (
    JOINT,
    Begun,
    begun_by,
    forgotten_in,
    met_before,
    onward_from,
    passage,
    passages_of,
)
from clausetree.tree.with_targets import with_targets


def unrolled(tree: Tree) -> Tree:
    """Return the tree with each passage in it once for each time that a reader can go through it.

    Of two passages, one lies within the other or they share nothing.
    """
    if tree.copies:
        return tree
    passages = passages_of(tree)
    whole, pending = tree, tree.again
    for begun, nodes in sorted(passages.items(), key=lambda one: len(one[1])):
        level = sum(nodes > other for other in passages.values())
        whole, pending = _with_copies(whole, begun, pending, level)
    return whole


def folded(tree: Tree) -> Tree:
    """Return the tree as it is drawn: with each passage once, out of which arrows lead back."""
    if not tree.copies:
        return tree
    nodes = (node for node in tree.nodes if tree.original(node.id) == node.id)
    drawn = tuple(with_targets(node, tree.original) for node in nodes)
    return replace(tree, nodes=drawn, copies=(), restarts=())


def copies_of(tree: Tree, node_id: str) -> Iterator[str]:
    """Yield the ids under which a node stands in the tree, its own first."""
    yield node_id
    yield from (copy.id for copy in tree.copies if copy.of == node_id)


def last_times(tree: Tree) -> dict[str, tuple[int, ...]]:
    """Return the nodes out of which lines lead on that led back the times before, and which lines these are.

    They are counted as `targets_by_line` has them.
    """
    found: dict[str, tuple[int, ...]] = {}
    for one in tree.again:
        first = [tree.original(target) for target in targets_by_line(tree.node(one.source))]
        for copy in copies_of(tree, one.source):
            now = [tree.original(target) for target in targets_by_line(tree.node(copy))]
            lines = (at for at, target in enumerate(first) if target == one.target != now[at])
            found[copy] = (*found.get(copy, ()), *lines)
    return {node: lines for node, lines in found.items() if lines}


def begun_anew(tree: Tree, node_id: str, known: dict[str, Answer]) -> dict[str, Answer]:
    """Return what is known of a reader on coming to a node: where a passage begins anew, nothing of it.

    Sums of what was visited in it are 0 then.
    """
    gone = tree.forgotten_at(node_id)
    if not gone:
        return known
    sums = {total.id: _NOTHING for total in tree.totals if total.id in gone and total.id in known}
    return {name: answer for name, answer in known.items() if name not in gone} | sums


_NOTHING: Answer = frozenset({"0"})


@dataclass(frozen=True, slots=True)
class _Passage:
    """The nodes that arrows lead back through, the first of them, and what stands before a number."""

    first: str
    nodes: Collection[str]
    mark: str

    def at(self, time: int, node_id: str) -> str:
        """Return the id of a node the so manieth time."""
        return f"{node_id}{self.mark}{time}" if time > 1 and node_id in self.nodes else node_id


def _with_copies(
    tree: Tree, begun: Begun, again: Sequence[Again], level: int
) -> tuple[Tree, tuple[Again, ...]]:
    """Return the tree with a passage for each time, and the other arrows that lead back."""
    first, visits = begun
    own = [one for one in again if begun_by(tree, one) == begun]
    others = [one for one in again if one not in own]
    met = met_before(tree, again)
    if first not in met:
        # The first time she has entered behind it.
        own = [replace(one, times=one.times + 1) for one in own]
    # A passage within another has fewer hyphens before its number, so that no two copies have one id.
    mark = f"{JOINT}-{'-' * level}"
    part = _Passage(first, passage(onward_from(tree.nodes, again), first, own), mark)
    times = range(2, max(one.times for one in own) + 1)
    inside = [node for node in tree.nodes if node.id in part.nodes]
    nodes = [_leading(node, 1, part, own) for node in tree.nodes]
    nodes += [_leading(_copied(node, time, part), time, part, own) for time in times for node in inside]
    known = [replace(copy, times=(1, *copy.times)) if copy.id in part.nodes else copy for copy in tree.copies]
    within = {copy.of: (1,) * len(copy.times) for copy in tree.copies}
    within |= {copy.id: copy.times for copy in tree.copies}
    copies = [
        Copy(
            part.at(time, node.id),
            tree.original(node.id),
            (time if node.id in met else time - 1, *within.get(node.id, ())),
        )
        for time in times
        for node in inside
    ]
    begins = _begins(tree, part, again, met)
    forgets = forgotten_in(tree, [tree.original(node.id) for node in inside], visits)
    restarts = [Restart(part.at(time, begins), forgets) for time in times]
    restarts += [
        replace(one, at=part.at(time, one.at))
        for time in times
        for one in tree.restarts
        if one.at in part.nodes
    ]
    pending = [
        replace(
            one,
            source=part.at(time, one.source),
            target=part.at(time, one.target),
            then=part.at(time, one.then),
        )
        for time in (1, *times)
        for one in others
        if time == 1 or one.source in part.nodes
    ]
    whole = replace(
        tree,
        nodes=tuple(nodes),
        copies=(*known, *copies),
        restarts=(*tree.restarts, *restarts),
    )
    return whole, tuple(pending)


def _begins(tree: Tree, part: _Passage, again: Collection[Again], met: Collection[str]) -> str:
    """Return the node at which a passage begins: that which is led back to, or that at which it is entered.

    Before the call that is to be made again stands, on the way back alone, the hour that one waits.
    """
    onward = onward_from(tree.nodes, again)
    outside = (to for node in met if node not in part.nodes for to in onward[node])
    entered = {to for to in (tree.start, *outside) if to in part.nodes}
    return min(entered) if part.first not in met and len(entered) == 1 else part.first


def _copied(node: Node, time: int, part: _Passage) -> Node:
    led = with_targets(node, lambda target: target if target == part.first else part.at(time, target))
    return replace(led, id=part.at(time, node.id))


def _leading(node: Node, time: int, part: _Passage, own: Collection[Again]) -> Node:
    """Return a node of the so manieth time with its arrows that lead back leading to the next time, or on."""
    back = next((one for one in own if part.at(time, one.source) == node.id), None)
    if back is None:
        return node
    onward = part.at(time + 1, part.first) if time < back.times else part.at(time, back.then)
    return with_targets(node, lambda target: onward if target == part.first else target)
