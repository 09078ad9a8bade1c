"""HTML that an H5P text may hold: its editor drops every other element, with or without the words in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import count, repeat

from clausetree.render.html.markup import Html, element, joined
from clausetree.render.html.reader import VOID, Closed, Opened, Piece, Words, read_pieces

_IN_TEXT = frozenset({"p", "strong", "em", "code", "a", "ul", "ol", "li", "h3", "br"})
_IN_QUESTION = frozenset({"strong", "em", "code"})
_BLOCKS = frozenset({"p", "ul", "ol", "li", "blockquote", "br"})
"""In a question these part the words into paragraphs: it has no lists."""
_WHOLE = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
_BULLET = "• "


class _Sign(Html):
    """What stands before an item: it is no word of it."""


def in_text(html: str) -> Html:
    """Return `html` as a text may hold it: paragraphs, lists, emphasis and links, which open beside the course.

    A link that begins nowhere becomes words.
    """
    return joined(*_in_text(read_pieces(html)))


def _in_text(pieces: list[Piece]) -> Iterator[Html]:
    is_linked = False
    for piece in pieces:
        if isinstance(piece, Opened) and piece.tag == "a":
            is_linked = bool(_WHOLE.match(piece.attributes.get("href", "")))
        if is_linked or not (isinstance(piece, Opened | Closed) and piece.tag == "a"):
            yield _tag(piece, _IN_TEXT)


def in_question(html: str) -> Html:
    """Return `html` as a question may hold it: paragraphs and emphasis.

    An item of a list is a paragraph with its bullet or its number. Links become words.
    """
    return joined(*(element("p", *words) for words in _paragraphs(read_pieces(html))))


def _paragraphs(pieces: list[Piece]) -> Iterator[list[Html]]:
    paragraphs: list[list[Html]] = [[]]
    lists: list[Iterator[str]] = []
    for piece in pieces:
        if not (isinstance(piece, Opened | Closed) and piece.tag in _BLOCKS):
            words = _tag(piece, _IN_QUESTION)
            paragraphs[-1] += [words] if words.strip() or _has_words(paragraphs[-1]) else []
            continue
        if _has_words(paragraphs[-1]):
            paragraphs.append([])
        match piece:
            case Opened("ol", attributes):
                lists.append(f"{at}. " for at in count(int(attributes.get("start") or 1)))
            case Opened("ul"):
                lists.append(repeat(_BULLET))
            case Closed("ol" | "ul"):
                lists.pop()
            case Opened("li"):
                paragraphs[-1] = [_Sign(next(lists[-1]))]
    yield from filter(_has_words, paragraphs)


def _has_words(paragraph: list[Html]) -> bool:
    return any(words.strip() for words in paragraph if not isinstance(words, _Sign))


def _tag(piece: Piece, kept: frozenset[str]) -> Html:
    match piece:
        case Words(text):
            return joined(text)
        case Opened(tag, attributes) if tag in kept:
            return _opened(tag, attributes)
        case Closed(tag) if tag in kept and tag not in VOID:
            return Html(f"</{tag}>")
        case Opened() | Closed():
            return Html("")


def _opened(tag: str, attributes: Mapping[str, str]) -> Html:
    if tag != "a":
        return Html(f"<{tag}>")
    whole = element("a", href=attributes.get("href", ""), target="_blank", rel="noopener")
    return Html(whole.removesuffix("</a>"))
