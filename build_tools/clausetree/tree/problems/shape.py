"""Ways through a tree that a reader could not go, or not end."""

from __future__ import annotations

from enum import StrEnum

from clausetree.report.problem import Problem


class Unreachable(Problem):
    """A node that no path leads to."""

    node: str


class Leading(StrEnum):
    """What has to lead on. The value is what a message calls it."""

    OPTION = "Option"
    QUESTION = "Question"
    STEP = "Step"
    WAIT = "Wait"
    ROUTE = "Route"
    TABLE = "Table"


class DeadEnd(Problem):
    """A node or option (`kind`) from which nothing goes on."""

    kind: Leading
    name: str


class NothingOffered(Problem):
    """A question without options."""

    question: str


class Loop(Problem):
    """Nodes that lead a reader round to themselves; `example` lists in words the answers that it takes."""

    nodes: tuple[str, ...]
    example: tuple[str, ...]


class NotBack(Problem):
    """A line of `source` that is to lead back so many times to `target`, from which no way comes to it."""

    source: str
    target: str


class PassagesCross(Problem):
    """Two passages that are gone through again, from `first` and from `other`, and share a part alone."""

    first: str
    other: str


class BackInTwoWays(Problem):
    """Two lines of `source` that lead back to `target`, not as often or not on to the same node then."""

    source: str
    target: str


class TreesInCircle(Problem):
    """Trees that lead round to themselves."""

    trees: tuple[str, ...]


class SameWay(Problem):
    """A question whose options all lead the same way, and which no condition speaks of."""

    question: str


class AskedLater(Problem):
    """A condition on a question that no path asks beforehand, or on the end of a `visit` that none makes."""

    question: str
    node: str
    visit: bool = False


class Uncovered(Problem):
    """A route that has no way on for some answers; `example` lists them in words."""

    route: str
    example: tuple[str, ...]
    kind: Leading = Leading.ROUTE


class Overlap(Problem):
    """Two branches of a route that are both open for some answers; of a table, its `rows`, counted from 1."""

    route: str
    example: tuple[str, ...]
    rows: tuple[int, ...] = ()


class NeverTrue(Problem):
    """A condition that no possible answers make true. It may be what a `row` of a table says."""

    row: bool = False


class AlwaysTrue(Problem):
    """A duty's condition that all possible answers make true."""


class OtherwiseUnused(Problem):
    """An `otherwise` that no possible answers come to."""

    route: str
    kind: Leading = Leading.ROUTE


ShapeProblem = (
    Unreachable
    | DeadEnd
    | NothingOffered
    | Loop
    | NotBack
    | PassagesCross
    | BackInTwoWays
    | TreesInCircle
    | SameWay
    | AskedLater
    | Uncovered
    | Overlap
    | NeverTrue
    | AlwaysTrue
    | OtherwiseUnused
)
