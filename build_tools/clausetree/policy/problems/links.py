"""What is wrong with the registry of links."""

from __future__ import annotations

from clausetree.report.problem import Problem


class LinksUnreadable(Problem):
    """A registry of links that is not YAML, or not a mapping."""


class BadLink(Problem):
    """An entry that lacks its `url` or its `what`, or has something else than text there."""

    label: str


class UnsafeLink(Problem):
    """An address that leads to no page, no electronic mail and no telephone."""

    label: str
    url: str


class UnusedLink(Problem):
    """An entry that no policy uses."""

    label: str


LinkProblem = LinksUnreadable | BadLink | UnsafeLink | UnusedLink
"""A closed union of these."""
