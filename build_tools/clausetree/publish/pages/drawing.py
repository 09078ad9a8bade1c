"""Draw with Graphviz: by its program, or by the package that stands in for it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from shutil import which

from clausetree.publish.files.cache import Cache, program
from clausetree.publish.pages.carried_graphviz import NoGraphvizError, carried_version, drawn_by_package
from clausetree.render.tree.picture.dot import to_dot
from clausetree.render.tree.picture.drawn import parts_drawn
from clausetree.render.tree.picture.svg import readable_svg
from clausetree.tree.model import Tree


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
    def make() -> str:
        return json.dumps(parts_drawn(tree, _drawn), ensure_ascii=False)

    return tuple(json.loads(cache.text("drawings", program(), _graphviz(), to_dot(tree), make=make)))


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
