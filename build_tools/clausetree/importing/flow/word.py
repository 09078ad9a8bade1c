"""Flowcharts within a Word document: shapes with connectors (DrawingML), and SmartArt."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from clausetree.importing.flow.beside import Area, Line, arrows_of
from clausetree.importing.flow.chart import Arrow, Box, Chart, Form, tidied, with_known_ends
from clausetree.importing.flow.placed import MAIN, SHAPES, area_of, line_of, placed
from clausetree.importing.package import Package
from clausetree.importing.word.names import w

_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
_DRAWING = w("drawing")
_DOCUMENT = "word/document.xml"
_LONGEST = 40
"""What is longer is no answer, but a remark on the drawing."""
_FORMS = {
    "flowChartDecision": Form.QUESTION,
    "diamond": Form.QUESTION,
    "flowChartTerminator": Form.BEGIN_OR_END,
    "ellipse": Form.BEGIN_OR_END,
}


def read_word_charts(package: Package) -> list[Chart]:
    """Read the drawings of a document that have joined boxes, and its SmartArt. Raises NotReadError."""
    # Most documents have no drawing, and to read the part once more takes a while. UTF-16 has zeros between.
    is_drawn = b"drawing" in package.parts.get(_DOCUMENT, b"").replace(b"\0", b"")
    document = package.xml(_DOCUMENT) if is_drawn else None
    drawings = [] if document is None else [_drawing(drawing) for drawing in document.iter(_DRAWING)]
    names = sorted(name for name in package.parts if re.fullmatch(r"word/diagrams/data\d*\.xml", name))
    art = (package.xml(name) for name in names)
    found = [chart for chart in drawings if chart.arrows]
    return [*found, *(_art(root) for root in art if root is not None)]


def _drawing(drawing: Element) -> Chart:
    boxes: list[Box] = []
    arrows: list[Arrow] = []
    lines: list[Line] = []
    areas: dict[str, Area | None] = {}
    for shape, move in placed(drawing):
        named = shape.find(f"{SHAPES}cNvPr")
        key = "" if named is None else named.get("id") or ""
        words = tidied(" ".join(_paragraphs(shape)))
        ends = shape.find(f"{SHAPES}cNvCnPr")
        if ends is not None:
            begin, end = ends.find(f"{MAIN}stCxn"), ends.find(f"{MAIN}endCxn")
            source, target = ("" if one is None else one.get("id") or "" for one in (begin, end))
            arrows.append(Arrow(source, target, words))
            lines.append(line_of(shape, move))
        elif words:
            form = shape.find(f".//{MAIN}prstGeom")
            kind = _FORMS.get("" if form is None else form.get("prst") or "", Form.STEP)
            boxes.append(Box(key, words, kind))
            areas[key] = area_of(shape, move)
    joined = {end for arrow in arrows for end in (arrow.source, arrow.target)}
    # The words of an arrow are a box beside it, which nothing is joined to.
    beside = [box for box in boxes if box.key not in joined and box.form is Form.STEP]
    short = [(box, area) for box in beside if len(box.words) <= _LONGEST and (area := areas[box.key])]
    told: set[Box] = set()
    for (box, _), at in zip(short, arrows_of([area for _, area in short], lines), strict=True):
        if at is not None and not arrows[at].words:
            arrows[at] = replace(arrows[at], words=box.words)
            told.add(box)
    chart = with_known_ends(tuple(box for box in boxes if box not in beside), tuple(arrows))
    return Chart(
        chart.boxes, chart.arrows, "", (*chart.loose, *(box.words for box in beside if box not in told))
    )


def _paragraphs(shape: Element) -> Iterator[str]:
    for paragraph in shape.iter(w("p")):
        yield "".join(text.text or "" for text in paragraph.iter(w("t")))


def _art(root: Element) -> Chart:
    """SmartArt knows what stands below what, and in which order: a process goes from each to the next."""
    words: dict[str, str] = {}
    for point in root.iter(f"{_DIAGRAM}pt"):
        if point.get("type") in (None, "node"):
            texts = "".join(text.text or "" for text in point.iter(f"{MAIN}t"))
            words[point.get("modelId") or ""] = tidied(texts)
    below: dict[str, list[tuple[int, str]]] = {}
    for join in root.iter(f"{_DIAGRAM}cxn"):
        if join.get("type") in (None, "parOf") and join.get("destId") in words:
            order = join.get("srcOrd") or "0"
            place = (int(order) if order.isdecimal() else 0, join.get("destId") or "")
            below.setdefault(join.get("srcId") or "", []).append(place)
    arrows = []
    for parent, children in below.items():
        ordered = [key for _, key in sorted(children)]
        if parent in words:
            arrows += [Arrow(parent, key) for key in ordered]
        else:
            arrows += [Arrow(one, other) for one, other in itertools.pairwise(ordered)]
    return with_known_ends(
        tuple(Box(key, said, Form.STEP) for key, said in words.items() if said), tuple(arrows)
    )
