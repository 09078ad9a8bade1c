"""A tree whose readers pick a number, a date or a time from ranges, as in H5P: nothing reads what they type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clausetree.render.tree.phrasing import days_ago, with_unit
from clausetree.tree.answers import meant
from clausetree.tree.intervals import intervals
from clausetree.tree.model import Compared, Measure, OneOf, Option, Tree, Unsure
from clausetree.tree.scalar import amount_of, scalar_phrase, scalar_text
from clausetree.tree.walk import limits


def in_ranges(tree: Tree) -> Tree:
    """Return `tree` with a question of one option a range in place of each question for a scalar.

    No condition tells two scalars of a range apart; of dates with times, a range is of days. The lowest is
    the option's id, so that conditions hold of it as they would of what a reader types.
    """
    return replace(
        tree, nodes=tuple(_range_question(tree, n) if isinstance(n, Measure) else n for n in tree.nodes)
    )


def _range_question(tree: Tree, node: Measure) -> OneOf:
    options = tuple(_options(tree, node))
    return OneOf(node.id, node.title, node.cites, node.help, options, node.adds, _unsure(tree, node))


def _unsure(tree: Tree, node: Measure) -> Unsure | None:
    """Return the answer of who does not know, which counts as the range in which that lies."""
    if node.unsure is None:
        return None
    amounts = (amount_of(node.scale, text) for text in meant(node, frozenset({node.unsure.id})))
    counted = [
        scalar_text(node.scale.of_limits, first)
        for amount in amounts
        for first, last in intervals(node, _limits_to(tree, node))
        if amount is not None and first <= amount <= last
    ]
    return replace(node.unsure, counts_as=tuple(counted))


def _options(tree: Tree, node: Measure) -> Iterator[Option]:
    set_to = _limits_to(tree, node)
    by_days = any(limit.days is not None for limit in set_to)
    for first, last in intervals(node, set_to):
        words = _days_phrase(tree, node, first, last) if by_days else _range_phrase(node, first, last)
        wording = with_unit(node, words, first if first == last else None)
        yield Option(scalar_text(node.scale.of_limits, first), wording, node.goes_to)


def _limits_to(tree: Tree, node: Measure) -> list[Compared]:
    return [limit for limit in limits(tree) if limit.question == tree.original(node.id)]


def _range_phrase(node: Measure, first: int, last: int) -> str:
    words = "today" if node.begins_today and first == node.least else scalar_phrase(node.scale.of_limits, first)
    if last == first:
        return words
    end = "today" if node.ends_today and last == node.most else scalar_phrase(node.scale.of_limits, last)
    return f"{words} to {end}"


def _days_phrase(tree: Tree, node: Measure, first: int, last: int) -> str:
    """Return a range of dates by how long ago they are, whatever day it is."""
    assert tree.today is not None, "what goes by days is as of a day"
    oldest, newest = tree.today - first, tree.today - last
    if first == node.least:
        return f"{days_ago(newest)} or earlier"
    if oldest == newest:
        return days_ago(oldest)
    return f"{'today' if newest == 0 else newest} to {days_ago(oldest)}"
