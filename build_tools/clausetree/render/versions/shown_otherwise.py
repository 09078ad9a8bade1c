"""What in a policy's page may show other words than those that are read there, or hide some of these."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from clausetree.render.html.reader import Opened

_FRAME = ("html", "head", "body", "main", "header", "nav", "footer", "aside", "section", "article", "div")
_BLOCKS = (
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "blockquote",
    "pre",
    "address",
    "hr",
    "figure",
    "figcaption",
)
_LISTS = ("ul", "ol", "li", "dl", "dt", "dd")
_TABLES = ("table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td")
_IN_A_LINE = ("a", "span", "strong", "em", "b", "i", "u", "mark", "small", "ins", "br", "wbr", "label")
_NAMED = ("abbr", "cite", "code", "kbd", "samp", "var", "dfn", "time", "bdi")
_PLAIN = frozenset({*_FRAME, *_BLOCKS, *_LISTS, *_TABLES, *_IN_A_LINE, *_NAMED})
"""The elements that show the words in them, all of those, and nothing else."""
_OF_THE_SITE = _PLAIN | {"button"}
_COUNTING = ("start", "value", "type", "reversed")
_HIDING = frozenset(
    {
        *(
            "visually-hidden",
            "js-only",
            "without-scripts",
            "record-sheet",
            "tooltip",
            "code-copy",
            "clause-copy",
        ),
        *("tabbed-set", "tabbed-labels", "task-list-indicator", "footnote-backref", "annotations", "skip-link"),
        *("contents-button", "contents-title", "contents-list", "menu-button", "site-header-nav"),
    }
)
"""The classes with which the site hides what stands in an element, always or at times."""
_OF_PROCEDURES = "ct-"
_WORDS: Final = {"s": "words that are struck through", "del": "words that are struck through"}
_HIDDEN: Final = "words that may be hidden"


def shown_otherwise(element: Opened, *, of_the_site: bool) -> Iterator[str]:
    """Yield what an element may show or hide besides the words in it, each in words: of most, nothing.

    What stands in an element that only the site makes may be hidden there: no words of a policy do.
    """
    if element.tag not in (_OF_THE_SITE if of_the_site else _PLAIN):
        yield _WORDS.get(element.tag, f"<{_named(element)}>")
    if element.tag in ("ol", "li"):
        yield from (
            f"numbers of a list that are set ({name})" for name in _COUNTING if name in element.attributes
        )
    # Tags that are nested otherwise than they may be end sooner for browsers: then what is hidden is shown.
    if "hidden" in element.attributes or (not of_the_site and _may_hide(element)):
        yield _HIDDEN


def _named(element: Opened) -> str:
    if element.tag != "input":
        return element.tag
    ticked = " checked" if "checked" in element.attributes else ""
    return f'input type="{element.attributes.get("type", "text")}"{ticked}'


def _may_hide(element: Opened) -> bool:
    # An element that opens only when it is asked to is hidden until then; a style may do anything.
    if "style" in element.attributes or "popover" in element.attributes:
        return True
    classes = element.classes
    return bool(classes & _HIDING) or any(one.startswith(_OF_PROCEDURES) for one in classes)
