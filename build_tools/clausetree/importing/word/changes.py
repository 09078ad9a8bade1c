"""Tracked changes: told where they stand, and accepted or rejected."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clausetree.importing.changes import SOMETHING, Change, Settle
from clausetree.importing.word.names import PRINTED, child, each, holds, value, w

_IN, _OUT = (w("ins"), w("moveTo"), w("cellIns")), (w("del"), w("moveFrom"), w("cellDel"))
_MARKS = {*_IN, *_OUT}
_FORMER = {
    *(w(f"{name}Change") for name in ("rPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "tcPr", "trPr")),
    *(w(name) for name in ("numberingChange", "cellIns", "cellDel", "cellMerge")),
}
_TOLD = {*_MARKS, w("pPrChange")}
_COUNTS = (("numPr", "numId"), ("numPr", "ilvl"), ("pStyle",), ("outlineLvl",))
"""What the number of a paragraph comes from."""
_PROPERTIES = {w("tr"): "trPr", w("tc"): "tcPr"}
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_SHOWN = {*PRINTED, w("delText"), w("pict"), _MATHS}
_BLOCKS = {w(name) for name in ("tbl", "sdt", "customXml", "sectPr", "altChunk")}
_TRACKED = {*_MARKS, *_FORMER, w("delText"), w("pPrChange")}
"""All that is settled."""


def changes(root: Element) -> list[Change]:
    """Return the tracked changes of words, in order."""
    return list(_changes(root)) if holds(root, _TOLD) else []


def _changes(root: Element) -> Iterator[Change]:
    row, told = root, set[Element]()
    for element in root.iter():
        if element.tag == w("tr"):
            row = element
        if element in told:
            continue
        if element.tag in _PROPERTIES and (marks := _marks(child(element, _PROPERTIES[element.tag]))):
            yield Change(marks <= {*_IN}, _text_of_cells(element) or SOMETHING, _text_of_cells(row))
            # What changed within it came, or goes, with it.
            told.update(element.iter())
        elif element.tag == w("p"):
            yield from _in_paragraph(element)


def _in_paragraph(paragraph: Element) -> Iterator[Change]:
    for element in each(paragraph, "ins", "moveTo", "del", "moveFrom"):
        words = _text(element) or (SOMETHING if holds(element, _SHOWN) else "")
        if words:
            yield Change(element.tag in _IN, words, _text(paragraph))
    if marks := _marks(child(paragraph, "pPr", "rPr")):
        yield Change(bool(marks & {*_IN}), "¶", _text(paragraph))
    now = child(paragraph, "pPr")
    former = child(now, "pPrChange", "pPr")
    if former is not None and any(value(former, *path) != value(now, *path) for path in _COUNTS):
        yield Change(True, "¶ in this list or style", _text(paragraph))


def _marks(properties: Element | None) -> set[str]:
    return set() if properties is None else {one.tag for one in properties} & _MARKS


def _text_of_cells(element: Element) -> str:
    return " ".join(filter(None, map(_text, element.iter(w("p")))))


def _text(element: Element) -> str:
    return "".join(found.text or "" for found in each(element, "t", "delText"))


def settle(root: Element, how: Settle) -> None:
    """Accept or reject all changes of a part. The look of words stays as it is now."""
    if not holds(root, _TRACKED):
        return
    kept, gone = (_IN, _OUT) if how is Settle.ACCEPT else (_OUT, _IN)
    _rows(root, gone)
    _inside(root, kept, gone)
    for element in root.iter(w("delText")):
        element.tag = w("t")
    for properties in root.iter(w("pPr")):
        former = child(properties, "pPrChange")
        if former is not None:
            properties.remove(former)
            if how is Settle.REJECT and (before := child(former, "pPr")) is not None:
                _put_back(properties, before)
    _joined(root, gone)


def _rows(root: Element, gone: tuple[str, ...]) -> None:
    for parent in list(root.iter()):
        for element in list(parent):
            properties = child(element, _PROPERTIES[element.tag]) if element.tag in _PROPERTIES else None
            if properties is None:
                continue
            if not _marks(properties).isdisjoint(gone):
                parent.remove(element)
            properties[:] = [one for one in properties if one.tag not in _MARKS]


def _inside(parent: Element, kept: tuple[str, ...], gone: tuple[str, ...]) -> None:
    waiting = [parent]
    while waiting:
        element = waiting.pop()
        is_mark = element.tag in (w("rPr"), w("trPr"), w("numPr"))
        children: list[Element] = []
        inner = deque(element)
        while inner:
            found = inner.popleft()
            if found.tag in _FORMER or (found.tag in gone and not is_mark):
                continue
            if found.tag in kept and not is_mark:
                inner.extendleft(reversed(found))
            else:
                children.append(found)
        element[:] = children
        waiting += children


def _put_back(properties: Element, before: Element) -> None:
    section, mark = child(properties, "sectPr"), child(properties, "rPr")
    properties[:] = [*before, *(kept for kept in (mark, section) if kept is not None)]


def _joined(root: Element, gone: tuple[str, ...]) -> None:
    """A paragraph whose end is gone goes on in the next one, which keeps its own look; if there is one."""
    for parent in list(root.iter()):
        if parent.find(w("p")) is None:
            continue
        kept: list[Element] = []
        before: list[Element] = []
        ended: Element | None = None
        for element in parent:
            if element.tag != w("p"):
                if element.tag in _BLOCKS:
                    kept += _ended(ended, before)
                    before = []
                kept.append(element)
                continue
            content = [part for part in element if part.tag != w("pPr")]
            mark = child(element, "pPr", "rPr")
            if mark is not None and any(mark.find(name) is not None for name in gone):
                # Of a paragraph that came, or went, as a whole, bookmarks are left: they go with it.
                before += content if any(holds(part, _SHOWN) for part in content) else []
                ended = element
                continue
            kept.append(_holding(element, [*before, *content]) if before else element)
            before = []
        parent[:] = [*kept, *_ended(ended, before)]


def _ended(paragraph: Element | None, content: list[Element]) -> list[Element]:
    """Return a paragraph whose end is gone, if it has content and none follows that this could go on in."""
    return [_holding(paragraph, content)] if paragraph is not None and content else []


def _holding(paragraph: Element, content: list[Element]) -> Element:
    """Return a paragraph with its own look and this content."""
    properties = child(paragraph, "pPr")
    paragraph[:] = [*([] if properties is None else [properties]), *content]
    return paragraph
