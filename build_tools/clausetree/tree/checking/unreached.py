"""Nodes that no answers lead to, although the drawing does."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.tree.graph import downward
from clausetree.tree.model import Route, Tree, targets
from clausetree.tree.paths.search_states import SearchStates, open_branches


def unexplained(tree: Tree, states: SearchStates) -> set[str]:
    """Return the nodes that no reader comes to and that do not follow from anything else that is told.

    That a branch is never open is told of the branch. What only follows on one of these nodes follows from it.
    """
    unmet = {
        node.id: [target for target in targets(node) if not states.at(target)]
        for node in tree.nodes
        if not states.at(node.id)
    }
    explained = set(downward(_shut_off(tree, states), unmet.__getitem__))
    found: set[str] = set()
    for node in downward(unmet, unmet.__getitem__):
        if node not in explained:
            found.add(node)
        explained.update(unmet[node])
    return found


def _shut_off(tree: Tree, states: SearchStates) -> Iterator[str]:
    """Yield the nodes that no reader comes to and that stand behind a branch which is never open."""
    for node in tree.nodes:
        if isinstance(node, Route) and states.at(node.id):
            met = {at for remembered in states.at(node.id) for at in open_branches(node, dict(remembered))}
            shut = (branch.goes_to for at, branch in enumerate(node.branches) if at not in met)
            yield from (target for target in shut if not states.at(target))
