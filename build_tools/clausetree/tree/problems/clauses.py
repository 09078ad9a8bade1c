"""Duties and citations that the clauses do not bear out."""

from __future__ import annotations

from clausetree.report.problem import Problem
from clausetree.tree.strength import Strength


class UnknownClause(Problem):
    """A citation of a clause that the policy does not have. `instead` is what may be meant, as written."""

    reference: str
    policy: str
    instead: tuple[str, ...]


class OfWhichPolicy(Problem):
    """A clause alone behind one of the policy `other`, of which one cannot tell whether it is of that, too.

    `named` is how to cite it as one of that policy, where that has it. The tree's own may have it (`of_own`).
    """

    reference: str
    other: str
    named: str | None
    of_own: bool


class LostClause(Problem):
    """A citation of a clause that was published, and that the policy has lost without withdrawing it."""

    reference: str
    policy: str


class WithdrawnClause(Problem):
    """A citation of a clause that `version` withdrew. `now` is how to cite what stands in its place."""

    reference: str
    policy: str
    version: str
    now: tuple[str, ...]


class DutyWithoutClause(Problem):
    """A duty that cites nothing."""


class StrengthDiffers(Problem):
    """A duty whose strength none of the clauses has that it cites: they have those `found`.

    Where they are `restricted`, they allow it under a condition that the duty does not name.
    """

    strength: Strength
    clauses: tuple[str, ...]
    found: tuple[Strength, ...]
    restricted: bool


class BindsInAnotherLanguage(Problem):
    """A policy in another `language` than English, of whose words nobody has said how they bind.

    `other` is its id where it is not the tree's own, else "".
    """

    language: str
    other: str


class BindsInNoKnownWay(Problem):
    """A duty that cites clauses of which nobody can tell here how they bind."""

    strength: Strength
    clauses: tuple[str, ...]


ClauseProblem = (
    UnknownClause
    | OfWhichPolicy
    | LostClause
    | WithdrawnClause
    | DutyWithoutClause
    | StrengthDiffers
    | BindsInAnotherLanguage
    | BindsInNoKnownWay
)
