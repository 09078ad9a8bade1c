"""Scenarios that fail, that are not there, or that leave something unshown."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from clausetree.report.problem import Problem
from clausetree.tree.aside_kind import AsideKind
from clausetree.tree.problems.totals import PointsNotShown
from clausetree.tree.scalar import Sign
from clausetree.tree.strength import Strength


class EndsElsewhere(Problem):
    """A scenario that ends at another outcome than it says."""

    expected: str
    actual: str
    way: tuple[str, ...]


class StopsShort(Problem):
    """A scenario that gives no answer to a question on its way, the so manieth `time` that it comes to it.

    `wait` is the last that it went on from. Of a visit it does not say with which of these `ends` it ended.
    """

    question: str
    way: tuple[str, ...]
    wait: str | None = None
    time: int = 1
    ends: tuple[str, ...] = ()


class AnswerUnused(Problem):
    """A scenario that answers a question more `times` than its way has `met` it.

    `wait` is the one at which it ends.
    """

    question: str
    way: tuple[str, ...]
    wait: str | None = None
    met: int = 0
    times: int = 1


class ExclusiveNone(Problem):
    """A scenario that picks the choice `none`, which excludes the others, together with others."""

    question: str
    none: str


class DutyLine(NamedTuple):
    """A duty as a scenario names it: `who` has it where the scenario says so, and its words."""

    strength: Strength
    who: str | None
    what: str


class AsideLine(NamedTuple):
    """A note, a contact or a link as a scenario names it: by its words, of a note those that it begins with."""

    kind: AsideKind
    words: str


type ToldLine = DutyLine | AsideLine


class NotTold(Problem):
    """What a scenario expects and is not told on its way; `found` is what is told of the kind."""

    wanted: ToldLine
    found: tuple[ToldLine, ...]


class ToldUnwanted(Problem):
    """What a scenario rules out and is told on its way."""

    unwanted: ToldLine


class NothingSuch(Problem):
    """What a scenario rules out and no node of the tree tells: the line proves nothing."""

    unwanted: ToldLine
    near: ToldLine | None


class SeveralNotes(Problem):
    """The first words of several notes on the way of a scenario, of which one must be meant."""

    words: str
    notes: tuple[str, ...]


class NothingAcknowledged(Problem):
    """A line that acknowledges a warning which the line above does not have."""

    code: str


class NoScenario(Problem):
    """A tree that nothing shows to be right."""


class NotVisited(Problem):
    """A node that no scenario visits."""

    node: str


class Unshown(Enum):
    """What no scenario does with an answer, a branch or a wait."""

    PICKED = auto()
    LEFT_OUT = auto()
    TAKEN = auto()
    GONE_ON = auto()
    LAST_TIME = auto()


class NotShown(Problem):
    """An answer or a branch that no scenario has, or a wait from which none goes on."""

    how: Unshown


class NotExpected(Problem):
    """What no scenario expects where it is told. `unnamed`: one does, and leaves out whose duty it is.

    A scenario names a duty by its strength and, where the tree has roles, by `who` has it; what is none, by
    its `kind`. Where it is shared, `user` is the node that uses it.
    """

    kind: Strength | AsideKind
    who: str | None
    unnamed: bool
    user: str | None


class AlwaysTold(Problem):
    """What has a condition and no scenario rules out where it is not told; it is named as above."""

    kind: Strength | AsideKind
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


class UnshownOrder(Problem):
    """A comparison that decides in no scenario where the one answer `stands` so to the other."""

    question: str
    other: str
    stands: tuple[Sign, ...]


UNSHOWN = (
    *(NotVisited, NotShown, NotExpected, AlwaysTold, UnshownLimit, UnshownFact, UnshownOrder, PointsNotShown),
)
"""What scenarios leave out."""


class Unnoticed(Problem):
    """A fault that was tried and that no scenario notices: `what` would be otherwise."""

    what: str


ScenarioProblem = (
    EndsElsewhere
    | StopsShort
    | AnswerUnused
    | ExclusiveNone
    | NotTold
    | ToldUnwanted
    | SeveralNotes
    | NothingSuch
    | NothingAcknowledged
    | NoScenario
    | NotVisited
    | NotShown
    | NotExpected
    | AlwaysTold
    | UnshownLimit
    | UnshownFact
    | UnshownOrder
    | Unnoticed
)
