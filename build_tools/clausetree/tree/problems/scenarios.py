"""Scenarios that fail, that are not there, or that leave something unshown."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from clausetree.report.problem import Problem
from clausetree.tree.problems.totals import PointsNotShown
from clausetree.tree.strength import Strength


class EndsElsewhere(Problem):
    """A scenario that ends at another outcome than it says."""

    expected: str
    actual: str
    way: tuple[str, ...]


class StopsShort(Problem):
    """A scenario that gives no answer to a question on its way."""

    question: str
    way: tuple[str, ...]


class AnswerUnused(Problem):
    """A scenario that answers a question which its way never meets."""

    question: str
    way: tuple[str, ...]


class ExclusiveNone(Problem):
    """A scenario that picks the choice `none`, which excludes the others, together with others."""

    question: str
    none: str


class DutyLine(NamedTuple):
    """A duty as a scenario names it: `who` has it where the scenario says so, and its words."""

    strength: Strength
    who: str | None
    what: str


class DutyMissing(Problem):
    """A duty that a scenario expects and its way does not lay down."""

    wanted: DutyLine
    found: tuple[DutyLine, ...]


class DutyUnwanted(Problem):
    """A duty that a scenario rules out and its way lays down."""

    unwanted: DutyLine


class NoSuchDuty(Problem):
    """A duty that a scenario rules out and no node of the tree lays down: the line proves nothing."""

    unwanted: DutyLine
    near: DutyLine | None


class NothingAcknowledged(Problem):
    """A line that acknowledges a warning which the line above does not have."""

    code: str


class NoScenario(Problem):
    """A tree that nothing shows to be right."""


class NotVisited(Problem):
    """A node that no scenario visits."""

    node: str


class Unshown(Enum):
    """What no scenario does with an answer or a branch."""

    PICKED = auto()
    LEFT_OUT = auto()
    TAKEN = auto()


class NotShown(Problem):
    """An answer or a branch that no scenario has."""

    how: Unshown


class DutyNotExpected(Problem):
    """A duty that no scenario expects where it is due. `unnamed`: one does, and leaves out whose it is.

    A scenario names it by its strength and, where the tree has roles, by `who` has it. Where it is shared,
    `user` is the node that uses it.
    """

    strength: Strength
    who: str | None
    unnamed: bool
    user: str | None


class DutyAlwaysDue(Problem):
    """A duty with a condition that no scenario rules out where it is not due; it is named as above."""

    strength: Strength
    who: str | None
    user: str | None


class UnshownLimit(Problem):
    """A limit on `question` beside which no scenario comes: it lacks the `scalars`, on a `day` if any."""

    question: str
    scalars: tuple[str, ...]
    day: str | None


class UnshownFact(Problem):
    """A fact in a condition that no scenario hangs on when it is true (`so`), or is not, or (None) ever."""

    so: bool | None


UNSHOWN = (NotVisited, NotShown, DutyNotExpected, DutyAlwaysDue, UnshownLimit, UnshownFact, PointsNotShown)
"""What scenarios leave out."""


class Unnoticed(Problem):
    """A fault that was tried and that no scenario notices: `what` would be otherwise."""

    what: str


ScenarioProblem = (
    EndsElsewhere
    | StopsShort
    | AnswerUnused
    | ExclusiveNone
    | DutyMissing
    | DutyUnwanted
    | NoSuchDuty
    | NothingAcknowledged
    | NoScenario
    | NotVisited
    | NotShown
    | DutyNotExpected
    | DutyAlwaysDue
    | UnshownLimit
    | UnshownFact
    | Unnoticed
)
