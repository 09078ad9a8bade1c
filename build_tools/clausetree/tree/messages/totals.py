"""What is wrong with totals and points."""

from __future__ import annotations

from typing import assert_never

from clausetree.report.closest import did_you_mean
from clausetree.report.wording import Wording
from clausetree.tree.problems import totals as p


def of_totals(problem: p.TotalProblem) -> Wording:
    """Return the words of a problem of this kind."""
    match problem:
        case p.UnknownTotal(_, name, near):
            hint = did_you_mean(near) or f'Add a line beneath the first of the file: total {name} "the score"'
            return "T901", f"No total is called `{name}`.", hint
        case p.NothingAdds(_, name):
            hint = f'Add points behind an answer: option yes "Yes" adds 1 to {name}. Or take the line out.'
            return "T902", f"No answer adds anything to the total `{name}`.", hint
        case p.TotalGiven(_, name, amount):
            message = f"`{name}` is a total: it follows from the answers, and nobody is asked for it."
            return "T903", message, f"To say what it must come to, write: expects {name} is {amount}"
        case p.TotalElse(_, name, expected, actual):
            message = f"The answers of this scenario add up to {actual} for `{name}`, and not to {expected}."
            return "T904", message, "Mend the points in the tree, or this line."
        case p.PointsNotShown(_, total, added):
            message = f"No scenario says what `{total}` comes to {'with' if added else 'without'} these points."
            answers = "that has" if added else "that does not have"
            hint = f"Write one with an answer {answers} them, and with a line such as: expects {total} is 5"
            return "T905", message, hint
        case _:
            assert_never(problem)
