"""Links within a document, once every place in it has its anchor."""

from __future__ import annotations

import re

_PLACE = re.compile(r"[ ]?<!--ct:(?P<keys>[^>]*)-->")
_ANCHOR = re.compile(r"\{:[^{}\n]*#(?P<anchor>[\w-]+)")
_LINK = re.compile(r"(?<=\]\()#(?P<key>[^()\s]+)(?=\))")


def with_places(text: str) -> str:
    """Return Markdown whose links name anchors, and no longer the names that the document had for places."""
    anchors: dict[str, str] = {}
    for place in _PLACE.finditer(text):
        found = _ANCHOR.search(text, place.end())
        if found:
            anchors |= dict.fromkeys(place["keys"].split(), found["anchor"])
    linked = _LINK.sub(lambda link: f"#{anchors.get(link['key'], link['key'])}", text)
    return _PLACE.sub("", linked)
