"""Tracked changes of a page, as Word and LibreOffice save them in HTML."""

from __future__ import annotations

from clausetree.importing.changes import Change, Settle
from clausetree.importing.html.nodes import Element

_IN, _OUT = "ins", "del"


def changes(page: Element) -> list[Change]:
    """Return the words that were put in and taken out, in order."""
    found = [one for one in page.within() if one.name in (_IN, _OUT) and one.words()]
    return [Change(one.name == _IN, one.words(), one.around.words() if one.around else "") for one in found]


def settle(page: Element, how: Settle) -> None:
    """Accept or reject all changes of a page."""
    gone = _OUT if how is Settle.ACCEPT else _IN
    for one in (page, *page.within()):
        one.children = [child for child in one.children if isinstance(child, str) or child.name != gone]
