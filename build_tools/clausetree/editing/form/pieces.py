"""The pieces of one line: what each says, where it stands, and how it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from clausetree.editing.form.shape import Piece, Reads, Shape
from clausetree.report.names import is_name
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.language.lexer import Token, TokenKind
from clausetree.tree.language.statements import STRENGTH_WORDS

YES = "yes"
"""The value of a flag that is set."""


@dataclass(frozen=True, slots=True)
class Found:
    """A piece in a line. What it says stands at `span`, and with what stands around that at `whole`.

    Where it is left out both are empty, right behind the piece before it.
    """

    piece: Piece
    value: str
    span: Span
    whole: Span

    @property
    def there(self) -> bool:
        """Whether it stands in the line."""
        return self.whole.start < self.whole.end


def read_pieces(source: Source, tokens: Sequence[Token], shape: Shape) -> tuple[Found, ...] | None:
    """Return the pieces of a line, in order; None where it has others than its shape."""
    at = 1 if shape.keyword else 0
    end = tokens[0].span.end if at else tokens[0].span.start
    found: list[Found] = []
    for number, piece in enumerate(shape.pieces):
        count = _length(tokens, at, piece, shape.pieces[number + 1 :])
        if count is None:
            if not piece.optional:
                return None
            found.append(Found(piece, "", Span(end, end), Span(end, end)))
            continue
        first = at + len(piece.lead)
        behind = at + len(piece.lead) + count
        at = behind + bool(piece.tail)
        whole = Span(end, tokens[at - 1].span.end)
        span = Span(tokens[first].span.start, tokens[behind - 1].span.end) if count else whole
        found.append(Found(piece, _value(source, tokens[first:behind], piece, span), span, whole))
        end = whole.end
    return tuple(found) if tokens[at].kind is TokenKind.END else None


def _length(tokens: Sequence[Token], at: int, piece: Piece, later: Sequence[Piece]) -> int | None:
    """Return how many tokens the value of a piece takes, behind its lead; None where it does not stand here."""
    if not _begins(tokens, at, piece):
        return None
    at += len(piece.lead)
    match piece.reads:
        case Reads.NOTHING:
            return 0
        case Reads.ID | Reads.NAME:
            return 1 if tokens[at].kind is TokenKind.WORD else None
        case Reads.WORDS:
            return 1 if tokens[at].kind is TokenKind.TEXT else None
        case Reads.ADDRESS:
            return 1 if tokens[at].kind in (TokenKind.WORD, TokenKind.TEXT) else None
        case Reads.STRENGTH:
            if tokens[at].text not in STRENGTH_WORDS:
                return None
            return 2 if (tokens[at + 1].kind, tokens[at + 1].text) == (TokenKind.WORD, "not") else 1
        case Reads.REST:
            count = _rest(tokens, at, piece, later) - at
            return count if count and (not piece.tail or tokens[at + count].text == piece.tail) else None
        case _:
            assert_never(piece.reads)


def _begins(tokens: Sequence[Token], at: int, piece: Piece) -> bool:
    if not piece.lead:
        return True
    words = tokens[at : at + len(piece.lead)]
    return all(token.kind is not TokenKind.TEXT for token in words) and piece.lead == tuple(
        token.text for token in words
    )


def _rest(tokens: Sequence[Token], at: int, piece: Piece, later: Sequence[Piece]) -> int:
    depth = 0
    while tokens[at].kind is not TokenKind.END:
        token = tokens[at]
        if depth == 0 and (token.text == piece.tail or any(_may_begin(token, each) for each in later)):
            break
        depth += (token.kind is TokenKind.OPEN) - (token.kind is TokenKind.CLOSE)
        at += 1
    return at


def _may_begin(token: Token, piece: Piece) -> bool:
    if token.kind is TokenKind.TEXT:
        return not piece.lead and piece.reads is Reads.WORDS
    return token.text in piece.lead[:1]


def _value(source: Source, tokens: Sequence[Token], piece: Piece, span: Span) -> str:
    match piece.reads:
        case Reads.NOTHING:
            return YES
        case Reads.WORDS:
            return tokens[0].text
        case Reads.ADDRESS if tokens[0].kind is TokenKind.TEXT:
            return tokens[0].text
        case Reads.STRENGTH:
            return " ".join(token.text for token in tokens)
        case _:
            return source.text[span.start : span.end]


_LINE_ENDS = re.compile(r"[ \t]*(?:\r\n|\r|\n)\s*")


def meant(piece: Piece, value: str) -> str:
    """Return a value as it can stand in one line."""
    one_line = _LINE_ENDS.sub(" ", value)
    if piece.reads is Reads.NOTHING:
        return YES if one_line.strip() else ""
    in_quotes = piece.reads is Reads.WORDS or (piece.reads is Reads.ADDRESS and not is_name(one_line.strip()))
    return one_line if in_quotes and one_line.strip() else one_line.strip()


def written(piece: Piece, value: str) -> str:
    """Return what stands in the line for a value, without what leads to it."""
    match piece.reads:
        case Reads.WORDS:
            return quoted(value)
        case Reads.ADDRESS:
            return value if is_name(value) else quoted(value)
        case Reads.NOTHING:
            return " ".join(piece.lead)
        case _:
            return value


def with_lead(piece: Piece, value: str) -> str:
    """Return the whole of a piece as it is written, without a space before it."""
    inner = written(piece, value)
    if piece.reads is Reads.NOTHING or not piece.lead:
        return inner
    return f"{' '.join(piece.lead)}{'' if piece.tail else ' '}{inner}{piece.tail}"


def quoted(words: str) -> str:
    """Return words in quotation marks, with a backslash where nothing less will do."""
    escaped = re.sub(r'\\(?=["\\]|\Z)|"', r"\\\g<0>", words)
    return f'"{escaped}"'


def line_of(shape: Shape, values: Mapping[str, str]) -> str:
    """Return a line that says these values of the pieces of its shape; those that are empty are left out."""
    pieces = (with_lead(piece, values[piece.key]) for piece in shape.pieces if values.get(piece.key))
    return " ".join([*filter(None, [shape.keyword]), *pieces])
