"""A flowchart as Graphviz takes it.

Colours are left to the page: every shape carries a class, and the kinds differ by shape and border,
so that nothing is told by colour alone.
"""

from __future__ import annotations

import textwrap
from typing import NamedTuple

from clausetree.render.html.ids import section_id
from clausetree.render.tree.picture.flow import Arrow, Box, Flow, to_flow
from clausetree.tree.model import Route, Step, Tree, duties

FONTS = "Helvetica,Arial,sans-serif"
WHO = "▸ "
"""Stands before the words that say who has something to do."""
_SHAPES = {
    "question": 'shape=box style="rounded"',
    "step": 'shape=box style="solid" penwidth=2',
    "wait": 'shape=octagon style="solid" penwidth=2',
    "route": 'shape=box style="rounded,dashed"',
    "join": 'shape=box style="rounded,dotted"',
    "outcome": 'shape=box style="solid" peripheries=2',
}
_HEAD = f"""\
  graph [rankdir={{leads}} bgcolor=transparent nodesep=0.2 ranksep=0.28 {{limits}} fontname="{FONTS}"]
  node [fontname="{FONTS}" fontsize=12 margin="0.19,0.06" height=0.3]
  edge [fontname="{FONTS}" fontsize=12 arrowsize=0.7]"""
_LIMITS = "nslimit=2 nslimit1=2"
"""Where many arrows lead to one box, Graphviz could look for the best place for minutes."""
_STRAIGHT = "nslimit=1 nslimit1=1 splines=line"
_MANY_ARROWS = 120
"""Of so many, straight lines are drawn: curves that keep off every box would take minutes, too."""


def key_of(tree: Tree, parts: int) -> str:
    """Return the sentences that say what the drawing means, which is in so many `parts`."""
    waits = any(isinstance(node, Step) and node.waits for node in tree.nodes)
    asks_before = any(isinstance(node, Route) for node in tree.nodes)
    tells = any(duties(node) for node in tree.nodes)
    sentences = [
        "Boxes with round corners are questions, boxes with sharp corners are steps, and boxes with two "
        "borders are outcomes.",
        "A box with a dashed border goes by an answer that was given: nobody is asked again."
        if asks_before
        else "",
        "A box with eight corners is a wait: one stops there, and comes back." if waits else "",
        "A box with a dotted border says where the picture goes on." if parts > 1 else "",
        f"{WHO}stands before who has something to do." if tells else "",
    ]
    return " ".join(filter(None, sentences))


class Layout(NamedTuple):
    """How many letters a line has in boxes and on arrows, and whether arrows lead down or to the right."""

    boxes: int
    arrows: int
    leads: str = "TB"


WIDE = Layout(26, 22)
LAYOUTS = (WIDE, Layout(22, 18), Layout(18, 16), Layout(16, 13), Layout(26, 22, "LR"))
"""The first that fits is the easiest to read. A question with very many answers fits sideways alone."""


def to_dot(tree: Tree) -> str:
    """Return the source of the drawing of a tree, whatever its size, in the order of the tree's nodes."""
    return to_dot_of(tree, to_flow(tree), WIDE)


def to_dot_of(tree: Tree, flow: Flow, layout: Layout) -> str:
    """Return the source of the drawing of a flowchart of `tree`, or of a part of it, a statement a line."""
    limits = _STRAIGHT if len(flow.arrows) > _MANY_ARROWS else _LIMITS
    lines = [f"digraph {_quoted(tree.id)} {{", _HEAD.format(leads=layout.leads, limits=limits)]
    lines += [_node(tree, box, layout) for box in flow.boxes]
    lines += [_edge(arrow, layout) for arrow in flow.arrows]
    return "\n".join([*lines, "}"]) + "\n"


def _node(tree: Tree, box: Box, layout: Layout) -> str:
    said = [box.before, box.words, *(f"{WHO}{words}" for words in box.who)]
    label = "\n".join(_wrapped(words, layout.boxes) for words in said if words)
    link = f"#{section_id(tree, box.node)}"
    return (
        f'  {_quoted(box.id)} [{_SHAPES[box.kind]} class="ct-svg-{box.kind}" '
        f"label={_quoted(label)} URL={_quoted(link)} tooltip={_quoted(box.words)}]"
    )


def _edge(arrow: Arrow, layout: Layout) -> str:
    # A space on either side keeps the words off the line that they belong to.
    lines = textwrap.wrap(" / ".join(arrow.words), layout.arrows)
    spaced = "\n".join(f" {line} " for line in lines)
    words = f" [label={_quoted(spaced)}]" if spaced else ""
    return f"  {_quoted(arrow.source)} -> {_quoted(arrow.target)}{words}"


def _wrapped(words: str, width: int) -> str:
    return "\n".join(textwrap.wrap(words, width))


def _quoted(text: str) -> str:
    """Return a DOT string. Graphviz reads entities in labels, so an ampersand is one too."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
    return '"' + escaped.replace("\n", "\\n") + '"'
