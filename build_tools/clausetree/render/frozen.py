"""The HTML of a released version: its words and its anchors, and nothing that a theme decides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetree.render.elements import Edit, apply_edits, read_elements

_LASTS = re.compile(r"(?:https?:|mailto:|#)", re.IGNORECASE)


def to_frozen(html: str) -> str:
    """Return a policy's page as Markdown made it, without its links to other pages of the site.

    Those pages go on changing: words of an old version must not lead to a procedure drawn from a
    later one. Links within the page and to other sites stay.
    """
    return apply_edits(html, _edits(html)).strip() + "\n"


def _edits(html: str) -> Iterator[Edit]:
    for element in read_elements(html):
        if element.tag == "a" and not _LASTS.match(element.attributes.get("href", "#")):
            yield Edit(element.start, element.inside, "")
            yield Edit(element.inner_end, element.end, "")
