"""Answers that make no difference: one stands for all, so that a course need not hold what each leads to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import assert_never

from clausetree.tree.answers import DONE, Answer, Detail, answers_with_targets, is_unsure, representatives
from clausetree.tree.intervals import intervals
from clausetree.tree.model import Compared, Fact, ManyOf, Measure, OneOf, Picked, Step, Tree
from clausetree.tree.totals import choices_that_add
from clausetree.tree.walk import facts_by_question

type Asked = OneOf | ManyOf | Measure | Step


class Alike:
    """Which answers to the questions and steps of a tree are alike."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree

    @cached_property
    def _facts(self) -> Mapping[str, set[Fact]]:
        facts = facts_by_question(self._tree)
        # A course holds what one choice stands for, and not how many of several were picked.
        for fact in choices_that_add(self._tree):
            facts[fact.question].add(fact)
        return facts

    def answers(self, node: Asked) -> list[Answer]:
        """Return one answer of each kind. That none of the choices is picked is a kind of its own."""
        facts = self._facts.get(self._tree.original(node.id), set())
        found = answers_with_targets(node, facts, Detail.REPRESENTATIVES)
        # Not to know one answer is to have given another.
        kinds = [answer for answer, _ in found if not is_unsure(node, answer)]
        if isinstance(node, ManyOf) and node.none and frozenset({node.none.id}) not in kinds:
            kinds.append(frozenset({node.none.id}))
        if isinstance(node, ManyOf) and node.unsure:
            kinds.append(frozenset({node.unsure.id}))
        return kinds

    def stretches(self, node: Measure) -> list[int]:
        """Return the first amount of each kind of answer to `node`, in the order of `answers`."""
        return [first for first, _ in intervals(node, self.limits(node))]

    def limits(self, node: Measure) -> list[Compared]:
        """Return what conditions hold the answer to `node` to."""
        facts = self._facts.get(self._tree.original(node.id), set())
        return [fact for fact in facts if isinstance(fact, Compared)]

    def kinds(self, node: OneOf | ManyOf | Step) -> Kinds:
        """Return how an answer to `node` is told from one that leads elsewhere."""
        facts = self._facts.get(self._tree.original(node.id), set())
        match node:
            case OneOf():
                return Kinds(representatives(node, facts), None)
            case ManyOf():
                stands_for = representatives(node, facts)
                spoken_of = {fact.option for fact in facts if isinstance(fact, Picked)}
                others = (choice.id for choice in node.choices if choice.id not in spoken_of)
                return Kinds(stands_for, next(others, None))
            case Step():
                return Kinds({done: done for done in DONE}, None)
            case _:
                assert_never(node)


@dataclass(frozen=True, slots=True)
class Kinds:
    """The option that stands for each option; `weak` is the one that counts only where no other does."""

    stands_for: Mapping[str, str]
    weak: str | None
