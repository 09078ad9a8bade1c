"""A tree whose readers pick a number or a date from ranges: where nothing could work out what they type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from clausetree.render.tree.phrasing import with_unit
from clausetree.tree.model import Measure, OneOf, Option, Tree
from clausetree.tree.scalar import amount_of, said_of
from clausetree.tree.walk import possible_answers


def in_ranges(tree: Tree) -> Tree:
    """Return `tree` with a question of one option a range in place of each question for an amount.

    No condition tells two amounts of a range apart. The lowest is the option's id, so that conditions
    hold of it as they would of what a reader types.
    """
    return replace(
        tree, nodes=tuple(_range_question(tree, n) if isinstance(n, Measure) else n for n in tree.nodes)
    )


def _range_question(tree: Tree, node: Measure) -> OneOf:
    return OneOf(node.id, node.title, node.cites, node.help, tuple(_options(tree, node)))


def _options(tree: Tree, node: Measure) -> Iterator[Option]:
    texts = [text for answer in possible_answers(tree, node) for text in answer]
    starts = [amount for text in texts if (amount := amount_of(node.scale, text)) is not None]
    for text, (first, after) in zip(texts, pairwise([*starts, node.most + 1]), strict=True):
        words = said_of(node.scale, first)
        if after - 1 > first:
            words += f" to {said_of(node.scale, after - 1)}"
        yield Option(text, with_unit(node, words), node.goes_to)
