"""A tree as of a day. Bounds and limits that go by today are dates then, and all else is as in any tree.

Checks take a day on which every stretch of answers can be given that can be on any: where limits go by today,
the answers between two of them are as many days long on every day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from clausetree.tree.answers import Answers, is_unsure
from clausetree.tree.condition import Condition, with_facts
from clausetree.tree.conditional import with_conditions
from clausetree.tree.model import Compared, Fact, Measure, Node, Tree
from clausetree.tree.ordered import groups, pairs_in
from clausetree.tree.scalar import amount_of, answer_of
from clausetree.tree.walk import compared_in, limits

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
    """Yield the first days on which two answers can be given, and some on both sides of each limit.

    Of answers that are compared with each other, there is a day for each.
    """
    together = _together(tree, node)
    room = len(together)
    first = max(one.least for one in together)
    yield first + room
    yield from (one.most + room + 1 for one in together if not one.ends_today)
    for limit in _limits_to(tree, together):
        yield (limit.amount if limit.days is None else first + limit.days) + room + 1


def _together(tree: Tree, node: Measure) -> list[Measure]:
    """Return the questions that are compared with each other, of which this is one: often it is alone."""
    name = tree.original(node.id)
    alike = next((group for group in groups(pairs_in(compared_in(tree))) if name in group), (name,))
    return [one for one in tree.nodes if isinstance(one, Measure) and tree.original(one.id) in alike]


def _limits_to(tree: Tree, questions: list[Measure]) -> list[Compared]:
    names = {tree.original(one.id) for one in questions}
    return [limit for limit in limits(tree) if limit.question in names]


def _begun_early(tree: Tree, node: Node) -> Node:
    if not (isinstance(node, Measure) and node.begins_today):
        return node
    together = _together(tree, node)
    fixed = [limit.amount for limit in _limits_to(tree, together)]
    fixed += [end for one in together for end in (one.most, *(() if one.begins_today else (one.least,)))]
    return replace(node, least=max(min(fixed) - 1 - len(together), _FIRST_OF_ALL))


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
    found = dict(answers)
    for node in tree.nodes:
        if isinstance(node, Measure) and node.id in answers and (node.begins_today or node.ends_today):
            found |= _moved(tree, _together(tree, node), answers, day)
    return found


def _moved(tree: Tree, together: list[Measure], answers: Answers, day: int) -> Answers:
    """Return the answers to questions that are compared with each other, in the order in which they were."""
    # Where nothing is fixed but the first days, all of it goes by today.
    by_days = all(one.ends_today for one in together) and all(
        limit.days is not None for limit in _limits_to(tree, together)
    )
    days = tree.today - day if by_days and tree.today is not None else 0
    amounts = {
        one.id: amount + days
        for one in together
        for text in answers.get(one.id, ())
        if not is_unsure(one, answers[one.id]) and (amount := amount_of(one.scale, text)) is not None
    }
    # What lies beyond all limits, or before all days that are told apart, goes by its order alone.
    least = (max if by_days else min)(one.least for one in together)
    places = _within(set(amounts.values()), least, max(one.most for one in together))
    return {
        one.id: frozenset({answer_of(one.scale, places[amounts[one.id]])})
        for one in together
        if one.id in amounts and places[amounts[one.id]] != amounts[one.id] - days
    }


def _within(days: set[int], least: int, most: int) -> dict[int, int]:
    """Return where each day comes to lie, so that all lie within bounds and in the same order."""
    found: dict[int, int] = {}
    for day in sorted(days):
        found[day] = least = max(day, least)
        least += 1
    for day in sorted(days, reverse=True):
        found[day] = most = min(found[day], most)
        most -= 1
    return found
