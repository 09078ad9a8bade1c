"""The words for what can be wrong with the record of which words a tree was checked against."""

from __future__ import annotations

from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.review.review import Review


def unreadable(span: Span, source: Source) -> Diagnostic:
    """A line of the record that cannot be read."""
    return Diagnostic(
        "R101",
        Severity.ERROR,
        source,
        span,
        "This line of the record cannot be read.",
        "Finish the merge that left it, or take the file from the repository's history.",
    )


def unrecorded(found: Review, span: Span, source: Source) -> Diagnostic:
    """A tree that cites clauses whose words were never recorded; `span` is its first line."""
    labels = ", ".join(clause.label for clause in found.unrecorded)
    return Diagnostic(
        "R102",
        Severity.WARNING,
        source,
        span,
        f"It is not recorded which words of {labels} this tree was drawn from.",
        f"When the tree is right, run `clausetree trees accept {found.tree.id}`.",
    )
