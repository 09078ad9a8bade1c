"""Duties and citations that the clauses do not bear out."""

from __future__ import annotations

from clausetree.tree import problems as p
from clausetree.tree.messages.phrasing import Words, any_of, listed, meant


def of_clauses(problem: p.Problem) -> Words | None:
    """Return the words of a problem of this kind, or None."""
    match problem:
        case p.UnknownClause(_, reference, policy, near):
            hint = meant(near) or "Look up the number in the policy."
            return "T501", f"The policy `{policy}` has no clause {reference}.", hint
        case p.LostClause(_, reference, policy):
            hint = "The tree may be right. Mend the policy: what is said of it says how."
            return "T505", f"The policy `{policy}` has lost clause {reference}, which was published.", hint
        case p.WithdrawnClause(_, reference, policy, version, now):
            message = f"Clause {reference} of the policy `{policy}` was withdrawn in version {version}."
            place = f"Did you mean {any_of(now)}, which took its place?" if now else "Nothing took its place."
            return "T504", message, f"{place} See whether this part of the procedure still holds."
        case p.DutyWithoutClause():
            hint = "Put the clause's number in brackets behind the words: (2.4)"
            return "T502", "This duty cites no clause.", hint
        case p.StrengthDiffers(_, strength, clauses, words):
            said = f"means {any_of(words)}" if words else "uses none of the words that bind"
            message = f"This says `{strength.value}`; {listed(clauses, 'and')} {said}."
            return "T503", message, "Use the strength that the clause has, or cite the clause that has yours."
        case _:
            return None
