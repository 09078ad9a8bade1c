"""Anchors that are missing, misplaced or misnamed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from clausetree.policy.document import Shape
from clausetree.policy.problems.anchors import (
    AnchorKeptForNumbers,
    AnchorNotOfNumber,
    AnchorNotOfParent,
    AnchorOfAnotherNumber,
    AnchorProblem,
    BadAnchor,
    DuplicateAnchor,
    MisshapenAnchor,
    MissingAnchor,
    StrayAnchor,
)
from clausetree.report.wording import Wording

_UNDER = "on a line of its own directly under the words"
_TAKEN = "Other words have the anchor that it would get. `clausetree clauses anchor` writes one that is free."
_LISTED = 5
_PLACES = {Shape.HEADING: "at its end", Shape.ROW: "at the end of its first cell"}


def of_anchors(problem: AnchorProblem) -> Wording:
    """Return the words of such a problem."""
    match problem:
        case MissingAnchor(others=others) if others:
            return (
                "P101",
                f"{len(others) + 1} clauses have no anchor, so nobody can link to them: "
                f"this one, and those in lines {_listed(others)}.",
                "`clausetree clauses anchor` writes all of these anchors for you.",
            )
        case MissingAnchor(number=number, shape=shape, suggestion=suggestion):
            where = f"Put `{{: #{suggestion} }}` {_PLACES.get(shape, _UNDER)}."
            return (
                "P101",
                f"{number or f'This {shape.value}'} has no anchor, so nobody can link to it.",
                where if suggestion else _TAKEN,
            )
        case StrayAnchor(under_heading=under_heading):
            return (
                "P102",
                "This anchor belongs to no words.",
                "Put it at the end of the heading, on the same line."
                if under_heading
                else "Put it directly under its words, without a blank line between.",
            )
        case MisshapenAnchor(found=found, anchor=anchor, shape=shape):
            return (
                "P109",
                f"`{found}` is not read as an anchor.",
                f"Put `{{: #{anchor} }}` {_PLACES.get(shape, _UNDER)}.",
            )
        case BadAnchor(found=found, suggestion=suggestion):
            return (
                "P103",
                f"`{found}` cannot be an anchor.",
                "An anchor is lower-case letters and digits, in words joined by single hyphens: "
                f"`{suggestion}`.",
            )
        case DuplicateAnchor(anchor=anchor, first_line=line, suggestion=suggestion):
            return (
                "P104",
                f"The anchor `{anchor}` is used twice; line {line} has it already.",
                f"Give this one an anchor of its own{f': `{suggestion}`' if suggestion else ''}.",
            )
        case AnchorNotOfNumber(number=number, anchor=anchor, suggestion=suggestion):
            return (
                "P105",
                f"{number} is numbered, and `{anchor}` is not the anchor of a numbered clause.",
                f"The anchor of a new clause {number} is `{suggestion}`.",
            )
        case AnchorOfAnotherNumber(number=number, anchor=anchor, suggestion=suggestion):
            return (
                "P106",
                f"{number} has the anchor `{anchor}`.",
                "That is right if the clause was renumbered: its anchor stays. "
                f"The anchor of a new clause {number} is `{suggestion}`.",
            )
        case AnchorNotOfParent(anchor=anchor, parent=parent, suggestion=suggestion):
            return (
                "P107",
                f"This item stands under `{parent}`, and its anchor `{anchor}` does not say so.",
                f"Begin it with the anchor of its clause: `{suggestion}`.",
            )
        case AnchorKeptForNumbers(anchor=anchor):
            return (
                "P108",
                f"`{anchor}` is the anchor of a numbered clause, and these words have no number.",
                "Give the words their number, or an anchor that says what they are about.",
            )
        case _:
            assert_never(problem)


def _listed(lines: Sequence[int]) -> str:
    """Return "12, 14 and 16", or "12, 14, 16, 18, 20 and 30 more"."""
    more = len(lines) - _LISTED
    last = str(lines[-1]) if more <= 1 else f"{more} more"
    return f"{', '.join(map(str, lines[:-1][:_LISTED]))} and {last}"
