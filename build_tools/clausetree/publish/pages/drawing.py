"""Draw with Graphviz: by its program, or by the package that stands in for it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from shutil import which

from clausetree.publish.files.cache import Cache, program
from clausetree.publish.pages.carried_graphviz import NoGraphvizError, carried_version, drawn_by_package
from clausetree.render.tree.svg import readable_svg


def draw(dots: Mapping[str, str], cache: Cache) -> dict[str, str]:
    """Return an SVG for the DOT source of each key.

    A drawing that `cache` holds is not made again. Raises `NoGraphvizError` where nothing can draw.
    """
    made_with = (program(), _graphviz())
    missing = [dot for dot in dots.values() if not cache.path("drawings", *made_with, dot).exists()]
    drawn = dict(zip(missing, map(readable_svg, _drawn(missing)), strict=True))
    return {
        key: cache.text("drawings", *made_with, dot, make=partial(drawn.__getitem__, dot))
        for key, dot in dots.items()
    }


def can_draw() -> bool:
    """Return whether there is anything on this machine that draws."""
    try:
        return bool(_graphviz())
    except NoGraphvizError:
        return False


def _graphviz() -> str:
    """Tell one Graphviz from another. A program is told by its file: asking it would mean starting it."""
    found = which("dot")
    if not found:
        return carried_version()
    file = Path(found).resolve().stat()
    return f"{file.st_size} {file.st_mtime_ns}"


def _drawn(dots: list[str]) -> list[str]:
    if not dots:
        return []
    output = _drawn_by_program("".join(dots)) if which("dot") else "".join(map(drawn_by_package, dots))
    return re.findall(r"<svg\b.*?</svg>", output, re.DOTALL)


def _drawn_by_program(dots: str) -> str:
    """Return all drawings, made in one call of `dot`: starting it takes longer than drawing."""
    import graphviz  # noqa: PLC0415 - a build that finds everything drawn has no use for it

    output: str = graphviz.pipe_string("dot", "svg", dots, encoding="utf-8")
    return output
