"""What is wrong with the terms that the front matter lists, or with what it says of words that bind."""

from __future__ import annotations

from clausetree.report.problem import Problem


class TermsUnreadable(Problem):
    """A list of terms that is not a line for each term."""


class BadTerm(Problem):
    """A line that lacks its words or its anchor, or has something else than text there."""


class UnknownMeaning(Problem):
    """A term whose anchor the policy does not have."""

    words: str
    anchor: str
    near: str | None


class MeaningInHeading(Problem):
    """A term whose anchor is a heading's, which says what follows and not what a word means."""

    words: str
    anchor: str


class MeaningNotOfPolicy(Problem):
    """A term whose anchor is that of the publisher's own words."""

    words: str
    anchor: str


class DuplicateTerm(Problem):
    """A term that an earlier line (`first_line`) has already."""

    words: str
    first_line: int


class BindsUnreadable(Problem):
    """A list of words that bind which is not a line for each."""


class UnknownStrength(Problem):
    """Words that are said to bind as strongly as something that is no strength."""

    words: str
    found: str
    near: str | None


TermProblem = (
    TermsUnreadable
    | BadTerm
    | UnknownMeaning
    | MeaningInHeading
    | MeaningNotOfPolicy
    | DuplicateTerm
    | BindsUnreadable
    | UnknownStrength
)
"""A closed union of these."""
