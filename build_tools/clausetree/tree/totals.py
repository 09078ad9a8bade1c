"""Points that answers add to totals.

What a total has come to is known as an answer is, by its id: so conditions speak of both in one way, and of a
total the sum is remembered, and not what it was added up from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausetree.tree.answers import Answer, Answers, meant, offered
from clausetree.tree.model import ManyOf, Measure, Node, OneOf, Picked, Points, Question, Step, Tree
from clausetree.tree.numbers import number_of, number_text
from clausetree.tree.truth import is_true


def at_first(tree: Tree) -> dict[str, Answer]:
    """Return what is known of a reader who has answered nothing: every total is 0."""
    return {total.id: frozenset({"0"}) for total in tree.totals}


def count_in(tree: Tree, node: Node, answer: Answer, known: dict[str, Answer]) -> None:
    """Put what an answer to `node` counts as into what is `known`, and its points.

    Totals that are not known stay so.
    """
    answer = meant(node, answer)
    known[tree.original(node.id)] = answer
    if not (tree.totals and isinstance(node, OneOf | ManyOf | Measure | Step)):
        return
    # What is added goes by what was known before.
    for points in tuple(points_given(node, answer, known)):
        total = tree.total(points.total)
        if total and total.id in known:
            (so_far,) = known[total.id]
            amount = number_of(total.scale, so_far)
            assert amount is not None, "a total is a number"
            known[total.id] = frozenset({number_text(total.scale, amount + points.amount)})


def points_given(node: Question | Step, answer: Answer, known: Answers) -> Iterator[Points]:
    """Yield the points that an answer adds. `known` holds it and those before it."""
    for option in () if isinstance(node, Step) else offered(node):
        if option.id in answer:
            yield from option.adds
    yield from (points for points in node.adds if points.when is None or is_true(points.when, known))


def possible_sums(tree: Tree, total_id: str) -> frozenset[int] | None:
    """Return all that a total may come to, in steps of its scale, and perhaps more: conditions are not asked.

    None where that is too many to tell.
    """
    sums = {0}
    for node in tree.nodes:
        amounts = {0} | _amounts(node, total_id) if total_id in adding_to(node) else {0}
        sums = {so_far + amount for so_far in sums for amount in amounts}
        if len(sums) > _MANY:
            return None
    return frozenset(sums)


_MANY = 5_000
"""So many sums are told apart: more than any score that people add up."""


def _amounts(node: Node, total_id: str) -> set[int]:
    """Return what the answers to one node may add to a total."""
    options = offered(node) if isinstance(node, OneOf | ManyOf | Measure) else ()
    each = [_sum(option.adds, total_id) for option in options]
    found = set(each) or {0}
    parts = [points.amount for points in lines_adding(node) if points.total == total_id]
    for amount in [*parts, *(each if isinstance(node, ManyOf) else ())]:
        found |= {so_far + amount for so_far in found}
        if len(found) > _MANY:
            break
    return found


def _sum(adds: Iterable[Points], total_id: str) -> int:
    return sum(points.amount for points in adds if points.total == total_id)


def choices_that_add(tree: Tree) -> Iterator[Picked]:
    """Yield the fact of each choice that adds points: whoever takes choices one at a time tells them apart."""
    for node in tree.nodes:
        if isinstance(node, ManyOf):
            name = tree.original(node.id)
            yield from (Picked(name, choice.id) for choice in offered(node) if choice.adds)


def adding_to(node: Node) -> frozenset[str]:
    """Return the totals that answers to a node may add to."""
    options = offered(node) if isinstance(node, OneOf | ManyOf | Measure) else ()
    every = (*lines_adding(node), *(points for option in options for points in option.adds))
    return frozenset(points.total for points in every)


def lines_adding(node: Node) -> tuple[Points, ...]:
    """Return the points that a node adds whatever it is answered, if their conditions hold."""
    return node.adds if isinstance(node, OneOf | ManyOf | Measure | Step) else ()
