"""Points that answers add to totals.

What a total has come to is known as an answer is, by its id: so conditions speak of both in one way, and of a
total the sum is remembered, and not what it was added up from.
"""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.tree.answers import Answer, Answers, meant, offered
from clausetree.tree.model import ManyOf, Measure, Node, OneOf, Picked, Points, Question, Tree
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
    known[node.id] = answer
    if not (tree.totals and isinstance(node, OneOf | ManyOf | Measure)):
        return
    # What is added goes by what was known before.
    for points in tuple(points_given(node, answer, known)):
        total = tree.total(points.total)
        if total and total.id in known:
            (so_far,) = known[total.id]
            amount = number_of(total.scale, so_far)
            assert amount is not None, "a total is a number"
            known[total.id] = frozenset({number_text(total.scale, amount + points.amount)})


def points_given(node: Question, answer: Answer, known: Answers) -> Iterator[Points]:
    """Yield the points that an answer adds. `known` holds it and those before it."""
    for option in offered(node):
        if option.id in answer:
            yield from option.adds
    yield from (points for points in node.adds if points.when is None or is_true(points.when, known))


def choices_that_add(tree: Tree) -> Iterator[Picked]:
    """Yield the fact of each choice that adds points: whoever takes choices one at a time tells them apart."""
    for node in tree.nodes:
        if isinstance(node, ManyOf):
            yield from (Picked(node.id, choice.id) for choice in offered(node) if choice.adds)


def adding_to(node: Node) -> frozenset[str]:
    """Return the totals that answers to a node may add to."""
    if not isinstance(node, OneOf | ManyOf | Measure):
        return frozenset()
    every = (*node.adds, *(points for option in offered(node) for points in option.adds))
    return frozenset(points.total for points in every)
