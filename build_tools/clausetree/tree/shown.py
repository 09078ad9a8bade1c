"""What of a tree a path shows: the ways taken, the duties laid down or not, and what decides each condition.

A fault in a tree can send somebody the wrong way only where something is shown nowhere.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from clausetree.tree.amount import amount_of, text_of
from clausetree.tree.cases import Cases
from clausetree.tree.cells import starts_of
from clausetree.tree.condition import Condition, Is, facts, holds
from clausetree.tree.model import (
    Compared,
    Duty,
    Fact,
    ManyOf,
    Measure,
    Node,
    OneOf,
    Picked,
    Route,
    Tree,
    duties,
)
from clausetree.tree.walk import Answer, Answers, Walk, all_conditions, conditions, is_fact, is_true


class Kind(StrEnum):
    """What can be shown of a node."""

    VISIT = "visit"
    ANSWER = "answer"
    WAY = "way"
    DUTY = "duty"
    FACT = "fact"


class Thing(NamedTuple):
    """Something that a path can show of `node`.

    VISIT: the node is met. ANSWER: the option `at` is picked or, where several can be, left out.
    WAY: the branch `at` of a route is taken; behind the last stands `otherwise`. DUTY: the duty `at` is due, or
    is not. FACT: the condition of the branch or duty `at` hangs on its fact number `fact`, which is true or
    not; of a number or date, when the answer is `amount`, right beside the limit.
    """

    kind: Kind
    node: str
    at: int = 0
    true: bool = True
    fact: int = -1
    amount: int = -1


class Shows:
    """Tells what paths of one tree show."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        spoken_of = [fact for condition in all_conditions(tree) for fact in facts(condition)]
        self._told_apart = {(fact.question, fact.option) for fact in spoken_of if isinstance(fact, Picked)}
        self._limits = {node.id: self._limits_at(node) for node in tree.nodes}
        self._starts: defaultdict[str, list[int]] = defaultdict(list)
        for fact in set(spoken_of):
            if isinstance(fact, Compared):
                self._starts[fact.question] += starts_of(fact)
        for starts in self._starts.values():
            starts.sort()

    def _limits_at(self, node: Node) -> dict[str, set[int]]:
        found: defaultdict[str, set[int]] = defaultdict(set)
        for fact in (fact for condition in conditions(node) for fact in facts(condition)):
            if isinstance(fact, Compared):
                found[fact.question].update(self.beside(fact))
        return found

    def by(self, way: Walk) -> set[Thing]:
        """Return all that a path shows."""
        answers: dict[str, Answer] = {}
        found: set[Thing] = set()
        for node in way.nodes:
            found.update(self.here(node, answers))
            if node.id in way.answers:
                answers[node.id] = way.answers[node.id]
                found.update(self.answered(node, answers[node.id]))
        return found

    def here(self, node: Node, answers: Answers) -> Iterator[Thing]:
        """Yield what is shown of `node` by a reader who comes to it with these answers."""
        yield Thing(Kind.VISIT, node.id)
        if isinstance(node, Route):
            ways = [branch.goes_to if is_true(branch.when, answers) else None for branch in node.branches]
            taken = next((at for at, way in enumerate(ways) if way), len(ways))
            yield Thing(Kind.WAY, node.id, taken)
            for at, branch in enumerate(node.branches):
                # Of two branches to one node, neither matters where the other is open.
                elsewhere = next((way for way in (*ways[:at], *ways[at + 1 :]) if way), node.otherwise)
                if branch.goes_to != elsewhere:
                    yield from self._hangs(node.id, at, branch.when, answers)
        for at, duty in enumerate(duties(node)):
            yield from self._due(node.id, at, duty, answers)

    def _due(self, node: str, at: int, duty: Duty, answers: Answers) -> Iterator[Thing]:
        yield Thing(Kind.DUTY, node, at, true=duty.when is None or is_true(duty.when, answers))
        if duty.when:
            yield from self._hangs(node, at, duty.when, answers)

    def answered(self, node: Node, answer: Answer) -> Iterator[Thing]:
        """Yield what is shown of a question by this answer: choices that no condition asks for are all one."""
        match node:
            case OneOf():
                yield from (
                    Thing(Kind.ANSWER, node.id, at)
                    for at, option in enumerate(node.options)
                    if option.id in answer
                )
            case ManyOf():
                for at, choice in enumerate((*node.choices, *((node.none,) if node.none else ()))):
                    if choice.id in answer or (node.id, choice.id) in self._told_apart:
                        yield Thing(Kind.ANSWER, node.id, at, true=choice.id in answer)
            case _:
                pass

    def possible(self, cases: Cases) -> set[Thing]:
        """Return all that any path can show. `cases` are those that come to each node."""
        found: set[Thing] = set()
        for node in self.tree.nodes:
            if not cases.at(node.id):
                continue
            found.update(self._answers(node))
            if isinstance(node, Route):
                for case in cases.asked_of(node.id, [*conditions(node)]):
                    for answers in self._beside_limits(node, case):
                        found.update(self.here(node, answers))
                continue
            found.add(Thing(Kind.VISIT, node.id))
            for at, duty in enumerate(duties(node)):
                # What is shown of a duty hangs on the answers alone that its own condition asks for.
                for case in cases.asked_of(node.id, [duty.when]) if duty.when else [{}]:
                    for answers in self._beside_limits(node, case):
                        found.update(self._due(node.id, at, duty, answers))
        return found

    def _answers(self, node: Node) -> Iterator[Thing]:
        if isinstance(node, OneOf):
            yield from (Thing(Kind.ANSWER, node.id, at) for at in range(len(node.options)))
        if isinstance(node, ManyOf):
            every = (*node.choices, *((node.none,) if node.none else ()))
            for at, choice in enumerate(every):
                if (node.id, choice.id) in self._told_apart or choice == node.none:
                    yield Thing(Kind.ANSWER, node.id, at)
                if (node.id, choice.id) in self._told_apart and len(every) > 1:
                    yield Thing(Kind.ANSWER, node.id, at, true=False)

    def _beside_limits(self, node: Node, answers: Answers) -> Iterator[Answers]:
        """Yield the answers of a case, then each with a number or date that stands beside a limit of `node`.

        The answer of a case stands for a stretch of answers: those beside the limits at its ends may be others.
        """
        yield answers
        for question, amounts in self._limits[node.id].items():
            measure = self.tree.node(question)
            if question not in answers or not isinstance(measure, Measure):
                continue
            (said,) = answers[question]
            stretch = bisect(self._starts[question], _amount(measure, said))
            for amount in amounts:
                text = text_of(measure.scale, amount)
                if text != said and bisect(self._starts[question], amount) == stretch:
                    yield {**answers, question: frozenset({text})}

    def _hangs(self, node: str, at: int, condition: Condition[Fact], answers: Answers) -> Iterator[Thing]:
        """Yield the facts of a condition that decide it: were this one otherwise, so were the whole."""
        for number, fact in enumerate(facts(condition)):
            answer = answers.get(fact.question, frozenset())
            if not _decides(fact, condition, answers):
                continue
            if isinstance(fact, Picked):
                yield Thing(Kind.FACT, node, at, true=fact.option in answer, fact=number)
            elif answer and _amount(fact, *answer) in self.beside(fact):
                yield Thing(Kind.FACT, node, at, fact=number, amount=_amount(fact, *answer))

    def beside(self, fact: Compared) -> list[int]:
        """Return the amounts right beside the limits of a fact, the lowest first, that the question takes."""
        measure = self.tree.node(fact.question)
        assert isinstance(measure, Measure)
        starts = [start for start in starts_of(fact) if measure.least < start <= measure.most]
        return sorted({amount for start in starts for amount in (start - 1, start)})


def _decides(fact: Fact, condition: Condition[Fact], answers: Answers) -> bool:
    if isinstance(condition, Is):
        return True

    def verdict(*, so: bool) -> bool:
        return holds(
            condition, lambda one: so if one == fact else is_fact(one, answers.get(one.question, frozenset()))
        )

    return verdict(so=True) is not verdict(so=False)


def _amount(scaled: Compared | Measure, text: str) -> int:
    amount = amount_of(scaled.scale, text)
    assert amount is not None, "answers that were taken are amounts"
    return amount
