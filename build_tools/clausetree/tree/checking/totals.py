"""What is said of totals, looked up: is there such a total, and what do answers add to it?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from clausetree.report.closest import closest
from clausetree.tree.checking.scope import QuestionScope
from clausetree.tree.markdown.prose import phrase
from clausetree.tree.model import Points, Total
from clausetree.tree.numbers import places_of
from clausetree.tree.problems.totals import NothingAdds, UnknownTotal
from clausetree.tree.scale import NumberScale
from clausetree.tree.syntax import (
    ExpectTotalSyntax,
    Name,
    PointsSyntax,
    QuestionSyntax,
    TreeSyntax,
    VisitSyntax,
    WhenSyntax,
    offered_by,
)


def scales_of_totals(syntax: TreeSyntax) -> dict[str, NumberScale]:
    """Return the scale of each total: it has as many decimal places as any points that are added to it."""
    if not syntax.totals:
        return {}
    places: defaultdict[str, int] = defaultdict(int)
    for points in _points_in(syntax):
        places[points.total.text] = max(places[points.total.text], places_of(points.amount.text))
    return {total.id.text: NumberScale(places[total.id.text]) for total in syntax.totals}


class TotalScope:
    """The totals of one tree. What is wrong with what is said of them goes into the problems of `scope`."""

    def __init__(self, syntax: TreeSyntax, scope: QuestionScope) -> None:
        self._syntax = syntax
        self._scope = scope

    def totals(self) -> tuple[Total, ...]:
        """Return the totals. One to which nothing adds is a problem."""
        if not self._syntax.totals:
            return ()
        added = {points.total.text for points in _points_in(self._syntax)}
        if added - self._scope.totals.keys():
            # What is misspelt may be meant for it.
            added |= self._scope.totals.keys()
        unused = (total.id for total in self._syntax.totals if total.id.text not in added)
        self._scope.problems += (NothingAdds(name.span, name.text) for name in unused)
        return tuple(
            Total(total.id.text, phrase(total.words.markdown), self._scope.totals[total.id.text])
            for total in self._syntax.totals
        )

    def points(self, every: tuple[PointsSyntax, ...], when: WhenSyntax | None = None) -> tuple[Points, ...]:
        """Return points that are added to totals, without those that are none."""
        if not every:
            return ()
        condition = self._scope.condition(when.condition) if when else None
        read = ((points.total.text, self._amount(points.total, points.amount, "adds ")) for points in every)
        return tuple(Points(total, amount, condition) for total, amount in read if amount is not None)

    def expected(self, expect: ExpectTotalSyntax) -> None:
        """Look up the total that a scenario expects."""
        self._amount(expect.total, expect.amount, f"expects {expect.total.text} is ")

    def _amount(self, total: Name, amount: Name, before: str) -> int | None:
        scale = self._scope.totals.get(total.text)
        if scale is None:
            near = closest(total.text, self._scope.totals)
            self._scope.problems.append(UnknownTotal(total.span, total.text, near))
            return None
        return self._scope.scalar(scale, amount, before)


def _points_in(syntax: TreeSyntax) -> Iterator[PointsSyntax]:
    for node in syntax.nodes:
        if isinstance(node, QuestionSyntax):
            yield from (points for option in offered_by(node) for points in option.adds)
        if isinstance(node, QuestionSyntax | VisitSyntax):
            yield from (points for adds in node.adds for points in adds.points)
