"""Names in what is said of answers: conditions, the lines of scenarios, and the cells of tables."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.editing.assist.raw_names import RawName, word_at
from clausetree.report.names import is_name
from clausetree.tree.language.lexer import Token, TokenKind
from clausetree.tree.language.statements import STRENGTH_WORDS
from clausetree.tree.language.table import ANY

_VERBS = ("is", "includes")


def in_condition(tokens: tuple[Token, ...]) -> Iterator[RawName]:
    """Yield what a condition speaks of, and the answers that it names."""
    at = next((at for at, token in enumerate(tokens) if token.text == "when"), len(tokens))
    subject: str | None = None
    for place in range(at + 1, len(tokens)):
        token = tokens[place]
        if token.kind is TokenKind.ARROW:
            return
        if token.text in ("and", "or") or token.kind in (TokenKind.OPEN, TokenKind.CLOSE):
            subject = None
        elif (
            token.text in ("since", "not", *_VERBS)
            or token.kind is not TokenKind.WORD
            or (token.text == "days" and [each.text for each in tokens[place + 1 : place + 2]] == ["since"])
        ):
            continue
        elif subject is None:
            subject = token.text
            yield from word_at(tokens, place, "subject")
        elif tokens[place - 1].kind is TokenKind.SIGN:
            yield from word_at(tokens, place, "subject")
        else:
            yield from word_at(tokens, place, "answer", subject)


def in_answer(tokens: tuple[Token, ...]) -> Iterator[RawName]:
    """Yield the question of a line of a scenario, and what it is answered."""
    if len(tokens) < 2 or tokens[1].text not in _VERBS:
        return
    yield from word_at(tokens, 0, "node")
    for at in range(2, len(tokens)):
        then = tokens[at].text == "then" and tokens[at - 1].kind is TokenKind.COMMA and at + 1 < len(tokens)
        if not then:
            yield from word_at(tokens, at, "answer", tokens[0].text)


def in_expectation(tokens: tuple[Token, ...]) -> Iterator[RawName]:
    """Yield the total or the role of a line that expects something."""
    if len(tokens) > 2 and tokens[2].text == "is":
        yield from word_at(tokens, 1, "total")
        return
    at = 1
    while at < len(tokens) and tokens[at].text in ("not", *STRENGTH_WORDS):
        at += 1
    if at > 1 and tokens[at - 1].text in ("not", *STRENGTH_WORDS) and at < len(tokens):
        yield from word_at(tokens, at, "role") if tokens[at].text not in ("note", "contact", "link") else ()


def in_columns(tokens: tuple[Token, ...]) -> Iterator[RawName]:
    """Yield the columns of a table."""
    for at in range(1, len(tokens)):
        days = tokens[at].text == "days" and [each.text for each in tokens[at + 1 : at + 2]] == ["since"]
        if not days and tokens[at].text != "since":
            yield from word_at(tokens, at, "column")


def in_cells(tokens: tuple[Token, ...]) -> Iterator[RawName]:
    """Yield the answers that a row names, each of the so manieth column."""
    column, joined = -1, False
    for at in range(1, len(tokens)):
        token = tokens[at]
        if token.kind is TokenKind.ARROW:
            return
        if token.text in ("or", "to", "not") or token.kind in (TokenKind.SIGN, TokenKind.COMMA):
            column += 0 if joined or token.text in ("or", "to") or token.kind is TokenKind.COMMA else 1
            joined = True
            continue
        column += 0 if joined else 1
        joined = False
        if token.text != ANY and is_name(token.text):
            yield from word_at(tokens, at, "cell", str(column))
