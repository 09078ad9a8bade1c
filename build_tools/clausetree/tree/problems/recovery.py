"""What is plainly meant otherwise, so that it can be said what to write instead."""

from __future__ import annotations

from enum import Enum, auto

from clausetree.tree.layout.foreign_markdown import Construct
from clausetree.tree.problems.located import Located
from clausetree.tree.scalar import Sign


class Reworded(Located):
    """Something (`found`) that a tree says in other words: those of `instead`, of which one is meant."""

    found: str
    instead: tuple[str, ...]


class ConditionAstray(Located):
    """A condition (`found`, without its `when`) behind a line that takes none."""

    keyword: str
    found: str


class NothingWorkedOut(Located):
    """A sum, or a comparison of a question with another."""

    found: str


class ForeignMarkdown(Located):
    """Markdown that a tree does not show as it is meant."""

    found: str
    construct: Construct


class CitesElsewhere(Located):
    """A citation of a clause of `other`, which is not the tree's own policy (`own`, "" where it has none)."""

    other: str
    clause: str
    own: str


class NotCounted(Located):
    """A question with named answers compared as if it had a number; `said` are facts that it can have."""

    question: str
    verb: Sign
    said: tuple[str, ...]


class OnlyAnswer(Enum):
    """What the only answer to a question is."""

    OPTION = auto()
    CHOICE = auto()
    SCALAR = auto()


class OneAnswer(Located):
    """A question to which only one answer can be given."""

    question: str
    only: OnlyAnswer


RecoveryProblem = (
    Reworded | ConditionAstray | NothingWorkedOut | ForeignMarkdown | CitesElsewhere | NotCounted | OneAnswer
)
