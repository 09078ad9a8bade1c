"""Which list each item stands in, and its number there."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element

from clausetree.importing.open_document.lists import Numbering
from clausetree.importing.open_document.names import number, said
from clausetree.importing.open_document.styles import Level, ListStyle, Styles
from clausetree.importing.word.labels import Label

_BULLETS = ListStyle({level: Level(bullet=True) for level in range(10)})
_OUTLINE = " outline"


@dataclass(frozen=True, slots=True)
class Listed:
    """Where an item stands: its list, that list's style, and the level from 0."""

    key: str
    style: str
    at: int


class Labels:
    """Numbers the items and the headings of a document, in its order."""

    def __init__(self, styles: Styles) -> None:
        """Take the styles of the document."""
        self._styles, self._numbering = styles, Numbering()
        self._masters: dict[str, str] = {}
        self._last = ("", "")

    def outlined(self, element: Element, level: int | None = None) -> Label | None:
        """Return the number that a heading has outside of all lists."""
        said_list = next(
            (
                style.list
                for style in self._styles.chain("paragraph", said(element, "text:style-name"))
                if style.list is not None
            ),
            None,
        )
        at = (level or number(element, "text:outline-level", 1)) - 1
        counts = at in self._styles.outline.levels and self._styles.outline.levels[at].form
        if said(element, "text:is-list-header") == "true" or not counts or said_list is not None:
            return None
        restarts = said(element, "text:restart-numbering") == "true"
        start = number(element, "text:start-value", 1) if restarts else None
        return self._numbering.label(_OUTLINE, self._styles.outline, at, start)

    def begun(self, element: Element, style: str) -> Listed:
        """Return the list that begins, or goes on: the one that it names, or the last one of its style."""
        name = said(element, "xml:id") or f" {len(self._masters)}"
        goes_on = said(element, "text:continue-list")
        if not goes_on and said(element, "text:continue-numbering") == "true" and self._last[1] == style:
            goes_on = self._last[0]
        self._masters[name] = self._masters.get(goes_on, name)
        self._last = (name, style)
        return Listed(self._masters[name], style, 0)

    def label(self, listed: Listed, override: str, item: Element) -> Label:
        """Return the number of the next item of a list, which may have a style of its own."""
        style = self._styles.lists.get(override or listed.style, _BULLETS)
        start = number(item, "text:start-value", -1)
        return self._numbering.label(listed.key, style, listed.at, start if start >= 0 else None)
