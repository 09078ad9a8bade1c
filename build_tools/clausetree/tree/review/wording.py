"""The words for what can be wrong with the record of which words a tree was checked against."""

from __future__ import annotations

from typing import assert_never

from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.source import Source
from clausetree.report.wording import Wording, diagnostic_of
from clausetree.tree.review.problems import RecordUnreadable, ReviewProblem, WordsUnrecorded


def to_diagnostic(problem: ReviewProblem, source: Source) -> Diagnostic:
    """Turn a fault found in `source` into what its author reads."""
    severity = Severity.WARNING if isinstance(problem, WordsUnrecorded) else Severity.ERROR
    return diagnostic_of(problem, wording_of(problem), source, severity)


def wording_of(problem: ReviewProblem) -> Wording:
    """Return the code of a problem, what is wrong and what to do."""
    match problem:
        case RecordUnreadable():
            return (
                "R101",
                "This line of the record cannot be read.",
                "Finish the merge that left it, or take the file from the repository's history.",
            )
        case WordsUnrecorded(tree=tree, labels=labels):
            return (
                "R102",
                f"It is not recorded which words of {', '.join(labels)} this tree was drawn from.",
                f"When the tree is right, run `clausetree trees accept {tree}`.",
            )
        case _:
            assert_never(problem)
