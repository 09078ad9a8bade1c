"""The drawing of a tree, in as many parts as it takes for each to be read on a page, by whatever draws."""

from __future__ import annotations

import re
from collections.abc import Callable

from clausetree.render.tree.picture.dot import LAYOUTS, to_dot_of
from clausetree.render.tree.picture.flow import Flow, to_flow
from clausetree.render.tree.picture.parts import halves, in_order, to_flows, whole
from clausetree.render.tree.picture.svg import readable_svg
from clausetree.tree.model import Tree

type Draw = Callable[[str], str]
"""From a drawing in Graphviz's language to its SVG."""

_SIZE = re.compile(r'<svg width="(?P<width>\d+)pt" height="(?P<height>\d+)pt"')
_PAPER = 756, 870
"""How wide and how high a drawing is, in points, whose letters of 12 points are 8 on a printed page of A4."""
_TOO_MUCH = 1.3
"""Shorter lines make a drawing as much higher as it gets narrower: what is so much larger fits with none."""
_MOST_BOXES = 45
"""Where boxes are more than these, nobody would read them on one page, and Graphviz could take minutes."""

_MOST_DRAWN = 400
"""With more boxes than these there is no picture: nobody would read it, and the list says the same."""


def parts_drawn(tree: Tree, draw: Draw) -> list[str]:
    """Return the SVG of each part of a tree's flowchart; none of a tree with hundreds of boxes."""
    flow = to_flow(tree)
    if len(flow.boxes) > _MOST_DRAWN:
        return []
    return [readable_svg(svg) for svg in _on_pages(tree, flow, draw)]


def _on_pages(tree: Tree, flow: Flow, draw: Draw) -> list[str]:
    """Return the drawings of as many parts as it takes for each to be read on a page."""
    parts = [whole(flow)]
    while True:
        drawn = [_fitting(tree, one, draw) for one in to_flows(flow, parts)]
        split = [None if svg else halves(flow, part) for part, svg in zip(parts, drawn, strict=True)]
        if not any(split):
            break
        parts = in_order(
            flow, [one for part, two in zip(parts, split, strict=True) for one in (two or (part,))]
        )
    flows = to_flows(flow, parts)
    return [svg or draw(to_dot_of(tree, one, LAYOUTS[-1])) for one, svg in zip(flows, drawn, strict=True)]


def _fitting(tree: Tree, flow: Flow, draw: Draw) -> str | None:
    """Return the drawing that is the easiest to read of those that fit on a page; None where none does."""
    if len(flow.boxes) <= _MOST_BOXES:
        for layout in LAYOUTS:
            svg = draw(to_dot_of(tree, flow, layout))
            width, height = _size(svg)
            if width <= _PAPER[0] and height <= _PAPER[1]:
                return svg
            if width * height > _TOO_MUCH * _PAPER[0] * _PAPER[1]:
                break
    return None


def _size(svg: str) -> tuple[int, int]:
    size = _SIZE.match(svg)
    assert size, "Graphviz writes a size in points"
    return int(size["width"]), int(size["height"])
