"""Do the clauses that a duty cites say how long there is?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetree.history.registry import Registry
from clausetree.tree.binding.cited_words import cited_words
from clausetree.tree.deadlines.period import Period, Unit
from clausetree.tree.model import Tree, duties
from clausetree.tree.problems.deadlines import TimeNotInClauses
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.syntax import OutcomeSyntax, StepSyntax, TreeSyntax

_ONES = (
    *("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
}
_ORDINALS |= {"twelve": "twelfth"}
_BETWEEN = (
    r"(?:st|nd|rd|th)?(?:\s*\([^)]*\))?[\s\u2011-]+(?:(?:calendar|clear|full|complete|consecutive|whole)\s+)?"
)
_UNITS = {
    Unit.HOUR: r"hours?",
    Unit.DAY: r"days?",
    Unit.WORKING_DAY: r"(?:working|business|school|office)[\s\u2011-]+days?",
    Unit.WEEK: r"weeks?",
    Unit.MONTH: r"months?",
    Unit.YEAR: r"years?",
}
_ALSO = {
    (1, Unit.DAY): r"(?:next|following) day|a day",
    (1, Unit.WORKING_DAY): r"(?:next|following) (?:working|business|school|office) day",
    (24, Unit.HOUR): r"one day|a day|1 day",
    (1, Unit.HOUR): r"an hour",
    (1, Unit.WEEK): r"a week|(?:7|seven) (?:calendar )?days",
    (2, Unit.WEEK): r"a fortnight|(?:14|fourteen) (?:calendar )?days",
    (14, Unit.DAY): r"a fortnight|two weeks|2 weeks",
    (7, Unit.DAY): r"a week|one week|1 week",
    (1, Unit.MONTH): r"a (?:calendar )?month",
    (12, Unit.MONTH): r"a year|one year|1 year",
    (1, Unit.YEAR): r"a year|(?:12|twelve) months",
}
"""What else the same time is called."""


def check_times(tree: Tree, syntax: TreeSyntax, registry: Registry) -> Iterator[TreeProblem]:
    """Yield the deadlines of which no clause speaks that their duties cite, in a policy in English.

    Raises AssertionError where the registry has not the tree's policy.
    """
    policy = registry.policy(tree.policy)
    assert policy is not None, "a tree that was resolved names a policy that is there"
    if policy.language.lower().split("-")[0] != "en":
        return
    for node in syntax.nodes:
        if not isinstance(node, StepSyntax | OutcomeSyntax):
            continue
        for written, duty in zip(node.duties, duties(tree.node(node.id.text)), strict=True):
            if written.within is None or not duty.cites:
                continue
            texts = (text for cited in duty.cites for text in cited_words(registry, policy, cited.anchor))
            if not any(is_said(written.within.period, text) for text in texts):
                labels = tuple(citation.label for citation in duty.cites)
                yield TimeNotInClauses(written.within.span, str(written.within.period), labels)


def is_said(period: Period, text: str) -> bool:
    """Return whether words name a length of time: "20 working days", "the twentieth working day"."""
    amount = "|".join((str(period.amount), *_in_words(period.amount)))
    also = _ALSO.get((period.amount, period.unit))
    times = rf"(?:{amount}){_BETWEEN}{_UNITS[period.unit]}" + (f"|{also}" if also else "")
    return re.search(rf"(?<![\w-])(?:{times})\b", text, re.IGNORECASE) is not None


def _in_words(amount: int) -> Iterator[str]:
    """Yield a number in words, and which one of several has that number: "twenty", "twentieth"."""
    if 0 < amount < len(_ONES):
        yield _ONES[amount]
        yield _ordinal(_ONES[amount])
    elif amount < 10 * len(_TENS):
        tens, ones = _TENS[amount // 10], _ONES[amount % 10]
        yield rf"{tens}[\s\u2011-]{ones}" if ones else tens
        yield rf"{tens}[\s\u2011-]{_ordinal(ones)}" if ones else _ordinal(tens)


def _ordinal(word: str) -> str:
    return _ORDINALS.get(word) or (f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th")
