"""A name on a line of a tree, and what makes one of a token."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausetree.tree.language.lexer import Token, TokenKind
from clausetree.tree.language.phrases import RESERVED

_FIGURES = re.compile(r"[^a-z]*[0-9][^a-z]*")


class RawName(NamedTuple):
    """A name at these characters of its line. Its `kind` is one of `NameKind`, or what the whole tree tells:

    a `subject` of a condition, a `column` of a table, and a `cell`, which is `of` the so manieth column.
    """

    kind: str
    text: str
    start: int
    end: int
    of: str = ""
    defines: bool = False
    words: str = ""


def named(kind: str, token: Token, of: str = "", *, defines: bool = False, words: str = "") -> RawName:
    """Return the name that a token is."""
    return RawName(kind, token.text, token.span.start, token.span.end, of, defines, words)


def is_named(token: Token) -> bool:
    """Return whether a token can be a name, and is no word of the language and no number."""
    return token.kind is TokenKind.WORD and token.text not in RESERVED and not _FIGURES.fullmatch(token.text)


def word_at(tokens: tuple[Token, ...], at: int, kind: str, of: str = "") -> Iterator[RawName]:
    """Yield the name that stands at a place among the tokens, if one does."""
    if at < len(tokens) and is_named(tokens[at]):
        yield named(kind, tokens[at], of)
