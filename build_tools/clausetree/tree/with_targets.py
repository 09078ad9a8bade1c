"""Where a node leads, changed in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from clausetree.tree.model import ManyOf, Measure, Node, OneOf, Outcome, Route, Step, Visit


def with_targets(node: Node, change: Callable[[str], str]) -> Node:
    """Return `node` with every id of a node that it leads to changed."""
    match node:
        case OneOf():
            options = tuple(replace(option, goes_to=change(option.goes_to)) for option in node.options)
            return replace(node, options=options)
        case ManyOf() | Measure() | Step() | Visit():
            return replace(node, goes_to=change(node.goes_to))
        case Route():
            branches = tuple(replace(branch, goes_to=change(branch.goes_to)) for branch in node.branches)
            return replace(node, branches=branches, otherwise=node.otherwise and change(node.otherwise))
        case Outcome():
            return node
        case _:
            assert_never(node)
