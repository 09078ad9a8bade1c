"""The terms that a policy's front matter lists, and what its words mean."""

from __future__ import annotations

from typing import assert_never

from clausetree.policy.problems.terms import (
    BadTerm,
    BindsUnreadable,
    DuplicateTerm,
    MeaningInHeading,
    MeaningNotOfPolicy,
    TermProblem,
    TermsUnreadable,
    UnknownMeaning,
    UnknownStrength,
)
from clausetree.report.closest import did_you_mean
from clausetree.report.wording import Wording


def of_terms(problem: TermProblem) -> Wording:
    """Return the words of such a problem."""
    match problem:
        case TermsUnreadable():
            return (
                "P141",
                "The list of terms cannot be read.",
                "Under `terms:`, write a line for each term, indented by two spaces: "
                "its words, a colon, a space, and the anchor of the part that says what it means. "
                "If there is none, take `terms:` out.",
            )
        case BadTerm():
            return (
                "P142",
                "A term needs its words, and the anchor of the part that says what they mean.",
                "Write the anchor without its `#`. Put a number, or a word such as yes, in quotation marks.",
            )
        case BindsUnreadable():
            return (
                "P147",
                "Here the head does not say what words of the policy mean.",
                "Under `binds:`, write a line for each, indented by two spaces: the words as the policy has "
                "them, a colon, a space, and a strength such as must. Put a number, or a word such as no, in "
                "quotation marks. If there is none, take `binds:` out.",
            )
        case UnknownStrength(words=words, found=found, near=near):
            hint = "Write must, must not, will, will not, should, should not, encouraged or may."
            message = f"“{words}” cannot mean `{found}`." if found else f"Nothing says what “{words}” means."
            return "P148", message, did_you_mean(near) or hint
        case UnknownMeaning(words=words, anchor=anchor, near=near):
            return (
                "P143",
                f"No part of this policy has the anchor `{anchor}`, so nothing says what “{words}” means.",
                did_you_mean(near) or "Use an anchor that stands in this file.",
            )
        case MeaningInHeading(words=words, anchor=anchor):
            return (
                "P144",
                f"`{anchor}` is a heading, which does not say what “{words}” means.",
                "Use the anchor of the paragraph, item, row or note that says it.",
            )
        case MeaningNotOfPolicy(words=words, anchor=anchor):
            return (
                "P145",
                f"`{anchor}` is a note of the site, and cannot say what “{words}” means.",
                "Only the policy itself says what its words mean. Take the term out, or use another anchor.",
            )
        case DuplicateTerm(words=words, first_line=line):
            return (
                "P146",
                f"The term “{words}” is listed twice; line {line} has it already.",
                "Take one of them out: capital letters make no difference.",
            )
        case _:
            assert_never(problem)
