"""The duties of a tree beside the lines that lay them down."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.tree.model import Duty, Tree, duties
from clausetree.tree.syntax import DutySyntax, OutcomeSyntax, StepSyntax, TreeSyntax


def written_duties(tree: Tree, syntax: TreeSyntax) -> Iterator[tuple[str, DutySyntax, Duty]]:
    """Yield each duty with the id of its node and its line, in the order written."""
    for node in syntax.nodes:
        if isinstance(node, StepSyntax | OutcomeSyntax):
            for written, duty in zip(node.duties, duties(tree.node(node.id.text)), strict=True):
                yield node.id.text, written, duty
