"""What is true of a reader who has given certain answers."""

from __future__ import annotations

import operator

from clausetree.tree.answers import Answer, Answers
from clausetree.tree.condition import Condition, holds
from clausetree.tree.model import Fact, Picked
from clausetree.tree.scalar import Sign, amount_of


def is_true(condition: Condition[Fact], answers: Answers) -> bool:
    """Return whether `condition` holds; no fact is true of a question that was not asked."""
    return holds(condition, lambda fact: is_fact(fact, answers.get(fact.question, frozenset())))


def is_fact(fact: Fact, answer: Answer) -> bool:
    """Return whether `fact` is true of the answer to its question, which is empty if that was not asked."""
    if isinstance(fact, Picked):
        return fact.option in answer
    amounts = [amount_of(fact.scale, text) for text in answer]
    return any(amount is not None and _SIGNS[fact.sign](amount, fact.amount) for amount in amounts)


_SIGNS = {
    Sign.LESS: operator.lt,
    Sign.AT_MOST: operator.le,
    Sign.MORE: operator.gt,
    Sign.AT_LEAST: operator.ge,
    Sign.IS: operator.eq,
}
