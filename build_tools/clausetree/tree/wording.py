"""A problem becomes what its author reads. The words stand in `messages`, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.report.source import Source
from clausetree.report.wording import Wording, diagnostic_of
from clausetree.tree.messages.clauses import of_clauses
from clausetree.tree.messages.comparisons import of_comparisons
from clausetree.tree.messages.deadlines import of_deadlines
from clausetree.tree.messages.lines import of_lines
from clausetree.tree.messages.names import of_names
from clausetree.tree.messages.recovery import of_recovery
from clausetree.tree.messages.scenarios import of_scenarios
from clausetree.tree.messages.shape import of_shape
from clausetree.tree.messages.tables import of_tables
from clausetree.tree.messages.totals import of_totals
from clausetree.tree.messages.unsure import of_unsure
from clausetree.tree.problems.clauses import (
    BindsInAnotherLanguage,
    BindsInNoKnownWay,
    ClauseProblem,
    LostClause,
    StrengthDiffers,
)
from clausetree.tree.problems.comparisons import ComparisonProblem
from clausetree.tree.problems.deadlines import (
    BoundPast,
    CalendarTooShort,
    DeadlineProblem,
    NotBegun,
    TimeNotInClauses,
)
from clausetree.tree.problems.lines import LineProblem
from clausetree.tree.problems.names import LostPolicy, NameProblem, UnusedFact, UnusedShared
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.recovery import RecoveryProblem
from clausetree.tree.problems.scenarios import (
    UNSHOWN,
    NoScenario,
    NothingAcknowledged,
    ScenarioProblem,
    Unnoticed,
)
from clausetree.tree.problems.shape import AlwaysTrue, OtherwiseUnused, SameWay, ShapeProblem
from clausetree.tree.problems.tables import FirstDecidesNothing, TableProblem
from clausetree.tree.problems.totals import NothingAdds, TotalProblem
from clausetree.tree.problems.unsure import UnsureProblem

WARNINGS = (
    AlwaysTrue,
    OtherwiseUnused,
    FirstDecidesNothing,
    SameWay,
    UnusedFact,
    UnusedShared,
    NothingAdds,
    StrengthDiffers,
    BindsInNoKnownWay,
    BindsInAnotherLanguage,
    BoundPast,
    CalendarTooShort,
    NotBegun,
    TimeNotInClauses,
    NoScenario,
    *UNSHOWN,
    NothingAcknowledged,
    Unnoticed,
)

_FOLLOWING = LostPolicy | LostClause
"""What is said of the policy itself as well."""


def to_diagnostic(problem: TreeProblem, source: Source) -> Diagnostic:
    """Turn a fault found in `source` into what its author reads."""
    severity = Severity.WARNING if isinstance(problem, WARNINGS) else Severity.ERROR
    follows = isinstance(problem, _FOLLOWING)
    return diagnostic_of(problem, wording_of(problem), source, severity, follows=follows)


def acknowledged(warning: Diagnostic, reason: str) -> Diagnostic:
    """Return a warning of which its author says for what reason it may stay."""
    return replace(warning, severity=Severity.ACKNOWLEDGED, hint=f"The reason given: {reason}")


def wording_of(problem: TreeProblem) -> Wording:
    """Return the code of a problem, what is wrong and what to do."""
    if isinstance(problem, LineProblem):
        return of_lines(problem)
    if isinstance(problem, RecoveryProblem):
        return of_recovery(problem)
    if isinstance(problem, NameProblem):
        return of_names(problem)
    if isinstance(problem, ShapeProblem):
        return of_shape(problem)
    if isinstance(problem, TableProblem):
        return of_tables(problem)
    if isinstance(problem, ClauseProblem):
        return of_clauses(problem)
    if isinstance(problem, TotalProblem):
        return of_totals(problem)
    if isinstance(problem, UnsureProblem):
        return of_unsure(problem)
    if isinstance(problem, ComparisonProblem):
        return of_comparisons(problem)
    if isinstance(problem, DeadlineProblem):
        return of_deadlines(problem)
    if isinstance(problem, ScenarioProblem):
        return of_scenarios(problem)
    assert_never(problem)
