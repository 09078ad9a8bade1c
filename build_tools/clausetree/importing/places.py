"""Links within a document, once every place in it has its anchor."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACE = re.compile(r"[ ]?<!--ct:(?P<keys>[^>]*)-->")
_ANCHOR = re.compile(r"\{:[^{}\n]*#(?P<anchor>[\w-]+)")
_LINK = re.compile(r"\[(?P<words>(?:\\.|[^\[\]\\])*)\]\(#(?P<key>[^()\s]+)\)")


def with_places(text: str) -> str:
    """Return Markdown whose links name anchors, and no longer the names that the document had for places."""
    anchors: dict[str, str] = {}
    for place in _PLACE.finditer(text):
        found = _ANCHOR.search(text, place.end())
        if found:
            anchors |= dict.fromkeys(place["keys"].split(), found["anchor"])
    linked = _LINK.sub(lambda link: _linked(link, anchors), text)
    return _PLACE.sub("", linked)


def _linked(link: re.Match[str], anchors: Mapping[str, str]) -> str:
    """A place without an anchor cannot be linked to: the words stay."""
    anchor = anchors.get(link["key"])
    return link["words"] if anchor is None else f"[{link['words']}](#{anchor})"
