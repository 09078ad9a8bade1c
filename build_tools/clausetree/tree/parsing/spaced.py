"""A line of a tree with one space between its parts."""

from __future__ import annotations

from itertools import pairwise

from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.language.lexer import Token, TokenKind, lex


def spaced(source: Source, line: Span) -> str:
    """Return a line with one space between its parts, and two before the comment at its end."""
    tokens = [token for token in lex(source, line)[0] if token.kind is not TokenKind.END]
    text = _raw(source, tokens[0])
    for before, token in pairwise(tokens):
        text += (" " if _apart(before, token) else "") + _raw(source, token)
    comment = source.text[tokens[-1].span.end : line.end].strip()
    return f"{text}  {comment}" if comment else text


def _apart(before: Token, token: Token) -> bool:
    if before.kind is TokenKind.OPEN or token.kind in (TokenKind.CLOSE, TokenKind.COMMA):
        return False
    # The brackets of "2.3(a)(i)" belong to the number.
    number = before.kind is TokenKind.CLOSE or (before.kind is TokenKind.WORD and before.text[0].isdigit())
    return token.kind is not TokenKind.OPEN or not number or before.span.end < token.span.start


def _raw(source: Source, token: Token) -> str:
    return source.text[token.span.start : token.span.end]
