"""Conditions judged for many sets of answers at once: each set is a row of the table, and a bit of a number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import reduce
from operator import and_, or_
from typing import assert_never

from clausetree.tree.answers import Answer, Answers
from clausetree.tree.condition import And, Condition, Is, Named, Not, Or
from clausetree.tree.model import Compared, Fact, Ordered
from clausetree.tree.scalar import amount_of
from clausetree.tree.truth import is_fact

type RowsByAnswer = dict[Answer, int]
"""The rows in which a question is answered so."""


class TruthTable:
    """Says in which rows something holds: a number whose bit `n` is set where it does in row `n`."""

    def __init__(self, rows: Sequence[Answers]) -> None:
        self.all = (1 << len(rows)) - 1
        self._rows = rows
        self._given: dict[str, RowsByAnswer] = {}
        self._facts: dict[Fact, int] = {}

    def where(self, condition: Condition[Fact]) -> int:
        """Return the rows in which `condition` is true."""
        return self._where(condition, self._true)

    def where_turned_by(self, condition: Condition[Fact], fact: Fact) -> int:
        """Return the rows in which `condition` would be otherwise, were `fact` otherwise."""
        if isinstance(condition, Is):
            return self.all
        true = self._where(condition, lambda one: self.all if one == fact else self._true(one))
        return true ^ self._where(condition, lambda one: 0 if one == fact else self._true(one))

    def where_scalar(self, fact: Compared, scalar: int) -> int:
        """Return the rows in which the question that `fact` speaks of is answered by `scalar`."""
        given = self._answers_to(fact.question).items()
        return reduce(
            or_, (rows for answer, rows in given for one in answer if amount_of(fact.scale, one) == scalar), 0
        )

    def _where(self, condition: Condition[Fact], true: Callable[[Fact], int]) -> int:
        match condition:
            case Is(fact):
                return true(fact)
            case Not(part):
                return self.all ^ self._where(part, true)
            case Named(part=part):
                return self._where(part, true)
            case And(parts):
                return reduce(and_, (self._where(part, true) for part in parts))
            case Or(parts):
                return reduce(or_, (self._where(part, true) for part in parts))
            case _:
                assert_never(condition)

    def _true(self, fact: Fact) -> int:
        if fact not in self._facts:
            given = self._answers_to(fact.question).items()
            if isinstance(fact, Ordered):
                others = self._answers_to(fact.other).items()
                both = (
                    (rows & more, is_fact(fact, one, other)) for one, rows in given for other, more in others
                )
                self._facts[fact] = reduce(or_, (rows for rows, is_so in both if is_so), 0)
            else:
                self._facts[fact] = reduce(or_, (rows for answer, rows in given if is_fact(fact, answer)), 0)
        return self._facts[fact]

    def _answers_to(self, question: str) -> RowsByAnswer:
        if question not in self._given:
            found = self._given[question] = {}
            for at, answers in enumerate(self._rows):
                answer = answers.get(question, frozenset())
                found[answer] = found.get(answer, 0) | 1 << at
        return self._given[question]
