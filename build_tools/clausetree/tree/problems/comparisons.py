"""Two answers that are compared with each other, and cannot be."""

from __future__ import annotations

from enum import Enum, auto

from clausetree.report.problem import Problem


class NotComparableWhy(Enum):
    """Why two answers cannot be compared with each other."""

    ITSELF = auto()
    TOTAL = auto()
    NO_AMOUNT = auto()
    OTHER_KIND = auto()
    OTHER_CURRENCY = auto()
    IN_A_CELL = auto()
    BEFORE_AND_AFTER_TODAY = auto()
    """Some days are up to today, and others from today on."""

    DAYS_AND_DATES = auto()
    """Some go by the days since, and others by dates."""


class NotComparable(Problem):
    """The answer to a question compared with the one to an `other`."""

    question: str
    other: str
    why: NotComparableWhy


ComparisonProblem = NotComparable
