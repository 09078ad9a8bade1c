"""Tracked changes: told where they stand, and accepted or rejected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from xml.etree.ElementTree import Element

from clausetree.importing.word.names import child, each, holds, w


class Settle(Enum):
    """What becomes of tracked changes."""

    ACCEPT = "accepted"
    REJECT = "rejected"


@dataclass(frozen=True, slots=True)
class Change:
    """Words that somebody put in or took out, and the words of the paragraph that they stand in."""

    added: bool
    words: str
    around: str


class ChangedError(Exception):
    """A document with tracked changes of which nobody said what becomes of them."""

    def __init__(self, found: list[Change]) -> None:
        """Tell the changes, in order."""
        super().__init__(f"{len(found)} tracked changes")
        self.found = found


_IN, _OUT = (w("ins"), w("moveTo")), (w("del"), w("moveFrom"))
_MARKS = {w("ins"), w("del"), w("moveTo"), w("moveFrom")}
_FORMER = {
    *(w(f"{name}Change") for name in ("rPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "tcPr", "trPr")),
    *(w(name) for name in ("numberingChange", "cellIns", "cellDel", "cellMerge")),
}
_TRACKED = {*_MARKS, *_FORMER, w("delText"), w("pPrChange")}
"""All that is settled."""


def changes(root: Element) -> list[Change]:
    """Return the tracked changes of words, in order."""
    return list(_changes(root)) if holds(root, _MARKS) else []


def _changes(root: Element) -> Iterator[Change]:
    for paragraph in root.iter(w("p")):
        for element in each(paragraph, "ins", "moveTo", "del", "moveFrom"):
            words = _text(element)
            if words:
                yield Change(element.tag in _IN, words, _text(paragraph))
        mark = child(paragraph, "pPr", "rPr")
        if mark is not None and any(mark.find(name) is not None for name in _MARKS):
            yield Change(any(mark.find(name) is not None for name in _IN), "¶", _text(paragraph))


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
            if properties is None:
                continue
            if any(properties.find(name) is not None for name in gone):
                table.remove(row)
            properties[:] = [one for one in properties if one.tag not in _MARKS]


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
    """A paragraph whose end is gone goes on in the next one, which keeps its own look."""
    for parent in list(root.iter()):
        before: list[Element] = []
        for element in list(parent):
            if element.tag != w("p"):
                before = []
                continue
            content = [part for part in element if part.tag != w("pPr")]
            mark = child(element, "pPr", "rPr")
            if mark is not None and any(mark.find(name) is not None for name in gone):
                before += content if any(_text(part) for part in content) else []
                parent.remove(element)
                continue
            if before:
                properties = child(element, "pPr")
                element[:] = [*([] if properties is None else [properties]), *before, *content]
                before = []
