"""How much of the way lies behind a learner, as a learning system shows it."""

from __future__ import annotations

from collections.abc import Mapping

from clausetree.render.widget.conversation import visible_nodes
from clausetree.tree.model import Node, Route, Tree
from clausetree.tree.paths.state_graph import state_graph
from clausetree.tree.walk import Walk


def most_ahead(tree: Tree) -> dict[str, int]:
    """Return how many questions and steps can come at the most from each node on, itself among them."""
    graph = state_graph(tree)
    found: dict[object, int] = {}
    by_node: dict[str, int] = {}
    for state, edges in reversed(graph.edges.items()):
        is_counted = bool(edges) and not isinstance(tree.node(state[0]), Route)
        found[state] = is_counted + max((found[to] for _, to in edges), default=0)
        by_node[state[0]] = max(found[state], by_node.get(state[0], 0))
    return by_node


def share_behind(node: Node, path: Walk, ahead: Mapping[str, int]) -> int:
    """Return how much of the way lies behind whoever is at `node`, of 100: at least so much, all at the end.

    It never falls as she goes on.
    """
    behind = [met.id for met in visible_nodes(path)].index(node.id)
    whole = behind + ahead[node.id]
    return 100 * behind // whole if ahead[node.id] else 100
