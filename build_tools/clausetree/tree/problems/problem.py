"""The closed union of a tree's problems."""

from __future__ import annotations

from clausetree.tree.problems.clauses import ClauseProblem
from clausetree.tree.problems.comparisons import ComparisonProblem
from clausetree.tree.problems.deadlines import DeadlineProblem
from clausetree.tree.problems.lines import LineProblem
from clausetree.tree.problems.names import NameProblem
from clausetree.tree.problems.recovery import RecoveryProblem
from clausetree.tree.problems.scenarios import ScenarioProblem
from clausetree.tree.problems.shape import ShapeProblem
from clausetree.tree.problems.tables import TableProblem
from clausetree.tree.problems.totals import TotalProblem
from clausetree.tree.problems.unsure import UnsureProblem

TreeProblem = (
    LineProblem
    | NameProblem
    | ShapeProblem
    | TableProblem
    | ClauseProblem
    | ComparisonProblem
    | DeadlineProblem
    | TotalProblem
    | UnsureProblem
    | ScenarioProblem
    | RecoveryProblem
)
"""Everything that can be wrong with a tree: a closed union."""
