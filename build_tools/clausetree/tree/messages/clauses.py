"""Duties and citations that the clauses do not bear out."""

from __future__ import annotations

from typing import assert_never

from clausetree.report.sentence import begun
from clausetree.report.wording import Wording
from clausetree.tree.messages.phrasing import any_of, listed
from clausetree.tree.problems import clauses as p
from clausetree.tree.strength import Strength


def of_clauses(problem: p.ClauseProblem) -> Wording:
    """Return the words of a problem of this kind."""
    match problem:
        case p.UnknownClause(_, reference, policy, instead):
            hint = f"Did you mean {any_of(instead)}?" if instead else "Look up the number in the policy."
            return "T501", f"The policy `{policy}` has no clause {reference}.", hint
        case p.OfWhichPolicy(_, reference, other, named, of_own):
            first = f"put {reference} before the clauses of other policies"
            ways = [f"write `{named}`"] if named else []
            ways += [f"if it is of the tree's own policy, {first}" if named else first] if of_own else []
            hint = ", or, ".join(ways)
            message = f"{reference} stands behind a clause of `{other}`: it does not say of which policy it is."
            return "T507", message, f"{begun(hint)}."
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
        case p.StrengthDiffers(_, strength, clauses, found, restricted):
            mean = "mean" if len(clauses) > 1 else "means"
            theirs = any_of([each.value for each in found])
            message = f"This says `{strength.value}`; {listed(clauses, 'and')} {mean} {theirs}."
            hint = "Use the strength that the clause has, or cite the clause that has yours."
            if restricted and strength is Strength.MAY:
                hint = (
                    f"It is allowed under a condition alone: name it here, or end the line with `when`. {hint}"
                )
            return "T503", message, hint
        case p.BindsInNoKnownWay(_, strength, clauses):
            named = listed(clauses, "and")
            bind = "bind" if len(clauses) > 1 else "binds"
            hint = (
                "Read it: you can say with `acknowledge` why you are right. If the policy has words of its own"
            )
            return (
                "T506",
                f"{begun(named)} {bind} in no known way, so `{strength.value}` is not checked.",
                f"{hint} for it, say under `binds:` in its head what they mean.",
            )
        case p.BindsInAnotherLanguage(_, language, other):
            policy, unchecked = (
                (f"The policy `{other}`", "of a duty that cites it") if other else ("The policy", "of a duty")
            )
            return (
                "T506",
                f"{policy} is in another language (`{language}`), so no strength {unchecked} is checked.",
                "Say under `binds:` in the policy's head what its words mean.",
            )
        case _:
            assert_never(problem)
