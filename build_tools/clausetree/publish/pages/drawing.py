"""Draw with Graphviz: by its program, or by the package that stands in for it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from shutil import which

from clausetree.publish.files.cache import Cache, program
from clausetree.publish.pages.carried_graphviz import NoGraphvizError, carried_version, drawn_by_package
from clausetree.render.tree.picture.dot import LAYOUTS, WIDE, to_dot_of
from clausetree.render.tree.picture.flow import Flow, to_flow
from clausetree.render.tree.picture.parts import halves, in_order, to_flows, whole
from clausetree.render.tree.picture.svg import readable_svg
from clausetree.tree.model import Tree

_SIZE = re.compile(r'<svg width="(?P<width>\d+)pt" height="(?P<height>\d+)pt"')
_PAPER = 756, 870
"""How wide and how high a drawing is, in points, whose letters of 12 points are 8 on a printed page of A4."""
_TOO_MUCH = 1.3
"""Shorter lines make a drawing as much higher as it gets narrower: what is so much larger fits with none."""
_MOST_BOXES = 45
"""Where boxes are more than these, nobody would read them on one page, and Graphviz could take minutes."""

_MOST_DRAWN = 400
"""With more boxes than these there is no picture: nobody would read it, and the list says the same."""


def draw(trees: Iterable[Tree], cache: Cache) -> dict[str, tuple[str, ...]]:
    """Return the flowchart of each tree by its id: one SVG, or one for each part of what is too large.

    There is none of a tree with hundreds of boxes. A drawing that `cache` holds is not made again. Raises
    `NoGraphvizError` where nothing can draw.
    """
    # The program works beside this one. The package works within it, and in one thread alone.
    with ThreadPoolExecutor(os.process_cpu_count() if which("dot") else 1) as pool:
        drawn = pool.map(partial(_parts, cache=cache), trees := list(trees))
        return {tree.id: parts for tree, parts in zip(trees, drawn, strict=True)}


def draw_whole(dot: str) -> str:
    """Return the SVG of a DOT source. Raises `NoGraphvizError` where nothing can draw."""
    _graphviz()
    return readable_svg(_drawn(dot))


def can_draw() -> bool:
    """Return whether there is anything on this machine that draws."""
    try:
        return bool(_graphviz())
    except NoGraphvizError:
        return False


def _parts(tree: Tree, cache: Cache) -> tuple[str, ...]:
    flow = to_flow(tree)
    if len(flow.boxes) > _MOST_DRAWN:
        return ()

    def make() -> str:
        return json.dumps([readable_svg(svg) for svg in _on_pages(tree, flow)], ensure_ascii=False)

    return tuple(
        json.loads(cache.text("drawings", program(), _graphviz(), to_dot_of(tree, flow, WIDE), make=make))
    )


def _on_pages(tree: Tree, flow: Flow) -> list[str]:
    """Return the drawings of as many parts as it takes for each to be read on a page."""
    parts = [whole(flow)]
    while True:
        drawn = [_fitting(tree, one) for one in to_flows(flow, parts)]
        split = [None if svg else halves(flow, part) for part, svg in zip(parts, drawn, strict=True)]
        if not any(split):
            break
        parts = in_order(
            flow, [one for part, two in zip(parts, split, strict=True) for one in (two or (part,))]
        )
    flows = to_flows(flow, parts)
    return [svg or _drawn(to_dot_of(tree, one, LAYOUTS[-1])) for one, svg in zip(flows, drawn, strict=True)]


def _fitting(tree: Tree, flow: Flow) -> str | None:
    """Return the drawing that is the easiest to read of those that fit on a page; None where none does."""
    if len(flow.boxes) <= _MOST_BOXES:
        for layout in LAYOUTS:
            svg = _drawn(to_dot_of(tree, flow, layout))
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


def _graphviz() -> str:
    """Tell one Graphviz from another. A program is told by its file: asking it would mean starting it."""
    found = which("dot")
    if not found:
        return carried_version()
    file = Path(found).resolve().stat()
    return f"{file.st_size} {file.st_mtime_ns}"


def _drawn(dot: str) -> str:
    """Return the SVG of a drawing as Graphviz writes it, without what stands before."""
    output = _drawn_by_program(dot) if which("dot") else drawn_by_package(dot)
    return output[output.index("<svg") :]


def _drawn_by_program(dot: str) -> str:
    import graphviz  # noqa: PLC0415 - a build that finds everything drawn has no use for it

    output: str = graphviz.pipe_string("dot", "svg", dot, encoding="utf-8")
    return output
