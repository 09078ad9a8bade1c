"""What hangs on conditions, with each of them changed in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from clausetree.tree.condition import Condition
from clausetree.tree.model import (
    Contact,
    Duty,
    Fact,
    Link,
    ManyOf,
    Measure,
    Node,
    Note,
    OneOf,
    Outcome,
    Points,
    Route,
    Step,
    Visit,
)

type ConditionChange = Callable[[Condition[Fact]], Condition[Fact]]
"""Returns what stands in the place of a condition."""


def with_conditions(node: Node, change: ConditionChange) -> Node:
    """Return `node` with every condition that stands at it changed."""
    match node:
        case Step() | Outcome():
            told = replace(
                node,
                notes=_changed(node.notes, change),
                duties=_changed(node.duties, change),
                contacts=_changed(node.contacts, change),
                links=_changed(node.links, change),
            )
            if isinstance(told, Step) and told.adds:
                return replace(told, adds=_changed(told.adds, change))
            return told
        case Route():
            branches = (replace(branch, when=change(branch.when)) for branch in node.branches)
            return replace(node, branches=tuple(branches))
        case OneOf() | ManyOf() | Measure():
            return replace(node, adds=_changed(node.adds, change)) if node.adds else node
        case Visit():
            return node
        case _:
            assert_never(node)


def _changed[One: (Duty, Note, Contact, Link, Points)](
    parts: tuple[One, ...], change: ConditionChange
) -> tuple[One, ...]:
    return tuple([replace(one, when=change(one.when)) if one.when else one for one in parts])
