"""What can be wrong with the record of which words a tree was checked against, as data."""

from __future__ import annotations

from clausetree.report.problem import Problem


class RecordUnreadable(Problem):
    """A line of the record that cannot be read."""


class WordsUnrecorded(Problem):
    """A tree that cites clauses (`labels`) whose words were never recorded; the span is its first line."""

    tree: str
    labels: tuple[str, ...]


ReviewProblem = RecordUnreadable | WordsUnrecorded
"""Everything that can be wrong with the record: a closed union."""
