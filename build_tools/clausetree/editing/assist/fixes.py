"""Mends for faults of which it is certain what was meant."""

from __future__ import annotations

from clausetree.editing.assist.fix import Fix
from clausetree.editing.assist.fixes_of_clauses import fix_of_clauses
from clausetree.editing.assist.fixes_of_lines import fix_of_lines
from clausetree.editing.assist.fixes_of_names import fix_of_names
from clausetree.editing.assist.fixes_of_policies import fix_of_policy
from clausetree.editing.assist.fixes_of_signs import fix_of_signs
from clausetree.editing.assist.fixes_of_whole_lines import fix_of_whole_lines
from clausetree.editing.assist.known import Known
from clausetree.report.diagnostic import Diagnostic

_KINDS = (fix_of_lines, fix_of_signs, fix_of_names, fix_of_clauses, fix_of_whole_lines, fix_of_policy)


def fixes_for(diagnostic: Diagnostic, text: str, known: Known) -> list[Fix]:
    """Return the mends of a fault in `text`; none where an author has to decide, or the text is another now."""
    problem = diagnostic.problem
    if problem is None or diagnostic.source.text != text:
        return []
    found = (fix(problem, text, known) for fix in _KINDS)
    return [fix for fix in found if fix is not None]
