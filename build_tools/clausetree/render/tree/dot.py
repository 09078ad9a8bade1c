"""A tree as a Graphviz drawing.

Colours are left to the page: every shape carries a class, and the kinds differ by shape and border,
so that nothing is told by colour alone.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import assert_never

from clausetree.render.html.ids import section_id
from clausetree.render.tree.back import ways
from clausetree.render.tree.phrasing import condition_phrase, heading_of, slug_of, unsure_words
from clausetree.render.tree.totals import adds_to, short_points
from clausetree.tree.again import folded
from clausetree.tree.model import ManyOf, Measure, Node, OneOf, Outcome, Route, Step, Tree, Visit

FONTS = "Helvetica,Arial,sans-serif"
_SHAPES = {
    "question": 'shape=box style="rounded"',
    "step": 'shape=box style="solid" penwidth=2',
    "wait": 'shape=octagon style="solid" penwidth=2',
    "route": 'shape=diamond style="solid" margin="0.06,0.06"',
    "outcome": 'shape=box style="solid" peripheries=2',
}
_HEAD = f"""\
  graph [rankdir=TB bgcolor=transparent nodesep=0.35 ranksep=0.45 fontname="{FONTS}"]
  node [fontname="{FONTS}" fontsize=13 margin="0.21,0.12"]
  edge [fontname="{FONTS}" fontsize=12 arrowsize=0.7]"""
_NODE_WIDTH = 26
_DIAMOND_WIDTH = 14
_EDGE_WIDTH = 20
"""Characters a line: a drawing stays narrow enough to be read on a phone."""


def to_dot(tree: Tree) -> str:
    """Return the source of the drawing, a statement a line, in the order of the tree's nodes."""
    tree = folded(tree)
    lines = [f"digraph {_quoted(tree.id)} {{", _HEAD]
    lines += [_node(tree, node) for node in tree.nodes]
    for node in tree.nodes:
        lines += [_edge(node.id, target, label) for target, label in labelled_edges(tree, node)]
    return "\n".join([*lines, "}"]) + "\n"


def key_of(tree: Tree) -> str:
    """Return the sentences that say what the shapes of the drawing mean."""
    waits = any(isinstance(node, Step) and node.waits for node in tree.nodes)
    wait = " A box with eight corners is a wait: one stops there, and comes back." if waits else ""
    return (
        "Boxes with round corners are questions, boxes with sharp corners are steps, and boxes with two "
        f"borders are outcomes. A diamond depends on earlier answers.{wait}"
    )


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


def _node(tree: Tree, node: Node) -> str:
    kind = slug_of(node)
    width = _DIAMOND_WIDTH if isinstance(node, Route) else _NODE_WIDTH
    label = _wrapped(f"{heading_of(node)}{adds_to(tree, node)}", width)
    link = f"#{section_id(tree, node.id)}"
    return (
        f'  {_quoted(node.id)} [{_SHAPES[kind]} class="ct-svg-{kind}" '
        f"label={_quoted(label)} URL={_quoted(link)} tooltip={_quoted(heading_of(node))}]"
    )


def _edge(source: str, target: str, label: str) -> str:
    # A space on either side keeps the words off the line that they belong to.
    spaced = "\n".join(f" {line} " for line in _wrapped(label, _EDGE_WIDTH).splitlines())
    words = f" [label={_quoted(spaced)}]" if label else ""
    return f"  {_quoted(source)} -> {_quoted(target)}{words}"


def _wrapped(words: str, width: int) -> str:
    return "\n".join(textwrap.wrap(words, width))


def _quoted(text: str) -> str:
    """Return a DOT string. Graphviz reads entities in labels, so an ampersand is one too."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return '"' + escaped.replace("\n", "\\n") + '"'
