"""What not knowing cannot count as, and conditions that ask for it."""

from __future__ import annotations

from enum import Enum, auto

from clausetree.report.problem import Problem


class UnsureFault(Enum):
    """Why not knowing cannot count as what it is said to."""

    ITSELF = auto()
    SEVERAL = auto()
    """The question takes one answer."""

    NONE_AMONG_OTHERS = auto()
    TIME_TODAY = auto()
    """A time of day is wanted, and `today` has none."""

    BOUND_TODAY = auto()
    """A bound of the question is today, and moves on."""

    NAMED_LIKE_AN_ANSWER = auto()


class WrongUnsure(Problem):
    """An answer `name` for who does not know that counts as nothing.

    `instead` is what it can count as, if that is known.
    """

    name: str
    fault: UnsureFault
    instead: str | None


class UnsureAskedFor(Problem):
    """A condition that asks whether a reader does not know. `instead` is what that counts as."""

    question: str
    name: str
    instead: tuple[str, ...]


UnsureProblem = WrongUnsure | UnsureAskedFor
"""What is wrong with what is said of readers who do not know."""
