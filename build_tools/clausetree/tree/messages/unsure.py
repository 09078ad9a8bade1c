"""Messages about readers who do not know."""

from __future__ import annotations

from typing import assert_never

from clausetree.report.wording import Wording
from clausetree.tree.problems import unsure as p


def of_unsure(problem: p.UnsureProblem) -> Wording:
    """Return the words of a problem of this kind."""
    match problem:
        case p.WrongUnsure(_, name, fault, instead):
            message, hint = _fault(name, fault)
            return "T906", message, f"Write: counts as {instead}" if instead else hint
        case p.UnsureAskedFor(_, question, name, instead):
            counted = " or ".join(f"`{one}`" for one in instead)
            hint = f"A condition that holds for {counted} holds for these readers, too."
            return "T907", f"No condition asks for `{name}` of `{question}`: it counts as another answer.", hint
        case _:
            assert_never(problem)


def _fault(name: str, fault: p.UnsureFault) -> tuple[str, str]:
    match fault:
        case p.UnsureFault.ITSELF:
            return f"`{name}` counts as itself, which says nothing.", "Name another answer of the question."
        case p.UnsureFault.SEVERAL:
            return f"`{name}` counts as several answers, and this question takes one.", "Name one of them."
        case p.UnsureFault.NONE_AMONG_OTHERS:
            message = f"`{name}` counts as an answer that is picked alone, and as others."
            return message, "Name that answer alone, or leave it out."
        case p.UnsureFault.TIME_TODAY:
            message = f"`{name}` counts as today, and this question asks for a time as well."
            return message, "Ask for a date without a time, or take this line out."
        case p.UnsureFault.BOUND_TODAY:
            message = f"The days that this question takes move on, and what `{name}` counts as does not."
            return message, "Take this line out."
        case p.UnsureFault.NAMED_LIKE_AN_ANSWER:
            message = f"`{name}` can be taken for an answer that is typed."
            return message, 'Name it in letters: unsure not-sure "I do not know" counts as …'
        case _:
            assert_never(fault)
