"""Does a question take no day any more that is still to come?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausetree.report.diagnostic import Diagnostic, Severity
from clausetree.tree.problems.deadlines import BoundPast
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.scalar import scalar_of, scalar_phrase
from clausetree.tree.scale import DateScale, NumberScale
from clausetree.tree.syntax import QuestionSyntax, TreeSyntax
from clausetree.tree.today import TODAY


def check_past(syntax: TreeSyntax, today: int | None) -> Iterator[TreeProblem]:
    """Yield the questions whose last day is past; where it is not known what day it is, all that have one."""
    for node in syntax.nodes:
        measure = node.measure if isinstance(node, QuestionSyntax) else None
        if measure is None or isinstance(measure.scale, NumberScale):
            continue
        least, most = (scalar_of(DateScale.DATE, name.text) for name in (measure.least, measure.most))
        if most is None or (today is not None and most >= today):
            continue
        # Bounds that cannot be read, stand the wrong way round or leave no choice are a fault of their own.
        narrowest = 0 if measure.scale is DateScale.DATE_AND_TIME else 1
        if measure.least.text == TODAY or (least is not None and most - least >= narrowest):
            last = scalar_phrase(DateScale.DATE, most)
            yield BoundPast(measure.most.span, node.id.text, last)


def without_past(told: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return what holds on every day: of bounds that may be past, those that are acknowledged."""
    return [one for one in told if not (one.code == "T811" and one.severity is Severity.WARNING)]
