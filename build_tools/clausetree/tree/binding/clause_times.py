"""Do the clauses that a duty cites say how long there is?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetree.history.registry import Registry
from clausetree.tree.binding.cited_words import cited_policies, cited_words
from clausetree.tree.binding.own_words import is_english
from clausetree.tree.deadlines.number_words import number_words
from clausetree.tree.deadlines.period import Period, Unit
from clausetree.tree.model import Tree
from clausetree.tree.problems.deadlines import TimeNotInClauses
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.syntax import TreeSyntax
from clausetree.tree.written_lines import written_duties

_JOINT = r"[\s\u2011-]"
_BETWEEN = (
    rf"(?:st|nd|rd|th)?(?:\s*\([^)]*\))?{_JOINT}+(?:(?:calendar|clear|full|complete|consecutive|whole)\s+)?"
)
_UNITS = {
    Unit.HOUR: r"hours?",
    Unit.DAY: r"days?",
    Unit.WORKING_DAY: rf"(?:working|business|school|office){_JOINT}+days?",
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
    """Yield the deadlines of which no clause speaks that their duties cite, in policies in English.

    Raises AssertionError where the registry has not a policy that is cited.
    """
    for _, written, duty in written_duties(tree, syntax):
        if written.within is None or not duty.cites:
            continue
        if not all(is_english(policy) for policy in cited_policies(registry, duty.cites)):
            continue
        texts = (text for cited in duty.cites for text in cited_words(registry, cited))
        if not any(is_said(written.within.period, text) for text in texts):
            labels = tuple(citation.label for citation in duty.cites)
            yield TimeNotInClauses(written.within.span, str(written.within.period), labels)


def is_said(period: Period, text: str) -> bool:
    """Return whether words name a length of time: "20 working days", "the twentieth working day"."""
    words = (each.replace("-", _JOINT) for each in number_words(period.amount) or ())
    amount = "|".join((str(period.amount), *words))
    also = _ALSO.get((period.amount, period.unit))
    times = rf"(?:{amount}){_BETWEEN}{_UNITS[period.unit]}" + (f"|{also}" if also else "")
    return re.search(rf"(?<![\w-])(?:{times})\b", text, re.IGNORECASE) is not None
