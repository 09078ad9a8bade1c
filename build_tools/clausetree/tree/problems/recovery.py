"""What is plainly meant otherwise, so that it can be said what to write instead."""

from __future__ import annotations

from enum import Enum, auto

from clausetree.report.problem import Problem
from clausetree.tree.scalar import Sign


class Construct(Enum):
    """A kind of Markdown that would be shown as its signs, or not at all."""

    IMAGE = auto()
    TABLE = auto()
    FENCE = auto()
    HEADING = auto()
    RULE = auto()
    HTML = auto()
    LABEL = auto()
    BARE_ADDRESS = auto()
    FOOTNOTE = auto()
    STRUCK = auto()
    BOX = auto()


class Reworded(Problem):
    """Something (`found`) that a tree says in other words: those of `instead`, of which one is meant."""

    found: str
    instead: tuple[str, ...]


class ConditionAstray(Problem):
    """A condition (`found`, without its `when`) behind a line that takes none."""

    keyword: str
    found: str


class NothingWorkedOut(Problem):
    """A sum, or a comparison of a question with another."""

    found: str


class ForeignMarkdown(Problem):
    """Markdown that a tree does not show as it is meant."""

    found: str
    construct: Construct


class NotCounted(Problem):
    """A question with named answers, or a `visit`, compared as if it had a number.

    `said` are facts that it can have.
    """

    question: str
    verb: Sign
    said: tuple[str, ...]
    visit: bool = False


class OnlyAnswer(Enum):
    """What the only answer to a question is."""

    OPTION = auto()
    CHOICE = auto()
    SCALAR = auto()


class OneAnswer(Problem):
    """A question to which only one answer can be given."""

    question: str
    only: OnlyAnswer


RecoveryProblem = Reworded | ConditionAstray | NothingWorkedOut | ForeignMarkdown | NotCounted | OneAnswer
