"""The words of an HTML element, with what sets them apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from justhtml import Comment, Element, Node

from clausetree.importing.blocks import Words, plain
from clausetree.policy.document import Break, Code, Inline, Link, Mark, Marked, NoteMark, Picture, Text

UNSEEN = {"script", "style", "head", "template", "noscript", "title", "meta", "link"}
_MARKS = {
    "strong": Mark.STRONG,
    "b": Mark.STRONG,
    "em": Mark.EMPHASIS,
    "i": Mark.EMPHASIS,
    "sub": Mark.SUBSCRIPT,
    "sup": Mark.SUPERSCRIPT,
}
_NOTE = re.compile(r"#(?:ct-)?_?(?:footnote|endnote|ftn|edn)-?(\d+)\Z")
_BACK = re.compile(r"#(?:ct-)?_?(?:footnote|endnote|ftn|edn)-?ref-?\d+\Z")
_SPACE = re.compile(r"[ \t\r\n\f]+")


def words_of(nodes: Iterable[Node]) -> Words:
    """Return the words of nodes, with one space wherever a browser shows one."""
    return trimmed(_joined(inline for node in nodes for inline in _inlines(node)))


def _inlines(node: Node) -> Iterator[Inline]:
    if isinstance(node, Comment):
        return
    if not isinstance(node, Element):
        text = _SPACE.sub(" ", (getattr(node, "data", None) or "").replace("\u00ad", ""))
        yield from [Text(text)] if text else []
        return
    if node.name in UNSEEN or "mso-list:ignore" in style(node):
        return
    attributes = node.attrs or {}
    inner = tuple(_joined(inline for child in node.children or () for inline in _inlines(child)))
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
                yield from _set_apart(inner, lambda content: Link(href, content))
        case "code" | "kbd" | "samp" | "tt":
            text = plain(inner)
            yield from [Code(text)] if text.strip() else []
        case "sup" if len(inner) == 1 and isinstance(inner[0], NoteMark):
            yield inner[0]
        case name if mark := _MARKS.get(name) or _styled(node):
            yield from _set_apart(inner, lambda content: Marked(mark, content))
        case _:
            yield from inner


def _set_apart(inner: Words, make: Callable[[Words], Inline]) -> Iterator[Inline]:
    """Blanks at an end stand outside: Markdown sets none apart. Where no words are, nothing is set apart."""
    if not plain(inner).strip() and not any(isinstance(one, Picture) for one in inner):
        yield from inner
        return
    if isinstance(inner[0], Text) and inner[0].text[:1] == " ":
        yield Text(" ")
    yield make(trimmed(inner))
    if isinstance(inner[-1], Text) and inner[-1].text[-1:] == " ":
        yield Text(" ")


def _styled(node: Element) -> Mark | None:
    said = style(node)
    if re.search(r"font-weight:(?:bold|[6-9]00)", said):
        return Mark.STRONG
    return Mark.EMPHASIS if "font-style:italic" in said else None


def style(node: Element) -> str:
    """Return the style that an element gives itself, in small letters and without blanks."""
    return re.sub(r"\s+", "", ((node.attrs or {}).get("style") or "").lower())


def _joined(inlines: Iterable[Inline]) -> list[Inline]:
    """Join texts, and marks of one kind, that stand side by side."""
    joined: list[Inline] = []
    for inline in inlines:
        match joined[-1:], inline:
            case [Text(text=before)], Text(text=text):
                joined[-1] = Text(_SPACE.sub(" ", before + text) if before.endswith(" ") else before + text)
            case [Marked(mark=one, content=before)], Marked(mark=other, content=content) if one is other:
                joined[-1] = Marked(one, tuple(_joined((*before, *content))))
            case _:
                joined.append(inline)
    return joined


def trimmed(inlines: Iterable[Inline]) -> Words:
    """Return words without blanks and line breaks at their ends."""
    words = list(inlines)
    while words and _is_blank(words[0]):
        del words[0]
    while words and _is_blank(words[-1]):
        del words[-1]
    if words and isinstance(words[0], Text):
        words[0] = Text(words[0].text.lstrip(" "))
    if words and isinstance(words[-1], Text):
        words[-1] = Text(words[-1].text.rstrip(" "))
    return tuple(words)


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, Break) or (isinstance(inline, Text) and not inline.text.strip(" "))
