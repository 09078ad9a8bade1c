"""Totals that are not there, that nothing adds to, or that come to something else."""

from __future__ import annotations

from clausetree.report.problem import Problem


class UnknownTotal(Problem):
    """Points for a total that does not exist, or a scenario that expects one."""

    name: str
    near: str | None


class NothingAdds(Problem):
    """A total that no answer adds to."""

    name: str


class TotalGiven(Problem):
    """A scenario that gives a total as if it were asked for: `amount` is what it says of `name`."""

    name: str
    amount: str


class TotalElse(Problem):
    """A scenario whose answers add up to something else than it expects."""

    name: str
    expected: str
    actual: str


class PointsNotShown(Problem):
    """Points of which no scenario says what a total comes to with them (`added`), or without them."""

    total: str
    added: bool


TotalProblem = UnknownTotal | NothingAdds | TotalGiven | TotalElse | PointsNotShown
