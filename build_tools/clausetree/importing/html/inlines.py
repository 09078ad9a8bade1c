"""The words of an HTML element, with what sets them apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from clausetree.importing.blocks import Words, plain
from clausetree.importing.html.nodes import Element, Node
from clausetree.importing.words import SPACE, joined, linked, set_apart, trimmed
from clausetree.policy.document import Break, Code, Foreign, Inline, Mark, Marked, NoteMark, Picture, Text

UNSEEN = {"script", "style", "head", "template", "noscript", "title", "meta", "link"}
_MARKS = {
    "strong": Mark.STRONG,
    "b": Mark.STRONG,
    "em": Mark.EMPHASIS,
    "i": Mark.EMPHASIS,
    "sub": Mark.SUBSCRIPT,
    "sup": Mark.SUPERSCRIPT,
}
_PAGE = re.compile(r"<(?:html|body)\b[^>]*?\s(?:xml:)?lang\s*=\s*[\"']?([A-Za-z0-9-]+)", re.IGNORECASE)
_HEAD = 100_000
"""The body of a page has begun by then."""
_NOTE = re.compile(r"#(?:ct-)?_?(?:footnote|endnote|ftn|edn)-?(\d+)\Z")
_BACK = re.compile(r"#(?:ct-)?_?(?:footnote|endnote|ftn|edn)-?ref-?\d+\Z")


def words_of(nodes: Iterable[Node], within: Element) -> Words:
    """Return the words of nodes in an element, with one space wherever a browser shows one."""
    words = trimmed(joined(inline for node in nodes for inline in _inlines(node)))
    around = _language_around(within) if words else ""
    return (Foreign(around, words),) if around else words


def language_of(html: str) -> str:
    """Return the language that a page says of itself, or ""."""
    said = _PAGE.search(html[:_HEAD])
    return said[1] if said else ""


def _language_around(node: Element) -> str:
    """Return the language that an element or one around it says, below that of the whole page."""
    outer: Element | None = node
    while outer is not None and outer.name not in ("html", "body"):
        if language := _language(outer):
            return language
        outer = outer.around
    return ""


def _language(node: Element) -> str:
    return (node.attributes.get("lang") or node.attributes.get("xml:lang", "")).strip()


def _inlines(node: Node) -> Iterator[Inline]:
    if isinstance(node, str):
        yield from [Text(SPACE.sub(" ", node))] if node else []
        return
    if node.name in UNSEEN or "mso-list:ignore" in style(node):
        return
    attributes = node.attributes
    inner = tuple(joined(inline for child in node.children for inline in _inlines(child)))
    if language := _language(node):
        inner = (Foreign(language, inner),) if inner else ()
    match node.name:
        case "br":
            yield Break(hard=True)
        case "input" if attributes.get("type", "").lower() == "checkbox":
            yield Text("☒" if "checked" in attributes else "☐")
        case "option":
            yield from (Text(" "), *inner, Text(" "))
        case "img":
            yield Picture(attributes.get("src", ""), " ".join(attributes.get("alt", "").split()))
        case "a" if href := attributes.get("href", "").strip():
            note = _NOTE.match(href)
            if note:
                # What is printed counts the notes; their names may begin anywhere.
                figure = re.sub(r"\W", "", plain(inner))
                yield NoteMark(figure or note[1], 0, 0)
            elif not _BACK.match(href):
                yield from linked(inner, href)
        case "code" | "kbd" | "samp" | "tt":
            text = plain(inner)
            yield from [Code(text)] if text.strip() else []
        case "sup" if len(inner) == 1 and isinstance(inner[0], NoteMark):
            yield inner[0]
        case name if mark := _MARKS.get(name) or _styled(node):
            yield from set_apart(inner, lambda content: Marked(mark, content))
        case _:
            yield from inner


def _styled(node: Element) -> Mark | None:
    said = style(node)
    if re.search(r"font-weight:(?:bold|[6-9]00)", said):
        return Mark.STRONG
    return Mark.EMPHASIS if "font-style:italic" in said else None


def style(node: Element) -> str:
    """Return the style that an element gives itself, in small letters and without blanks."""
    said = node.attributes.get("style")
    return re.sub(r"\s+", "", said.lower()) if said else ""
