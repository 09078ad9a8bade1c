"""The picture of a procedure as a document of its own: a page for each part, on which every box is a link."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import batched
from xml.etree import ElementTree as ET

from clausetree.render.tree.picture.svg import title_of
from clausetree.render.typst.drawing import in_print
from clausetree.render.typst.frame import FIRST_FAMILY, fonts
from clausetree.render.typst.language import language_of
from clausetree.render.typst.parts import drawing_file
from clausetree.render.typst.strings import string
from clausetree.tree.model import Tree

_SVG = "{http://www.w3.org/2000/svg}"
_NUMBER = re.compile(r"-?[0-9.]+")
_MARGIN = 12
"""The white around a drawing, in points."""


@dataclass(frozen=True, slots=True)
class _Box:
    """A box of a drawing: what it links to and says, and where it lies, in points from the top left."""

    href: str
    words: str
    left: float
    top: float
    width: float
    height: float


def to_pictures(tree: Tree, drawings: Sequence[str], page: str, language: str) -> tuple[str, dict[str, bytes]]:
    """Return the source of the document, and the drawings that it names, as SVG by their paths.

    `page` is the address of the tree's page, in which `drawings` lead to places.
    """
    families = ", ".join(map(string, fonts(language.lower())))
    head = f"""\
#set document(title: {string(title_of(tree, 1))}, date: none)
#set page(width: auto, height: auto, margin: {_MARGIN}pt)
#set text({language_of(language.lower())}, font: ({families}), size: 1pt, fill: rgb(0, 0, 0, 0))
"""
    pages = (_page(tree, svg, number, page) for number, svg in enumerate(drawings, 1))
    files = {
        drawing_file(number): in_print(svg, FIRST_FAMILY, {}).encode() for number, svg in enumerate(drawings, 1)
    }
    return head + "#pagebreak()\n".join(pages), files


def _page(tree: Tree, svg: str, number: int, page: str) -> str:
    root = ET.fromstring(svg)
    width, height = (float(root.get(side, "").removesuffix("pt")) for side in ("width", "height"))
    words = f"{title_of(tree, number)}. Each box is a link to its question, step or outcome."
    image = f"#image({string(drawing_file(number))}, alt: {string(words)}, width: 100%, height: 100%)"
    links = "".join(
        f"#place(top + left, dx: {box.left:.1f}pt, dy: {box.top:.1f}pt, link({string(page + box.href)}, "
        f"box(width: {box.width:.1f}pt, height: {box.height:.1f}pt, clip: true, {string(box.words)})))\n"
        for box in _boxes(root, width)
    )
    return f"#box(width: {width}pt, height: {height}pt)[\n{image}\n{links}]\n"


def _boxes(root: ET.Element, width: float) -> Iterator[_Box]:
    """Yield the boxes of a drawing, where Graphviz has drawn them before it moved and scaled all of it."""
    drawn = root.find(f"{_SVG}g")
    assert drawn is not None, "Graphviz draws within a group"
    scale, _, _, right, down = map(float, _NUMBER.findall(drawn.get("transform", "")))
    larger = width / float(root.get("viewBox", "").split()[2])
    for link in drawn.iter(f"{_SVG}a"):
        points = list(_points(link))
        lefts, tops = [x for x, _ in points], [y for _, y in points]
        left, top = ((min(lefts) + right) * scale * larger, (min(tops) + down) * scale * larger)
        size = scale * larger
        yield _Box(
            link.get("href", ""),
            link.get("aria-label", ""),
            left,
            top,
            (max(lefts) - min(lefts)) * size,
            (max(tops) - min(tops)) * size,
        )


def _points(link: ET.Element) -> Iterator[tuple[float, float]]:
    """Yield the corners of a box."""
    for shape in link.iter():
        written = _NUMBER.findall(f"{shape.get('points', '')} {shape.get('d', '')}")
        yield from ((float(x), float(y)) for x, y in batched(written, 2, strict=True))
        if shape.tag == f"{_SVG}ellipse":
            x, y, wide, high = (float(shape.get(name, "0")) for name in ("cx", "cy", "rx", "ry"))
            yield from ((x - wide, y - high), (x + wide, y + high))
