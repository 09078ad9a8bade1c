"""Where each node of a tree leads, in words: a line for each answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from clausetree.render.tree.back import ways
from clausetree.render.tree.phrasing import condition_phrase, unsure_words
from clausetree.render.tree.totals import short_points
from clausetree.tree.model import ManyOf, Measure, Node, OneOf, Outcome, Route, Step, Tree, Visit


def labelled_edges(tree: Tree, node: Node) -> Iterator[tuple[str, str]]:
    """Yield the target of each edge from `node` and the words on it; "" where it has none.

    `tree` is folded. An edge that leads back is followed by the one that leads on the last time.
    """
    for target, words in _edges_of(tree, node):
        for to, times in ways(tree, node.id, target):
            yield to, f"{words} ({times})".lstrip() if times else words


def _edges_of(tree: Tree, node: Node) -> Iterator[tuple[str, str]]:
    match node:
        case OneOf():
            for option in node.options:
                yield option.goes_to, f"{option.wording.text}{short_points(tree, option.adds)}"
            if node.unsure:
                words, counted = unsure_words(node, node.unsure).text, node.unsure.counts_as
                yield from ((option.goes_to, words) for option in node.options if option.id in counted)
        case ManyOf() | Measure() | Step() | Visit():
            yield node.goes_to, ""
        case Route():
            for number, branch in enumerate(node.branches, 1):
                # Nobody sees in a drawing which of several lines comes first.
                place = f"{number}. " if node.first else ""
                yield branch.goes_to, f"{place}If {condition_phrase(tree, branch.when)}"
            if node.otherwise:
                yield node.otherwise, "In every other case"
        case Outcome():
            pass
        case _:
            assert_never(node)
