"""What stands among the words of a policy and cannot."""

from __future__ import annotations

from typing import assert_never

from clausetree.policy.problems.words import (
    BadNumber,
    DuplicateNumber,
    IndentedWords,
    RawHtml,
    RefusedAddress,
    RunTogether,
    UnknownLink,
    UnreadableBlock,
    WordProblem,
)
from clausetree.report.closest import did_you_mean
from clausetree.report.wording import Wording

_RENUMBER = (
    "Renumber one of them. Where numbers begin again, let a heading say in which part: `## Part 2: Fees`."
)


def of_words(problem: WordProblem) -> Wording:
    """Return the words of such a problem."""
    match problem:
        case DuplicateNumber(number=number, first_line=line, own=own):
            return (
                "P111",
                f"The number {number} is used twice; line {line} has it already.",
                "A number that two clauses have cannot be cited. "
                + (f"By its anchor, this one was {own}." if own else _RENUMBER),
            )
        case UnreadableBlock():
            return (
                "P112",
                "Code or HTML cannot be part of a policy.",
                "Write the words as a paragraph, a list or a table.",
            )
        case IndentedWords():
            return (
                "P115",
                "These words begin with four spaces or more, so they are read as code.",
                "Take the spaces out. Words that go on with an item of a list stand right under its words.",
            )
        case BadNumber():
            return (
                "P116",
                "Behind this number stands something else than a space, so it is not read as that of a clause.",
                "Write the number and a space, as in `1.1 Words` or `1.1. Words`.",
            )
        case RawHtml(found=found):
            return (
                "P113",
                f"`{found}` is HTML.",
                "Write it as Markdown, or leave it out. If you mean the sign `<`, put a backslash before it.",
            )
        case RefusedAddress(found=found):
            return (
                "P117",
                f"`{found}` is not an address that a reader can be sent to.",
                "Begin it with https:// or, for an e-mail address, with mailto:",
            )
        case RunTogether():
            return (
                "P118",
                "No blank line stands above these words, so they are read as part of those above.",
                "Put a blank line between, as `clausetree clauses anchor` does for you.",
            )
        case UnknownLink(label=label, near=near):
            return (
                "P114",
                f"No link is called `{label}`.",
                did_you_mean(near) or f"Add `{label}` to the registry of links.",
            )
        case _:
            assert_never(problem)
