"""The words of a page in reading order, each with the anchor that it stands under."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from typing import Final, assert_never

from clausetree.render.html.reader import VOID, Closed, Opened, Piece, Words, read_pieces

_ADDED = frozenset(
    {"clause-tools", "clause-uses", "clause-now", "note-ways", "version-notice", "clause-preview"}
)
_CELLS = frozenset({"td", "th"})
_UNREAD = frozenset({"script", "style", "template"})
ITEM: Final = "\ue000"
"""Stands where an item of a list begins: other programs write a sign there, or a number."""


@dataclass(frozen=True, slots=True)
class TextRun:
    """Words in a row under one anchor of the policy, or under none."""

    anchor: str | None
    words: str


def text_runs(html: str, anchors: Set[str]) -> list[TextRun]:
    """Return the words of a page in reading order, each run with the anchor it stands under."""
    return [TextRun(run.anchor, run.words.replace(ITEM, "")) for run in item_runs(html, anchors)]


def item_runs(html: str, anchors: Set[str]) -> list[TextRun]:
    """Return the same with `ITEM` before the words of each item of a list."""
    runs = _Runs(anchors)
    for piece in read_pieces(html):
        runs.take(piece)
    found = (TextRun(anchor, " ".join("".join(texts).split())) for anchor, texts in runs.found)
    return [run for run in found if run.words.strip(ITEM)]


def trimmed(found: list[TextRun]) -> list[TextRun]:
    """Return the runs from the first that stands under an anchor to the last."""
    named = [at for at, run in enumerate(found) if run.anchor]
    return found[named[0] : named[-1] + 1] if named else []


@dataclass(slots=True)
class _OpenElement:
    """An element that is not closed yet: the anchor that words in it stand under, and whether they are read."""

    tag: str = ""
    anchor: str | None = None
    unread: bool = False


@dataclass(slots=True)
class _Runs:
    """Gathers runs of words. `found` has the anchor of each, and what it consists of."""

    anchors: Set[str]
    found: list[tuple[str | None, list[str]]] = field(default_factory=list)
    open: list[_OpenElement] = field(default_factory=lambda: [_OpenElement()])
    item: str = ""

    def take(self, piece: Piece) -> None:
        """Take the next piece of the page."""
        match piece:
            case Opened(tag=tag):
                if tag not in VOID:
                    self._begin(piece)
            case Closed(tag=tag):
                if any(element.tag == tag for element in self.open):
                    while self.open.pop().tag != tag:
                        pass
            case Words(text):
                self._read(text)
            case _:
                assert_never(piece)

    def _begin(self, element: Opened) -> None:
        above, own = self.open[-1], element.attributes.get("id")
        anchor = own if own in self.anchors else above.anchor
        if element.tag in _CELLS and anchor and above.tag:
            # The anchor in a cell is that of the row; on a page it stands on the row itself.
            above.anchor = anchor
        unread = bool(element.classes & _ADDED) or element.tag in _UNREAD or "hidden" in element.attributes
        self.open.append(_OpenElement(element.tag, anchor, above.unread or unread))
        if element.tag == "li":
            self.item = ITEM

    def _read(self, text: str) -> None:
        here = self.open[-1]
        if here.unread:
            return
        if not self.found or self.found[-1][0] != here.anchor:
            # White space between two blocks begins no run of its own.
            if not text.strip():
                return
            self.found.append((here.anchor, []))
        self.found[-1][1].append(self.item + text)
        self.item = ""
