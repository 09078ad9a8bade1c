"""What stands in a page and is not shown: hidden words, and the comments that Word saves below the text."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.importing.html.inlines import UNSEEN, style
from clausetree.importing.html.nodes import Element, Node
from clausetree.importing.remarks import Kind, Remark

_HIDDEN = ("display:none", "mso-hide:all")
_NOT_ON_SCREEN = "mso-hide:screen"
"""The dots and page numbers of a list of contents."""
_COMMENTS = "mso-element:comment-list"
_MARK = "MsoCommentReference"
"""The class of what stands in the text for a comment."""


def take_unseen(page: Element) -> Iterator[Remark]:
    """Take out of a page what is not shown, and tell its words, in order."""
    kept: list[Node] = []
    for child in page.children:
        kind = None if isinstance(child, str) else _kind(child)
        if isinstance(child, str) or child.name in UNSEEN:
            kept.append(child)
        elif _NOT_ON_SCREEN in style(child):
            continue
        elif kind and (words := child.words()):
            yield Remark(kind, words)
        elif not kind and _MARK not in child.classes:
            kept.append(child)
            yield from take_unseen(child)
    page.children = kept


def _kind(element: Element) -> Kind | None:
    said = style(element)
    if _COMMENTS in said:
        return Kind.COMMENT
    return Kind.HIDDEN if "hidden" in element.attributes or any(one in said for one in _HIDDEN) else None
