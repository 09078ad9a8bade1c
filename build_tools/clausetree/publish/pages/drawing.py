"""Draw with Graphviz, and make of its SVG something that a page and a screen reader can use."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from shutil import which
from xml.etree import ElementTree as ET

from clausetree.publish.files.cache import Cache, program
from clausetree.publish.pages.carried_graphviz import NoGraphvizError, carried_version, drawn_by_package

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}"
ET.register_namespace("", _SVG)


def draw(dots: Mapping[str, str], cache: Cache) -> dict[str, str]:
    """Return an SVG for the DOT source of each key.

    A drawing that `cache` holds is not made again. It raises `NoGraphvizError` where nothing can draw.
    """
    made_with = (program(), _graphviz())
    missing = [dot for dot in dots.values() if not cache.path("drawings", *made_with, dot).exists()]
    drawn = dict(zip(missing, map(_readable, _drawn(missing)), strict=True))
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


def _readable(svg: str) -> str:
    """Take out what only Graphviz needs, and name the links by the words that they show."""
    root = ET.fromstring(svg)
    # Some browsers call a drawing an image, and what is in an image is not read out.
    root.set("role", "group")
    for parent in root.iter():
        for child in list(parent):
            if child.tag == f"{{{_SVG}}}title":
                parent.remove(child)
        # Several drawings may stand on one page, and Graphviz calls the parts of each alike.
        parent.attrib.pop("id", None)
    for group in root.iter(f"{{{_SVG}}}g"):
        if "edge" in group.get("class", "").split():
            group.set("aria-hidden", "true")
    for link in root.iter(f"{{{_SVG}}}a"):
        _name_link(link)
    return ET.tostring(root, encoding="unicode", short_empty_elements=True)


def _name_link(link: ET.Element) -> None:
    target = link.attrib.pop(f"{_XLINK}href")
    link.attrib.pop(f"{_XLINK}title", None)
    link.set("href", target)
    # Each line of the words is an element of its own, and some readers would run them together.
    link.set("aria-label", " ".join(text.text or "" for text in link.iter(f"{{{_SVG}}}text")))
