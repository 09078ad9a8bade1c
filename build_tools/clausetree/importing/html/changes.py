"""Tracked changes of a page, as Word and LibreOffice save them in HTML."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.importing.changes import SOMETHING, Change, Settle
from clausetree.importing.html.nodes import Element

_IN, _OUT = "ins", "del"
_BLOCKS = {"p", "li", "dt", "dd", "td", "th", "caption", "pre", *(f"h{level}" for level in range(1, 7))}


def changes(page: Element) -> Iterator[Change]:
    """Yield what was put in and taken out, in order."""
    known: dict[Element, str] = {}
    for one in page.within():
        if one.name not in (_IN, _OUT) or (one.around and one.around.name in (_IN, _OUT)):
            continue
        words = one.words() or (SOMETHING if any(inner.name == "img" for inner in one.within()) else "")
        block = one.around
        while block is not None and block.name not in _BLOCKS:
            block = block.around
        if block is not None and block not in known:
            known[block] = block.words()
        if words:
            yield Change(one.name == _IN, words, known[block] if block else "")


def settle(page: Element, how: Settle) -> None:
    """Accept or reject all changes of a page."""
    gone = _OUT if how is Settle.ACCEPT else _IN
    for one in (page, *page.within()):
        one.children = [child for child in one.children if isinstance(child, str) or child.name != gone]
