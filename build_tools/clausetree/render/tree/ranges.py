"""A tree whose readers pick a number, a date or a time from ranges: where nothing reads what they type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clausetree.render.tree.phrasing import with_unit
from clausetree.tree.intervals import intervals
from clausetree.tree.model import Measure, OneOf, Option, Tree
from clausetree.tree.scalar import scalar_phrase, scalar_text
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
    return OneOf(node.id, node.title, node.cites, node.help, tuple(_options(tree, node)))


def _options(tree: Tree, node: Measure) -> Iterator[Option]:
    scale = node.scale.of_limits
    for first, last in intervals(node, limits(tree)):
        words = scalar_phrase(scale, first)
        if last > first:
            words += f" to {scalar_phrase(scale, last)}"
        yield Option(scalar_text(scale, first), with_unit(node, words), node.goes_to)
