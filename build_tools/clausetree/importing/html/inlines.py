"""The words of an HTML element, with what sets them apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from justhtml import Comment, Element, Node

from clausetree.importing.blocks import Words, plain
from clausetree.importing.words import SPACE, joined, set_apart, trimmed
from clausetree.policy.document import Break, Code, Foreign, Inline, Link, Mark, Marked, NoteMark, Picture, Text

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


def words_of(nodes: Iterable[Node]) -> Words:
    """Return the words of nodes, with one space wherever a browser shows one."""
    found = list(nodes)
    words = trimmed(joined(inline for node in found for inline in _inlines(node)))
    around = _language_around(found[0]) if words and found else ""
    return (Foreign(around, words),) if around else words


def language_of(html: str) -> str:
    """Return the language that a page says of itself, or ""."""
    said = _PAGE.search(html[:_HEAD])
    return said[1] if said else ""


def _language_around(node: Node) -> str:
    """Return the language that an element around says, below that of the whole page."""
    outer = node.parent
    while outer is not None and outer.name not in ("html", "body"):
        if language := _language(outer):
            return language
        outer = outer.parent
    return ""


def _language(node: Node) -> str:
    attributes = node.attrs or {}
    return (attributes.get("lang") or attributes.get("xml:lang") or "").strip()


def _inlines(node: Node) -> Iterator[Inline]:
    if isinstance(node, Comment):
        return
    if not isinstance(node, Element):
        data = getattr(node, "data", None)  # of a document's type it is no text
        text = SPACE.sub(" ", data) if isinstance(data, str) else ""
        yield from [Text(text)] if text else []
        return
    if node.name in UNSEEN or "mso-list:ignore" in style(node):
        return
    attributes = node.attrs or {}
    inner = tuple(joined(inline for child in node.children or () for inline in _inlines(child)))
    if language := _language(node):
        inner = (Foreign(language, inner),) if inner else ()
    match node.name:
        case "br":
            yield Break(hard=True)
        case "img":
            yield Picture(attributes.get("src") or "", " ".join((attributes.get("alt") or "").split()))
        case "a" if href := (attributes.get("href") or "").strip():
            note = _NOTE.match(href)
            if note:
                # What is printed counts the notes; their names may begin anywhere.
                figure = re.sub(r"\W", "", plain(inner))
                yield NoteMark(figure or note[1], 0, 0)
            elif not _BACK.match(href):
                yield from set_apart(inner, lambda content: Link(href, content))
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
    said = (node.attrs or {}).get("style")
    return re.sub(r"\s+", "", said.lower()) if said else ""
