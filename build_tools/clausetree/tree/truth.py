"""What is true of a reader who has given certain answers."""

from __future__ import annotations

import operator

from clausetree.tree.answers import Answer, Answers
from clausetree.tree.condition import Condition, holds
from clausetree.tree.model import Fact, Ordered, Picked
from clausetree.tree.scalar import Sign, amount_of
from clausetree.tree.scale import Scale


def is_true(condition: Condition[Fact], answers: Answers) -> bool:
    """Return whether `condition` holds; no fact is true of a question that was not asked."""
    return holds(condition, lambda fact: _is_so(fact, answers))


def _is_so(fact: Fact, answers: Answers) -> bool:
    other = answers.get(fact.other, _NOTHING) if isinstance(fact, Ordered) else _NOTHING
    return is_fact(fact, answers.get(fact.question, _NOTHING), other)


def is_fact(fact: Fact, answer: Answer, other: Answer = frozenset()) -> bool:
    """Return whether `fact` is true of the answer to its question, and to the `other` with which it compares.

    Each is empty if that was not asked.
    """
    if isinstance(fact, Picked):
        return fact.option in answer
    limits = _amounts(fact.scale, other) if isinstance(fact, Ordered) else [fact.amount]
    amounts = _amounts(fact.scale, answer)
    return any(_SIGNS[fact.sign](amount, limit) for amount in amounts for limit in limits)


def _amounts(scale: Scale, answer: Answer) -> list[int]:
    found = (amount_of(scale, text) for text in answer)
    return [amount for amount in found if amount is not None]


_NOTHING: Answer = frozenset()


_SIGNS = {
    Sign.LESS: operator.lt,
    Sign.AT_MOST: operator.le,
    Sign.MORE: operator.gt,
    Sign.AT_LEAST: operator.ge,
    Sign.IS: operator.eq,
}
