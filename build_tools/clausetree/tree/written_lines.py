"""What a tree tells beside the lines that say it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from clausetree.tree.model import Duty, Told, Tree, told
from clausetree.tree.syntax import (
    AddsSyntax,
    DutySyntax,
    Name,
    NodeSyntax,
    OutcomeSyntax,
    QuestionSyntax,
    RouteSyntax,
    StepSyntax,
    ToldSyntax,
    TreeSyntax,
    VisitSyntax,
    told_lines,
)


def written_duties(tree: Tree, syntax: TreeSyntax) -> Iterator[tuple[str, DutySyntax, Duty]]:
    """Yield each duty with the id of its node and its line, in the order written."""
    for node, line, one in written_told(tree, syntax):
        if isinstance(line, DutySyntax) and isinstance(one, Duty):
            yield node, line, one


def lines_of_points(written: QuestionSyntax) -> list[AddsSyntax]:
    """Return the lines of a question that add points: one that adds to two totals, twice."""
    return [line for line in written.adds for _ in line.points]


def written_told(tree: Tree, syntax: TreeSyntax) -> Iterator[tuple[str, ToldSyntax, Told]]:
    """Yield all that nodes tell with the id of the node and its line: of each node duties first."""
    for node in syntax.nodes:
        if not isinstance(node, StepSyntax | OutcomeSyntax):
            continue
        for line, one in zip(told_lines(node), told(tree.node(node.id.text)), strict=True):
            yield node.id.text, line, one


def target_names(node: NodeSyntax) -> list[Name | None]:
    """Return what `node` leads to, line by line; None where a line that may lead on does not."""
    match node:
        case QuestionSyntax():
            return [*(option.target or node.then for option in node.options), node.then]
        case StepSyntax():
            return [node.then]
        case RouteSyntax():
            return [*(branch.target for branch in node.branches), node.otherwise]
        case VisitSyntax():
            return [node.then]
        case OutcomeSyntax():
            return []
        case _:
            assert_never(node)
