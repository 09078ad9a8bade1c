"""What is wrong with the front matter of a policy, or with its file."""

from __future__ import annotations

from enum import Enum

from clausetree.policy.problems.yaml_fault import YamlFault
from clausetree.report.problem import Problem


class Fence(Enum):
    """One of the two lines of `---`."""

    OPENING = "begin"
    CLOSING = "end"


class MissingMetadata(Problem):
    """A line that the front matter of the file must have. `known` is its value, where that is known."""

    key: str
    known: str = ""


class MetadataNotText(Problem):
    """A value that YAML reads as something else than text: a version 2.10 becomes 2.1."""

    key: str
    written: str


class MetadataUnreadable(Problem):
    """Front matter that is not YAML: a line with the `fault`, or else where the YAML reader gave up."""

    fault: YamlFault | None = None


class FenceLost(Problem):
    """Front matter that does not begin, or does not end, with a line of three hyphens."""

    fence: Fence


class BadPolicyId(Problem):
    """An id that cannot stand in a tree or an address."""

    found: str
    suggestion: str


class PolicyRenamed(Problem):
    """A page that was published as the policy `before`, and has another id now."""

    found: str
    before: str


class BadLanguage(Problem):
    """A language that is not named as the web names languages."""

    found: str


class UnknownKey(Problem):
    """A line of the front matter that nothing reads."""

    found: str
    near: str | None


class DuplicateKey(Problem):
    """A line of the front matter that says again what an earlier line (`first_line`) says."""

    found: str
    first_line: int


class NotAPolicy(Problem):
    """A file among the policies that is none: no front matter, or no Markdown (`kind` is then its ending)."""

    kind: str


class NotUtf8(Problem):
    """A file with bytes that are not UTF-8, so that some of its characters are unknown.

    `encoding` is that of the whole file, where it is plain; otherwise the span is of the first such character.
    """

    encoding: str = ""


class DuplicatePolicy(Problem):
    """A policy id that another file has already."""

    id: str
    first: str


FrontMatterProblem = (
    MissingMetadata
    | MetadataNotText
    | MetadataUnreadable
    | FenceLost
    | BadPolicyId
    | PolicyRenamed
    | BadLanguage
    | UnknownKey
    | DuplicateKey
    | NotAPolicy
    | NotUtf8
    | DuplicatePolicy
)
"""A closed union of these."""
