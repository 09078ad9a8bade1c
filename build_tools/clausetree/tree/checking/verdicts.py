"""What is wrong with a condition that parts nobody."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.report.span import Span
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.shape import AlwaysTrue, NeverTrue


def check_when(condition: Span, verdicts: set[bool]) -> Iterator[TreeProblem]:
    """Yield a problem where a condition holds of all readers who come to it, or of none."""
    if verdicts == {False}:
        yield NeverTrue(condition)
    elif verdicts == {True}:
        yield AlwaysTrue(condition)
