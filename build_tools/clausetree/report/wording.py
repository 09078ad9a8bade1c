"""The words of a problem, and the diagnostic that they make: the same on every floor."""

from __future__ import annotations

from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.problem import Problem
from clausetree.report.source import Source

type Wording = tuple[str, str, str]
"""The code of a problem, what is wrong, and what to do: each of the two a sentence or two.

Codes are permanent: people search for them. A gap in the numbers separates the groups.
"""


def diagnostic_of(
    problem: Problem,
    wording: Wording,
    source: Source,
    severity: Severity = Severity.ERROR,
    *,
    follows: bool = False,
) -> Diagnostic:
    """Return what the author of `source` reads of a problem in it; `follows` is as in `Diagnostic`."""
    code, message, hint = wording
    return Diagnostic(code, severity, source, problem.span, message, hint, follows, problem)
