"""Ways through a tree that a reader could not go, or not end."""

from __future__ import annotations

from enum import StrEnum

from clausetree.tree.problems.located import Located


class Unreachable(Located):
    """A node that no path leads to."""

    node: str


class Leading(StrEnum):
    """What has to lead on. The value is what a message calls it."""

    OPTION = "Option"
    QUESTION = "Question"
    STEP = "Step"
    ROUTE = "Route"


class DeadEnd(Located):
    """A node or option (`kind`) from which nothing goes on."""

    kind: Leading
    name: str


class NothingOffered(Located):
    """A question without options."""

    question: str


class Loop(Located):
    """Nodes that lead a reader round to themselves; `example` lists in words the answers that it takes."""

    nodes: tuple[str, ...]
    example: tuple[str, ...]


class TreesInCircle(Located):
    """Trees that lead round to themselves."""

    trees: tuple[str, ...]


class SameWay(Located):
    """A question whose options all lead the same way, and which no condition speaks of."""

    question: str


class AskedLater(Located):
    """A condition on a question that no path asks beforehand."""

    question: str
    node: str


class Uncovered(Located):
    """A route that has no way on for some answers; `example` lists them in words."""

    route: str
    example: tuple[str, ...]


class Overlap(Located):
    """Two branches of a route that are both open for some answers."""

    route: str
    example: tuple[str, ...]


class NeverTrue(Located):
    """A condition that no possible answers make true."""


class AlwaysTrue(Located):
    """A duty's condition that all possible answers make true."""


class OtherwiseUnused(Located):
    """An `otherwise` that no possible answers come to."""

    route: str


ShapeProblem = (
    Unreachable
    | DeadEnd
    | NothingOffered
    | Loop
    | TreesInCircle
    | SameWay
    | AskedLater
    | Uncovered
    | Overlap
    | NeverTrue
    | AlwaysTrue
    | OtherwiseUnused
)
