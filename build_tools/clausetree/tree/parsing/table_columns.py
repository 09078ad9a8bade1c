"""A column of a table of cases: what its cells can say, and what they mean."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from clausetree.report.closest import closest
from clausetree.tree.condition import And, Condition, Is, Named, Not, Or
from clausetree.tree.numbers import MOST_PLACES
from clausetree.tree.problems.lines import OutOfBounds
from clausetree.tree.problems.names import UnknownOption
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.tables import ColumnKind, WrongCell
from clausetree.tree.scalar import Sign, written_scalar
from clausetree.tree.scale import WHOLE, NumberScale, Scale
from clausetree.tree.syntax import (
    CellPartSyntax,
    CellSyntax,
    ColumnSyntax,
    FactSyntax,
    Name,
    NodeSyntax,
    QuestionSyntax,
    StepSyntax,
    TableSyntax,
    Verb,
    VisitSyntax,
    offered_by,
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: where its cells are names, its kind and which are `offered`; or the scale of its numbers.

    Of a question that takes several answers some are `included` in its answer.
    """

    written: ColumnSyntax
    kind: ColumnKind | None = None
    offered: tuple[str, ...] = ()
    included: frozenset[str] = frozenset()
    scale: Scale | None = None
    near_fact: str | None = None

    @classmethod
    def of(
        cls,
        written: ColumnSyntax,
        nodes: Mapping[str, NodeSyntax | TableSyntax],
        facts: Collection[str],
        totals: Collection[str],
    ) -> Column:
        """Return a column of a tree with these nodes, facts and totals."""
        node = nodes.get(written.name.text)
        if isinstance(node, StepSyntax):
            return cls(written, ColumnKind.STEP, ("done",))
        if isinstance(node, QuestionSyntax):
            offered = tuple(answer.id.text for answer in offered_by(node))
            included = frozenset(choice.id.text for choice in node.choices)
            kind = ColumnKind.NAMED if offered and not written.since else None
            scale = node.measure.scale.of_limits if node.measure else None
            return cls(written, kind, offered, included, WHOLE if written.since else scale)
        if isinstance(node, VisitSyntax):
            # With what it can end, its own tree says.
            return cls(written)
        if written.name.text in facts:
            return cls(written, ColumnKind.FACT, ("yes", "no"))
        counted = [
            *totals,
            *(name for name, one in nodes.items() if isinstance(one, QuestionSyntax | VisitSyntax)),
        ]
        near = None if closest(written.name.text, counted) else closest(written.name.text, facts)
        return cls(written, ColumnKind.FACT, ("yes", "no"), near_fact=near) if near else cls(written)

    @property
    def name(self) -> Name:
        """What it is about."""
        return self.written.name

    @property
    def said(self) -> tuple[str, ...]:
        """What its cells can say, but for `any`."""
        return ("done", "not done") if self.kind is ColumnKind.STEP else self.offered

    def fits(self, cell: CellSyntax) -> bool:
        """Return whether a cell can be meant for this column rather than for another."""
        if not self.kind:
            return all(any(map(str.isdigit, part.value.text)) for part in cell.parts)
        return not any(self.problems(cell))

    def problems(self, cell: CellSyntax) -> Iterator[TreeProblem]:
        """Yield what a cell says that cannot be said of the column."""
        for part in cell.parts:
            if self.kind is None:
                yield from self._turned_range(part)
            elif part.sign or part.most or (self.kind is not ColumnKind.NAMED and self._is_else(cell, part)):
                yield WrongCell(cell.span, _written(part), self.name.text, self.kind, self.said)
                return
            elif part.value.text not in self.offered:
                near = closest(part.value.text, self.offered)
                yield UnknownOption(part.value.span, part.value.text, self.name.text, self.offered, near)

    def _is_else(self, cell: CellSyntax, part: CellPartSyntax) -> bool:
        """Return whether a cell says something else of a fact or a step than that it is so, or not."""
        alone = len(cell.parts) == 1 and not (part.denied and self.kind is ColumnKind.FACT)
        return part.value.text not in self.offered or not alone

    def _turned_range(self, part: CellPartSyntax) -> Iterator[TreeProblem]:
        if part.most:
            scale = self.scale or NumberScale(MOST_PLACES)
            least, most = (written_scalar(scale, name.text) for name in (part.value, part.most))
            if least is not None and most is not None and least > most:
                yield OutOfBounds(part.most.span, part.most.text, part.value.text, part.most.text)

    def conditions(self, cell: CellSyntax) -> list[Condition[FactSyntax]]:
        """Return what a cell says: nothing, if it is `any`, and a range in two parts."""
        parts = [self._condition(part) for part in cell.parts]
        if len(parts) > 1:
            return [Or(tuple(parts))]
        return [*parts[0].parts] if parts and isinstance(parts[0], And) else parts

    def _condition(self, part: CellPartSyntax) -> Condition[FactSyntax]:
        if self.kind is ColumnKind.FACT:
            fact: Condition[FactSyntax] = Named(self.near_fact or self.name.text, "", Or(()))
            return fact if part.value.text == "yes" else Not(fact)
        if part.most:
            said = And((self._is(Sign.AT_LEAST, part.value), self._is(Sign.AT_MOST, part.most)))
            return Not(said) if part.denied else said
        verb = Verb.INCLUDES if part.value.text in self.included else Verb.IS
        one = self._is(part.sign or verb, part.value)
        return Not(one) if part.denied else one

    def _is(self, verb: Verb | Sign, value: Name) -> Condition[FactSyntax]:
        return Is(FactSyntax(self.name, verb, value, self.written.since, cell=True))


def _written(part: CellPartSyntax) -> str:
    """Return a part of a cell as its author writes it."""
    words = ["not" if part.denied else "", part.sign or "", part.value.text]
    words += ["to", part.most.text] if part.most else []
    return " ".join(filter(None, words))
