"""A tree as of a day. Bounds and limits that go by today are dates then, and all else is as in any tree.

Checks take a day on which every stretch of answers can be given that can be on any: where limits go by today,
the answers between two of them are as many days long on every day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from clausetree.tree.answers import Answer, Answers, is_unsure
from clausetree.tree.condition import Condition, with_facts
from clausetree.tree.conditional import with_conditions
from clausetree.tree.model import Compared, Fact, Measure, Node, Tree
from clausetree.tree.scalar import amount_of, answer_of
from clausetree.tree.walk import limits

TODAY = "today"
"""How bounds and scenarios call the day on which somebody reads."""

_FIRST_OF_ALL, _LAST_OF_ALL = date.min.toordinal(), date.max.toordinal()


def as_of(tree: Tree, day: int) -> Tree:
    """Return the tree as it is on a day; itself where it is the same on every day."""
    if tree.today is None:
        return tree
    return replace(tree, nodes=tuple(_begun(_node(node, day), day) for node in tree.nodes), today=day)


def as_of_any_day(tree: Tree) -> Tree:
    """Return the tree as of a day on which every way through it is open that is open on any.

    A question for days from today on begins before all of its limits.
    """
    measures = [node for node in tree.nodes if isinstance(node, Measure)]
    to_come = [node.most for node in measures if node.begins_today]
    past = [day for node in measures if node.ends_today for day in _days_needed(tree, node)]
    if not (to_come or past):
        return tree
    today = min(max(past), _LAST_OF_ALL) if past else min(to_come)
    nodes = (_begun_early(tree, _node(node, today)) for node in tree.nodes)
    return replace(tree, nodes=tuple(nodes), today=today)


def as_of_same_day(one: Tree, other: Tree) -> tuple[Tree, Tree]:
    """Return both trees as of one day on which every way through either is open that is open on any."""
    days = [tree.today for tree in (one, other) if tree.today is not None]
    if not days:
        return one, other
    first = min(
        (n.least for tree in (one, other) for n in tree.nodes if isinstance(n, Measure) and n.begins_today),
        default=0,
    )
    return _as_of_days(one, max(days), first), _as_of_days(other, max(days), first)


def _as_of_days(tree: Tree, today: int, first: int) -> Tree:
    nodes = (_begun(_node(node, today), first) for node in tree.nodes)
    return replace(tree, nodes=tuple(nodes), today=today)


def _days_needed(tree: Tree, node: Measure) -> Iterator[int]:
    """Yield the first days on which two answers can be given, and some on both sides of each limit."""
    yield node.least + 1
    for limit in limits(tree):
        if limit.question == tree.original(node.id):
            yield limit.amount + 2 if limit.days is None else node.least + limit.days + 2


def _begun_early(tree: Tree, node: Node) -> Node:
    if not (isinstance(node, Measure) and node.begins_today):
        return node
    own = (limit.amount for limit in limits(tree) if limit.question == tree.original(node.id))
    return replace(node, least=max(min([node.most, *own]) - 2, _FIRST_OF_ALL))


def _begun(node: Node, day: int) -> Node:
    return replace(node, least=day) if isinstance(node, Measure) and node.begins_today else node


def _node(node: Node, day: int) -> Node:
    held = with_conditions(node, lambda condition: _condition(condition, day))
    return replace(held, most=day) if isinstance(held, Measure) and held.ends_today else held


def _condition(condition: Condition[Fact], day: int) -> Condition[Fact]:
    def on_day(fact: Fact) -> Fact:
        if isinstance(fact, Compared) and fact.days is not None:
            return replace(fact, amount=day - fact.days)
        return fact

    changed: Condition[Fact] | None = with_facts(condition, on_day)
    assert changed is not None, "every fact is changed"
    return changed


def moved(tree: Tree, answers: Answers, day: int) -> Answers:
    """Return answers that are given on a day as the tree's own day has them.

    Dates that are held to the days since lie as many days back. Beyond all limits one is as good as another.
    """
    if tree.today is None:
        return answers
    by_days = {limit.question for limit in limits(tree) if limit.days is not None}
    return {
        question: _moved(
            tree.node(question), answer, tree.today - day if tree.original(question) in by_days else 0
        )
        for question, answer in answers.items()
    }


def _moved(node: Node, answer: Answer, days: int) -> Answer:
    if not (isinstance(node, Measure) and (node.begins_today or node.ends_today)) or is_unsure(node, answer):
        return answer
    found = (amount_of(node.scale, text) for text in answer)
    within = (min(max(node.least, one + days), node.most) for one in found if one is not None)
    return frozenset(answer_of(node.scale, one) for one in within)
