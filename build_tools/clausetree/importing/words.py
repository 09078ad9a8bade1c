"""Words put together out of many pieces, as programs store them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from clausetree.importing.blocks import WIDE, Words, plain
from clausetree.policy.document import Break, Foreign, Inline, Link, Marked, NoteMark, Picture, Text

SPACE = re.compile(r"[ \t\r\n\f]+")
_BLANKS = f" {WIDE}"


def set_apart(inner: Words, make: Callable[[Words], Inline]) -> Iterator[Inline]:
    """Blanks and line breaks at an end stand outside: Markdown sets none apart, nor anything without words."""
    if not plain(inner).strip() and not any(isinstance(one, Picture) for one in inner):
        yield from inner
        return
    first = next(at for at, one in enumerate(inner) if not _is_blank(one))
    last = len(inner) - next(at for at, one in enumerate(reversed(inner)) if not _is_blank(one))
    yield from inner[:first]
    if isinstance(begins := inner[first], Text) and begins.text[0] in _BLANKS:
        yield Text(begins.text[0])
    yield make(trimmed(inner[first:last]))
    if isinstance(ends := inner[last - 1], Text) and ends.text[-1] in _BLANKS:
        yield Text(ends.text[-1])
    yield from inner[last:]


def linked(inner: Words, href: str) -> Iterator[Inline]:
    """Return words as a link. No link can stand in another: one that does, and a note, part it."""
    waiting: list[Inline] = []
    for inline in inner:
        if not _holds_link(inline):
            waiting.append(inline)
            continue
        yield from set_apart(tuple(waiting), lambda content: Link(href, content))
        waiting = []
        match inline:
            case Marked(content=content) | Foreign(content=content):
                yield replace(inline, content=tuple(linked(content, href)))
            case _:
                yield inline
    yield from set_apart(tuple(waiting), lambda content: Link(href, content))


def _holds_link(inline: Inline) -> bool:
    match inline:
        case Link() | NoteMark():
            return True
        case Marked(content=content) | Foreign(content=content):
            return any(map(_holds_link, content))
        case _:
            return False


def joined(inlines: Iterable[Inline]) -> list[Inline]:
    """Join texts, and marks of one kind, that stand side by side."""
    made: list[Inline] = []
    for inline in inlines:
        match made[-1:], inline:
            case [Text(text=before)], Text(text=text):
                made[-1] = Text(SPACE.sub(" ", before + text) if before.endswith(" ") else before + text)
            case [Marked(mark=one, content=before)], Marked(mark=other, content=content) if one is other:
                made[-1] = Marked(one, tuple(joined((*before, *content))))
            case [Foreign(language=one, content=before)], Foreign(language=other, content=content) if (
                one == other
            ):
                made[-1] = Foreign(one, tuple(joined((*before, *content))))
            case _:
                made.append(inline)
    return made


def trimmed(inlines: Iterable[Inline]) -> Words:
    """Return words without blanks and line breaks at their ends."""
    words = list(inlines)
    while words and _is_blank(words[0]):
        del words[0]
    while words and _is_blank(words[-1]):
        del words[-1]
    if words and isinstance(words[0], Text):
        words[0] = Text(words[0].text.lstrip(_BLANKS))
    if words and isinstance(words[-1], Text):
        words[-1] = Text(words[-1].text.rstrip(_BLANKS))
    return tuple(words)


def _is_blank(inline: Inline) -> bool:
    return isinstance(inline, Break) or (isinstance(inline, Text) and not inline.text.strip(_BLANKS))


def says_number(said: str, number: str) -> bool:
    """Tell whether a reference says a number. It may name what stands around, too: 2.2(a) where that is (a)."""
    one, other = (re.sub(r"[\s.]+$", "", text) for text in (said, number))
    return one.endswith(other) or other.endswith(one)
