"""How much of the way lies behind a learner, as a learning system shows it."""

from __future__ import annotations

from collections.abc import Mapping

from clausetree.render.widget.conversation import visible_nodes
from clausetree.tree.graph import in_order
from clausetree.tree.model import Node, Outcome, Route, Tree
from clausetree.tree.walk import Walk


def most_ahead(tree: Tree) -> dict[str, int]:
    """Return how many questions and steps the drawing has ahead at the most, by node, that node among them.

    Where the drawing has a circle, there is no telling for the nodes on it, past it, and ahead of it.
    """
    found: dict[str, int] = {}
    for node_id in reversed(in_order({node: list(onward) for node, onward in tree.graph.items()})):
        is_counted = not isinstance(tree.node(node_id), Route | Outcome)
        onward = tree.graph[node_id]
        if all(to in found for to in onward):
            found[node_id] = is_counted + max((found[to] for to in onward), default=0)
    return found


def share_behind(node: Node, path: Walk, ahead: Mapping[str, int]) -> int:
    """Return how much of the way lies behind whoever is at `node`, of 100: at least so much, all at an outcome.

    It never falls as she goes on. Where there is no telling what lies ahead, it is nothing until the end.
    """
    if isinstance(node, Outcome):
        return 100
    behind = [met.id for met in visible_nodes(path)].index(node.id)
    return 100 * behind // (behind + ahead[node.id]) if node.id in ahead and not _is_lost(path, ahead) else 0


def _is_lost(path: Walk, ahead: Mapping[str, int]) -> bool:
    return any(node.id not in ahead for node in path.nodes)
