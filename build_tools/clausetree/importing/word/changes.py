"""Tracked changes: told where they stand, and accepted or rejected."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clausetree.importing.changes import Change, Settle
from clausetree.importing.word.names import child, each, holds, value, w

_IN, _OUT = (w("ins"), w("moveTo")), (w("del"), w("moveFrom"))
_CELLS: dict[tuple[str, ...], tuple[str, ...]] = {_IN: ("cellIns",), _OUT: ("cellDel",)}
_MARKS = {w("ins"), w("del"), w("moveTo"), w("moveFrom")}
_FORMER = {
    *(w(f"{name}Change") for name in ("rPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "tcPr", "trPr")),
    *(w(name) for name in ("numberingChange", "cellIns", "cellDel", "cellMerge")),
}
_TOLD = {*_MARKS, w("cellIns"), w("cellDel"), w("pPrChange")}
_COUNTS = (("numPr", "numId"), ("numPr", "ilvl"), ("pStyle",), ("outlineLvl",))
"""What the number of a paragraph comes from."""
_BLOCKS = {w(name) for name in ("tbl", "sdt", "customXml", "sectPr", "altChunk")}
_TRACKED = {*_MARKS, *_FORMER, w("delText"), w("pPrChange")}
"""All that is settled."""


def changes(root: Element) -> list[Change]:
    """Return the tracked changes of words, in order."""
    return list(_changes(root)) if holds(root, _TOLD) else []


def _changes(root: Element) -> Iterator[Change]:
    for paragraph in root.iter(w("p")):
        for element in each(paragraph, "ins", "moveTo", "del", "moveFrom"):
            words = _text(element)
            if words:
                yield Change(element.tag in _IN, words, _text(paragraph))
        mark = child(paragraph, "pPr", "rPr")
        if mark is not None and any(mark.find(name) is not None for name in _MARKS):
            yield Change(any(mark.find(name) is not None for name in _IN), "¶", _text(paragraph))
        now = child(paragraph, "pPr")
        former = child(now, "pPrChange", "pPr")
        if former is not None and any(value(former, *path) != value(now, *path) for path in _COUNTS):
            yield Change(True, "¶ in this list or style", _text(paragraph))
    for row in root.iter(w("tr")):
        yield from _change_of(row, child(row, "trPr"), _IN, _OUT, row)
        for cell in row.findall(w("tc")):
            yield from _change_of(cell, child(cell, "tcPr"), (w("cellIns"),), (w("cellDel"),), row)


def _change_of(
    element: Element, properties: Element | None, added: tuple[str, ...], out: tuple[str, ...], around: Element
) -> Iterator[Change]:
    """Yield the change of a whole row or cell, by what its properties say of it."""
    if properties is not None and any(properties.find(name) is not None for name in (*added, *out)):
        is_added = any(properties.find(name) is not None for name in added)
        yield Change(is_added, _text_of_cells(element), _text_of_cells(around))


def _text_of_cells(element: Element) -> str:
    return " ".join(filter(None, map(_text, element.iter(w("p")))))


def _text(element: Element) -> str:
    return "".join(found.text or "" for found in each(element, "t", "delText"))


def settle(root: Element, how: Settle) -> None:
    """Accept or reject all changes of a part. Formats that were changed stay as they are now."""
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
    for table in root.iter(w("tbl")):
        for row in table.findall(w("tr")):
            properties = child(row, "trPr")
            if properties is not None:
                if any(properties.find(name) is not None for name in gone):
                    table.remove(row)
                properties[:] = [one for one in properties if one.tag not in _MARKS]
            for cell in row.findall(w("tc")):
                if any(child(cell, "tcPr", name) is not None for name in _CELLS[gone]):
                    row.remove(cell)


def _inside(parent: Element, kept: tuple[str, ...], gone: tuple[str, ...]) -> None:
    waiting = [parent]
    while waiting:
        element = waiting.pop()
        is_mark = element.tag in (w("rPr"), w("trPr"), w("numPr"))
        children: list[Element] = []
        inner = list(element)
        while inner:
            found = inner.pop(0)
            if found.tag in _FORMER or (found.tag in gone and not is_mark):
                continue
            if found.tag in kept and not is_mark:
                inner[:0] = list(found)
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
                if element.tag in _BLOCKS and ended is not None and before:
                    kept.append(_holding(ended, before))
                    before = []
                kept.append(element)
                continue
            content = [part for part in element if part.tag != w("pPr")]
            mark = child(element, "pPr", "rPr")
            if mark is not None and any(mark.find(name) is not None for name in gone):
                before += content if any(_text(part) for part in content) else []
                ended = element
                continue
            kept.append(_holding(element, [*before, *content]) if before else element)
            before = []
        if ended is not None and before:
            kept.append(_holding(ended, before))
        parent[:] = kept


def _holding(paragraph: Element, content: list[Element]) -> Element:
    """Return a paragraph with its own look and this content."""
    properties = child(paragraph, "pPr")
    paragraph[:] = [*([] if properties is None else [properties]), *content]
    return paragraph
