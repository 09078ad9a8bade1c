"""Anchors that are missing, misplaced or misnamed."""

from __future__ import annotations

from clausetree.policy.document import Shape
from clausetree.report.problem import Problem


class MissingAnchor(Problem):
    """Words that nobody can link to: a `number`, or else only their `shape`.

    The `suggestion` is empty where other words have the anchor that these would get. `others` are the lines
    with more of them, where they are so many that they were pasted.
    """

    number: str | None
    shape: Shape
    suggestion: str
    others: tuple[int, ...] = ()


class StrayAnchor(Problem):
    """An attribute list that stands under a blank line, or `under_heading`, and so belongs to nothing."""

    under_heading: bool = False


class MisshapenAnchor(Problem):
    """Something that looks like an `anchor`, and is not written as one, or not where one stands."""

    found: str
    anchor: str
    shape: Shape


class BadAnchor(Problem):
    """An anchor with a dot, a capital letter or another character that anchors do not have."""

    found: str
    suggestion: str


class DuplicateAnchor(Problem):
    """An anchor that an earlier line (`first_line`) has already. The `suggestion` is that of the number."""

    anchor: str
    first_line: int
    suggestion: str | None


class AnchorNotOfNumber(Problem):
    """A numbered clause whose anchor does not have the form of a clause's anchor."""

    number: str
    anchor: str
    suggestion: str


class AnchorOfAnotherNumber(Problem):
    """A numbered clause whose anchor speaks of another number."""

    number: str
    anchor: str
    suggestion: str


class AnchorNotOfParent(Problem):
    """A sub-item whose anchor does not begin with that of its clause."""

    anchor: str
    parent: str
    suggestion: str


class AnchorKeptForNumbers(Problem):
    """Unnumbered words whose anchor has the form of a numbered clause's."""

    anchor: str


AnchorProblem = (
    MissingAnchor
    | StrayAnchor
    | MisshapenAnchor
    | BadAnchor
    | DuplicateAnchor
    | AnchorNotOfNumber
    | AnchorOfAnotherNumber
    | AnchorNotOfParent
    | AnchorKeptForNumbers
)
"""A closed union of these."""
