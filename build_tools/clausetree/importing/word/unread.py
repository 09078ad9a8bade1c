"""What of a document is no words, and no picture that a browser shows: each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from clausetree.importing.remarks import Kind, Remark
from clausetree.importing.word.boxes import BOX
from clausetree.importing.word.names import each, holds, text_of, w
from clausetree.importing.word.pictures import NOT_IN_THE_FILE

_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_VML = "{urn:schemas-microsoft-com:vml}"
_SHAPES = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_OFFICE = "{urn:schemas-microsoft-com:office:office}"
_PLAIN = (f"{_OFFICE}hr", f"{_OFFICE}connectortype", BOX)
"""A line across the page, an arrow, and what has words that are told."""
_FORMULAS = (f"{_MATHS}oMathPara", f"{_MATHS}oMath")
_DRAWINGS = (w("drawing"), w("pict"))
_IMAGE = f"{_VML}imagedata"
_PASSED_OVER, _THROUGH = ("dir", "bdo", "ruby", "rubyBase"), w("smartTag")
"""Words that run the other way, those with a reading above them; and what the library reads the inside of."""
_TITLE = "o:title"
"""The library looks for it by this prefix, which it gives to no name: findings/word-vml-title-lost."""
_KNOWN = (_PICTURE, _DIAGRAM, f"{_SHAPES}cNvCnPr", _IMAGE)
"""A picture, or what is told as a flowchart."""

_SIGN = re.compile(r"A w:sym element with an unsupported character was ignored: char (\w+) in font (.*)")
_OF_LIBRARY = (
    (_SIGN, r"the sign \1 of the font \2"),
    (
        re.compile(r"(?s:(?:Could not find image|A v:imagedata element|could not (?:find|open) external).*)"),
        NOT_IN_THE_FILE,
    ),
    (
        re.compile(r"unexpected non-(?:row|cell) element in table.*"),
        "something between the cells of a table: joined cells may be parted",
    ),
)
"""What the library says where something is lost. It also names what bears no words and what is told."""


def settle_unread(root: Element) -> Iterator[Remark]:
    """Make formulas words, and tell them and what is drawn."""
    has_any = holds(root, {*_FORMULAS, *_DRAWINGS})
    for paragraph in list(root.iter(w("p"))) if has_any else []:
        found = [*_formulas(paragraph), *_drawn(paragraph)]
        near = text_of(paragraph) if found else ""
        yield from (Remark(Kind.UNREAD, said, near) for said in found)
    yield from (Remark(Kind.UNREAD, "a part that is a file of its own") for _ in root.iter(w("altChunk")))


def _formulas(paragraph: Element) -> Iterator[str]:
    waiting = [paragraph]
    while waiting:
        parent = waiting.pop()
        for at, element in enumerate(list(parent)):
            if element.tag not in _FORMULAS:
                waiting.append(element)
                continue
            words = " ".join(text.text or "" for text in element.iter(f"{_MATHS}t"))
            run, text = Element(w("r")), Element(w("t"))
            text.text = words
            run.append(text)
            parent[at] = run
            yield f"a formula, of which these signs are left: {words}"


def _drawn(paragraph: Element) -> Iterator[str]:
    for drawing in (one for one in paragraph.iter() if one.tag in _DRAWINGS):
        if next(drawing.iter(_CHART), None) is not None:
            yield "a chart"
        elif not any(one.tag in _KNOWN or any(name in one.attrib for name in _PLAIN) for one in drawing.iter()):
            yield "a drawn shape"


def let_through(root: Element) -> Iterator[Remark]:
    """Have the library read words that it passes over, and pictures of older documents where they stand.

    A reading above words is taken out and told.
    """
    for above in list(root.iter(w("ruby"))):
        for reading in above.findall(w("rt")):
            above.remove(reading)
            yield Remark(Kind.UNREAD, f"a reading above words: {text_of(reading)}", text_of(above))
    for around in list(each(root, *_PASSED_OVER)):
        around.tag = _THROUGH
    for picture in list(root.iter(w("pict"))):
        if next(picture.iter(_IMAGE), None) is not None:
            picture.tag = _THROUGH
    for image in root.iter(_IMAGE):
        image.set(_TITLE, image.get(f"{_OFFICE}title") or "")
    for shape in root.iter():
        if shape.tag.startswith(_VML) and (alternative := shape.get("alt")):
            for image in shape.iter(_IMAGE):
                image.set(_TITLE, alternative)


def of_library(messages: Iterable[str]) -> Iterator[Remark]:
    """Yield what the library that reads the format could not read, in our words."""
    for message in messages:
        for pattern, said in _OF_LIBRARY:
            if match := pattern.fullmatch(message):
                yield Remark(Kind.UNREAD, match.expand(said))
