"""Faults of a policy's text of which it is plain what was meant."""

from __future__ import annotations

from clausetree.editing.assist.fix import Fix
from clausetree.editing.assist.known import Known
from clausetree.report.problem import Problem


def fix_of_policy(_problem: Problem, _text: str, _known: Known) -> Fix | None:
    """Return the mend of a fault in a policy, or None."""
    return None
