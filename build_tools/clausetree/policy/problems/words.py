"""What stands among the words of a policy and cannot."""

from __future__ import annotations

from clausetree.report.problem import Problem


class DuplicateNumber(Problem):
    """A clause number that another line (`first_line`) has. `own` is the one that was published, if known."""

    number: str
    first_line: int
    own: str = ""


class UnreadableBlock(Problem):
    """Code or raw HTML standing as a block of its own."""


class IndentedWords(Problem):
    """Words with so many spaces before them that they are read as code."""


class BadNumber(Problem):
    """A clause number with a sign behind it, which makes it none."""

    found: str
    number: str


class RawHtml(Problem):
    """HTML among the words."""

    found: str


class RefusedAddress(Problem):
    """A link to what no browser follows, or what is a script."""

    found: str


class RunTogether(Problem):
    """Words that the page shows as one with those above, since no blank line stands between."""


class UnknownLink(Problem):
    """A link whose label is not in the registry of links."""

    label: str
    near: str | None


WordProblem = (
    DuplicateNumber
    | UnreadableBlock
    | IndentedWords
    | BadNumber
    | RawHtml
    | RefusedAddress
    | RunTogether
    | UnknownLink
)
"""A closed union of these."""
