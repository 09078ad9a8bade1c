"""Scenarios that fail, that are not there, or that leave something unshown."""

from __future__ import annotations

from clausetree.tree.problems.located import Located


class EndsElsewhere(Located):
    """A scenario that ends at another outcome than it says."""

    expected: str
    actual: str
    way: tuple[str, ...]


class StopsShort(Located):
    """A scenario that gives no answer to a question on its way."""

    question: str
    way: tuple[str, ...]


class AnswerUnused(Located):
    """A scenario that answers a question which its way never meets."""

    question: str
    way: tuple[str, ...]


class ExclusiveNone(Located):
    """A scenario that picks the choice `none`, which excludes the others, together with others."""

    question: str
    none: str


class DutyMissing(Located):
    """A duty that a scenario expects and its way does not lay down."""

    wanted: str
    found: tuple[str, ...]


class DutyUnwanted(Located):
    """A duty that a scenario rules out and its way lays down."""

    unwanted: str


class NoSuchDuty(Located):
    """A duty that a scenario rules out and no node of the tree lays down: the line proves nothing."""

    unwanted: str
    near: str | None


class NothingAcknowledged(Located):
    """A line that acknowledges a warning which the line above does not have."""

    code: str


class NoScenario(Located):
    """A tree that nothing shows to be right."""


class NotVisited(Located):
    """A node that no scenario visits."""

    node: str


class NotShown(Located):
    """An answer or a branch that no scenario has; `how` says it, as in "picks this"."""

    how: str


class DutyNotExpected(Located):
    """A duty that no scenario expects where it is due. `unnamed`: one does, and leaves out whose it is.

    `line` is how a scenario names it: its strength and, where the tree has roles, who has it.
    """

    line: str
    unnamed: bool


class DutyAlwaysDue(Located):
    """A duty with a condition that no scenario rules out where it is not due; `line` names it."""

    line: str


class UnshownLimit(Located):
    """A limit on `question` beside which no scenario comes: it lacks the `scalars`."""

    question: str
    scalars: tuple[str, ...]


class UnshownFact(Located):
    """A fact in a condition that no scenario hangs on when it is true (`so`), or is not, or (None) ever."""

    so: bool | None


UNSHOWN = (NotVisited, NotShown, DutyNotExpected, DutyAlwaysDue, UnshownLimit, UnshownFact)
"""What scenarios leave out."""


class Unnoticed(Located):
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
