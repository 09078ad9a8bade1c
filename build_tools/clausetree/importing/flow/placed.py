"""Where the shapes of a Word drawing stand, those in groups too."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from clausetree.importing.flow.beside import Area, Line, Point

MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
SHAPES = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_GROUPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
_TURN = 60_000
"""Angles are in so many parts of a degree."""
_WHOLE = 100_000

type _Move = Callable[[Point], Point]


def placed(drawing: Element) -> Iterator[tuple[Element, _Move]]:
    """Yield each shape of a drawing, and what brings its points to where they are in the whole."""
    yield from _placed(drawing, lambda point: point)


def _placed(element: Element, move: _Move) -> Iterator[tuple[Element, _Move]]:
    for child in element:
        if child.tag == f"{SHAPES}wsp":
            yield child, move
        elif child.tag in (f"{_GROUPS}wgp", f"{_GROUPS}grpSp"):
            yield from _placed(child, _within(child, move))
        else:
            yield from _placed(child, move)


def _within(group: Element, move: _Move) -> _Move:
    """A group may have a measure of its own."""
    frame = group.find(f"{_GROUPS}grpSpPr/{MAIN}xfrm")
    if frame is None or frame.find(f"{MAIN}chExt") is None:
        return move
    (x, y), (width, height) = _pair(frame, "off", "x", "y"), _pair(frame, "ext", "cx", "cy")
    (inner_x, inner_y), (across, down) = _pair(frame, "chOff", "x", "y"), _pair(frame, "chExt", "cx", "cy")

    def moved(point: Point) -> Point:
        return move(
            (x + (point[0] - inner_x) * width / (across or 1), y + (point[1] - inner_y) * height / (down or 1))
        )

    return moved


def area_of(shape: Element, move: _Move) -> Area | None:
    """Return where a shape stands; None where it does not say."""
    frame = shape.find(f"{SHAPES}spPr/{MAIN}xfrm")
    if frame is None:
        return None
    (x, y), (width, height) = _pair(frame, "off", "x", "y"), _pair(frame, "ext", "cx", "cy")
    (left, top), (right, bottom) = move((x, y)), move((x + width, y + height))
    return Area(left, top, right - left, bottom - top)


def line_of(shape: Element, move: _Move) -> Line:
    """Return the corners of a connector; none where it does not say where it stands."""
    frame = shape.find(f"{SHAPES}spPr/{MAIN}xfrm")
    if frame is None:
        return ()
    (x, y), (width, height) = _pair(frame, "off", "x", "y"), _pair(frame, "ext", "cx", "cy")
    across, down = (frame.get(name) in ("1", "true") for name in ("flipH", "flipV"))
    angle = math.radians(_number(frame.get("rot")) / _TURN)

    def turned(point: Point) -> Point:
        to_right = width * ((1 - point[0]) if across else point[0]) - width / 2
        to_foot = height * ((1 - point[1]) if down else point[1]) - height / 2
        return (
            x + width / 2 + to_right * math.cos(angle) - to_foot * math.sin(angle),
            y + height / 2 + to_right * math.sin(angle) + to_foot * math.cos(angle),
        )

    return tuple(move(turned(corner)) for corner in _corners(shape))


def _corners(shape: Element) -> Line:
    """The corners as parts of a shape's width and height, from the top left to the bottom right."""
    form = shape.find(f"{SHAPES}spPr/{MAIN}prstGeom")
    name = "" if form is None else form.get("prst") or ""
    if name == "bentConnector2":
        return (0, 0), (1, 0), (1, 1)
    if form is not None and name.startswith(("bentConnector", "curvedConnector")):
        said = form.find(f"{MAIN}avLst/{MAIN}gd[@name='adj1']")
        bend = _number((said.get("fmla") or "").removeprefix("val ")) / _WHOLE if said is not None else 0.5
        return (0, 0), (bend, 0), (bend, 1), (1, 1)
    return (0, 0), (1, 1)


def _pair(frame: Element, name: str, one: str, other: str) -> Point:
    found = frame.find(f"{MAIN}{name}")
    return (0, 0) if found is None else (_number(found.get(one)), _number(found.get(other)))


def _number(said: str | None) -> float:
    return int(said) if said and re.fullmatch(r"-?\d{1,12}", said) else 0
