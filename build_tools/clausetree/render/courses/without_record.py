"""What the site offers at the end of a conversation, and a course does not."""

from __future__ import annotations

from clausetree.render.html.markup import element
from clausetree.render.widget.conversation import ConversationState
from clausetree.render.widget.node_view import start_again, take_away
from clausetree.tree.model import Node, Outcome, Step, Tree


def without_record(html: str, tree: Tree, state: ConversationState, node: Node) -> str:
    """Return the view of `node` as a course shows it."""
    if isinstance(node, Outcome):
        # The learning system keeps the record here; of its buttons there is only the one to start again.
        return html.replace(take_away(tree, state), element("div", start_again(), class_="ct-buttons"))
    if isinstance(node, Step) and node.waits:
        # There is no record of what has no end yet, and the learning system keeps her place.
        return html.replace(take_away(tree, state), "")
    return html
