"""The words of a Word or OpenDocument file in reading order, without what its program counts or repeats."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from xml.etree import ElementTree
from zipfile import ZipFile

from clausetree.publish.unpacking.archives import DAMAGED
from clausetree.publish.unpacking.bounded import TooLargeError, read_bounded
from clausetree.publish.unpacking.limits import Limits
from clausetree.publish.unpacking.part import Reason

_PARTS: Final = (
    ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"),
    ("content.xml",),
)
_LEFT_OUT = frozenset({"delText", "instrText", "tracked-changes", "annotation", "sequence-decls"})
_BREAKS = frozenset({"br", "tab", "cr", "line-break", "s", "noBreakHyphen"})
_BLOCKS = frozenset({"p", "h"})
_CHANGES = frozenset({"ins", "del", "moveFrom", "moveTo", "changed-region"})


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """The words of a document. It `has_changes` if some were put in or taken out that nobody accepted."""

    words: str
    has_changes: bool


def read_office_words(content: bytes, limits: Limits) -> OfficeWords | Reason:
    """Return the words of a document, or why they cannot be read."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = next((parts for parts in _PARTS if parts[0] in archive.namelist()), ())
            roots = [
                ElementTree.fromstring(read_bounded(archive.open(name), limits.of_one))
                for name in names
                if name in archive.namelist()
            ]
    except TooLargeError:
        return Reason.TOO_LARGE
    except (*DAMAGED, ElementTree.ParseError):
        return Reason.DAMAGED
    if not roots:
        return Reason.OTHER_PROGRAM
    changed = any(_name(element) in _CHANGES for root in roots for element in root.iter())
    return OfficeWords("\n".join("".join(_words(root)) for root in roots), changed)


def _words(root: ElementTree.Element) -> Iterator[str]:
    """Yield the words of an element and of all within it, however deep they lie."""
    waiting: list[ElementTree.Element | str] = [root]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif _name(one) not in _LEFT_OUT:
            waiting.append("\n" if _name(one) in _BLOCKS else "")
            for child in reversed(one):
                waiting += (child.tail or "", child)
            yield _sign(_name(one)) + (one.text or "")


def _sign(name: str) -> str:
    if name == "noBreakHyphen":
        return "-"
    return " " if name in _BREAKS else ""


def _name(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]
