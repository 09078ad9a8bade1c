"""Links within a document, once every place in it has its anchor."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from clausetree.policy.clauses.unanchored import Unanchored
from clausetree.policy.clauses.write_anchors import with_new_anchors
from clausetree.render.word.bookmarks import READER, anchors_by_bookmark

_PLACE = re.compile(r"[ ]?<!--ct:(?P<keys>[^>]*)-->")
_ANCHOR = re.compile(r"\{:[^{}\n]*#(?P<anchor>[\w-]+)")
_LINK = re.compile(r"\[(?P<words>(?:\\.|[^\[\]\\])*)\]\(#(?P<key>[^()\s]+)\)")


def with_places(text: str) -> str:
    """Return Markdown whose links name anchors, and no longer the names that the document had for places."""
    anchors: dict[str, str | None] = {}
    for place in _PLACE.finditer(text):
        found = _ANCHOR.search(text, place.end())
        anchors |= dict.fromkeys(place["keys"].split(), found["anchor"] if found else None)
    linked = _LINK.sub(lambda link: _linked(link, anchors), text)
    return _PLACE.sub("", linked)


def _linked(link: re.Match[str], anchors: Mapping[str, str | None]) -> str:
    """A place without an anchor cannot be linked to: the words stay. Other names are anchors already."""
    anchor = anchors.get(link["key"], link["key"])
    return link["words"] if anchor is None else f"[{link['words']}](#{anchor})"


def with_kept_anchors(text: str, unanchored: Sequence[Unanchored], anchors: Sequence[str]) -> str:
    """Return Markdown in which what stood at the bookmark of one of these anchors has that anchor again."""
    known = {f"{READER}{name}": anchor for name, anchor in anchors_by_bookmark(anchors).items()}
    at_lines: dict[int, str] = {}
    for place in _PLACE.finditer(text):
        kept = next((known[key] for key in place["keys"].split() if key in known), None)
        if kept:
            at_lines.setdefault(text.count("\n", 0, place.start()), kept)
    named: dict[str, Unanchored] = {}
    for lost in unanchored:
        anchor = at_lines.get(text.count("\n", 0, lost.clause.span.start))
        if anchor:
            named.setdefault(anchor, lost)
    return with_new_anchors(text, [(lost, anchor) for anchor, lost in named.items()])


def with_classes(text: str, classes: Mapping[str, str]) -> str:
    """Return Markdown in which these anchors have the classes again that their words had."""
    for anchor, said in classes.items():
        text = text.replace(f"{{: #{anchor} }}", f"{{: #{anchor} {said} }}")
    return text
