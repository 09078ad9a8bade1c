"""A problem becomes what its author reads. The words stand in `messages`, and nowhere else."""

from __future__ import annotations

from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.source import Source
from clausetree.tree import problems as p
from clausetree.tree.messages.clauses import of_clauses
from clausetree.tree.messages.lines import of_lines
from clausetree.tree.messages.names import of_names
from clausetree.tree.messages.phrasing import Words
from clausetree.tree.messages.recovery import of_recovery
from clausetree.tree.messages.scenarios import of_scenarios
from clausetree.tree.messages.shape import of_shape

WARNINGS = (
    p.AlwaysTrue,
    p.OtherwiseUnused,
    p.SameWay,
    p.StrengthDiffers,
    p.BindsInNoKnownWay,
    p.BindsInAnotherLanguage,
    p.NoScenario,
    *p.UNSHOWN,
    p.NothingAcknowledged,
    p.Unnoticed,
)

_FOLLOWING = p.LostPolicy | p.LostClause
"""What is said of the policy itself as well."""


def describe(problem: p.Problem, source: Source) -> Diagnostic:
    """Return the diagnostic that tells the author of `problem` about it."""
    code, message, hint = _problem_words(problem)
    severity = Severity.WARNING if isinstance(problem, WARNINGS) else Severity.ERROR
    follows = isinstance(problem, _FOLLOWING)
    return Diagnostic(code, severity, source, problem.span, message, hint, follows)


def _problem_words(problem: p.Problem) -> Words:
    for section in (of_lines, of_recovery, of_names, of_shape, of_clauses, of_scenarios):
        words = section(problem)
        if words:
            return words
    raise AssertionError(f"{type(problem).__name__} has no words")
