"""The body of a page as browsers take it: it begins with the first thing that no head can have in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from clausetree.render.html.reader import Closed, Opened, Piece, Words

_HOLD_TEXT = frozenset({"title", "script", "style", "template", "noframes"})
_ONCE = frozenset({"html", "head", "body"})
_IN_HEAD = _HOLD_TEXT | {"html", "head", "meta", "link", "base", "noscript", "basefont", "bgsound"}


def body_of(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces of the body. A tag that a page has but once is passed over where it comes again."""
    rest = iter(pieces)
    first = _first_of_body(rest)
    if first is None:
        return
    yield first
    for piece in rest:
        if isinstance(piece, Words) or piece.tag not in _ONCE:
            yield piece


def _first_of_body(pieces: Iterator[Piece]) -> Piece | None:
    """Read up to the first piece of the body: a head ends there, whether it is closed or not."""
    inside, depth = "", 0
    for piece in pieces:
        if inside:
            if not isinstance(piece, Words) and piece.tag == inside:
                depth += 1 if isinstance(piece, Opened) else -1
                inside = inside if depth else ""
        elif isinstance(piece, Opened) and piece.tag in _HOLD_TEXT:
            inside, depth = piece.tag, 1
        elif not _may_stand_before(piece):
            return piece
    return None


def _may_stand_before(piece: Piece) -> bool:
    match piece:
        case Opened(tag=tag):
            return tag in _IN_HEAD
        case Closed():
            return True
        case Words(text):
            return not text.strip()
