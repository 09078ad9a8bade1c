"""The ids of what stands on a page. Ids of trees and nodes have single hyphens; these join them by two."""

from __future__ import annotations

from clausetree.tree.model import Tree


def section_id(tree: Tree, node_id: str) -> str:
    """Return the id of the linked section that shows a node. It is a published anchor."""
    return f"{tree.id}--{node_id}"


def live_id(tree: Tree, *parts: str) -> str:
    """Return an id within the widget, which shows the same node as a section below it."""
    return "--".join(("live", tree.id, *parts))
