"""Which names a line of a tree has, read from its words alone, as far as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clausetree.editing.assist.lines import WrittenLine, begins_block
from clausetree.report.names import is_name
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.language.lexer import Token, TokenKind
from clausetree.tree.language.phrases import RESERVED
from clausetree.tree.language.statements import STRENGTH_WORDS
from clausetree.tree.language.table import ANY

_FIGURES = re.compile(r"[^a-z]*[0-9][^a-z]*")
_VERBS = ("is", "includes")
_NODES = (
    *(BlockKind.QUESTION, BlockKind.STEP, BlockKind.WAIT, BlockKind.ROUTE),
    *(BlockKind.TABLE, BlockKind.VISIT, BlockKind.OUTCOME),
)


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


def names_of_line(line: WrittenLine) -> tuple[RawName, ...]:
    """Return the names of a line, in order."""
    if line.prose or not line.tokens:
        return ()
    return _names(line.block, line.owner, line.tokens)


def _names(block: str, owner: str, tokens: tuple[Token, ...]) -> tuple[RawName, ...]:
    found = list(_of_block(tokens) if begins_block(tokens) else _of_line(block, owner, tokens))
    targets = _targets(tokens, owner) if block != BlockKind.SCENARIO else ()
    return tuple(sorted({*found, *targets}, key=lambda name: name.start))


def _of_block(tokens: tuple[Token, ...]) -> Iterator[RawName]:
    keyword = tokens[0].text
    kind = "node" if keyword in _NODES else {"tree": "tree", "shared": "shared block"}.get(keyword)
    if kind:
        yield from _defined(tokens, kind)


def _defined(tokens: tuple[Token, ...], kind: str, of: str = "") -> Iterator[RawName]:
    if len(tokens) > 1 and tokens[1].kind is TokenKind.WORD:
        words = tokens[2].text if len(tokens) > 2 and tokens[2].kind is TokenKind.TEXT else ""
        yield _named(kind, tokens[1], of, defines=True, words=words)


def _of_line(block: str, owner: str, tokens: tuple[Token, ...]) -> Iterator[RawName]:
    keyword = tokens[0].text
    match keyword:
        case _ if block == BlockKind.SCENARIO and keyword not in ("ends", "expects", "acknowledge"):
            yield from _given(tokens)
        case "policy" | "start" | "uses" | "ends":
            kinds = {"policy": "policy", "uses": "shared block"}
            yield from _word(tokens, 1, kinds.get(keyword, "node"))
        case "role" | "fact" | "total":
            yield from _defined(tokens, keyword)
        case "option" | "many" | "none" | "unsure":
            yield from _defined(tokens, "answer", owner)
            yield from _counted(tokens, owner)
        case "cites":
            yield from _clauses(tokens, 1)
        case "columns":
            yield from _columns(tokens)
        case "row":
            yield from _cells(tokens)
        case "link":
            yield from _word(tokens, 2, "link")
        case "expects":
            yield from _expected(tokens)
        case _ if keyword in STRENGTH_WORDS:
            yield from _word(tokens, 2 if len(tokens) > 1 and tokens[1].text == "not" else 1, "role")
            yield from _deadline(tokens)
            yield from _in_brackets(tokens)
        case _:
            pass
    yield from _points(tokens)
    yield from _conditions(tokens)


def _named(kind: str, token: Token, of: str = "", *, defines: bool = False, words: str = "") -> RawName:
    return RawName(kind, token.text, token.span.start, token.span.end, of, defines, words)


def _word(tokens: tuple[Token, ...], at: int, kind: str, of: str = "") -> Iterator[RawName]:
    if at < len(tokens) and _is_name(tokens[at]):
        yield _named(kind, tokens[at], of)


def _is_name(token: Token) -> bool:
    return token.kind is TokenKind.WORD and token.text not in RESERVED and not _FIGURES.fullmatch(token.text)


def _targets(tokens: tuple[Token, ...], owner: str) -> Iterator[RawName]:
    for at, token in enumerate(tokens[:-1]):
        if token.kind is TokenKind.ARROW:
            other = tokens[at + 1].text == "tree" and at + 2 < len(tokens)
            if other:
                yield from _word(tokens, at + 2, "tree", owner)
            else:
                yield from _word(tokens, at + 1, "node")


def _counted(tokens: tuple[Token, ...], owner: str) -> Iterator[RawName]:
    at = next((at for at, token in enumerate(tokens) if token.text == "as" and at > 1), len(tokens))
    for place in range(at + 1, len(tokens)):
        yield from _word(tokens, place, "answer", owner)


def _points(tokens: tuple[Token, ...]) -> Iterator[RawName]:
    adds = False
    for at, token in enumerate(tokens):
        adds = (adds or token.text == "adds") and token.text != "when" and token.kind is not TokenKind.ARROW
        if adds and token.text == "to":
            yield from _word(tokens, at + 1, "total")


def _deadline(tokens: tuple[Token, ...]) -> Iterator[RawName]:
    within = next((at for at, token in enumerate(tokens) if token.text == "within"), len(tokens))
    for at in range(within, min(within + 8, len(tokens) - 1)):
        if tokens[at].text == "of":
            yield from _word(tokens, at + 1, "node")


def _in_brackets(tokens: tuple[Token, ...]) -> Iterator[RawName]:
    for at, token in enumerate(tokens):
        if token.text == "when":
            return
        if token.kind is TokenKind.OPEN:
            yield from _clauses(tokens, at + 1)
            return


def _clauses(tokens: tuple[Token, ...], at: int) -> Iterator[RawName]:
    """Yield a list of clauses: a name before one of them is that of its policy."""
    policy = ""
    while at < len(tokens) and tokens[at].kind in (TokenKind.WORD, TokenKind.TEXT, TokenKind.COMMA):
        token = tokens[at]
        behind = tokens[at + 1] if at + 1 < len(tokens) else None
        at += 1
        if token.kind is TokenKind.COMMA:
            policy = ""
        elif _is_name(token) and behind and behind.kind in (TokenKind.WORD, TokenKind.TEXT):
            policy = token.text
            yield _named("policy", token)
        else:
            text, end = token.text, token.span.end
            while at + 2 < len(tokens) and tokens[at].kind is TokenKind.OPEN and tokens[at].span.start == end:
                text, end = f"{text}({tokens[at + 1].text})", tokens[at + 2].span.end
                at += 3
            yield RawName("clause", text, token.span.start, end, policy)


def _conditions(tokens: tuple[Token, ...]) -> Iterator[RawName]:
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
            yield from _word(tokens, place, "subject")
        elif tokens[place - 1].kind is TokenKind.SIGN:
            yield from _word(tokens, place, "subject")
        else:
            yield from _word(tokens, place, "answer", subject)


def _given(tokens: tuple[Token, ...]) -> Iterator[RawName]:
    if len(tokens) < 2 or tokens[1].text not in _VERBS:
        return
    yield from _word(tokens, 0, "node")
    for at in range(2, len(tokens)):
        then = tokens[at].text == "then" and tokens[at - 1].kind is TokenKind.COMMA and at + 1 < len(tokens)
        if not then:
            yield from _word(tokens, at, "answer", tokens[0].text)


def _expected(tokens: tuple[Token, ...]) -> Iterator[RawName]:
    if len(tokens) > 2 and tokens[2].text == "is":
        yield from _word(tokens, 1, "total")
        return
    at = 1
    while at < len(tokens) and tokens[at].text in ("not", *STRENGTH_WORDS):
        at += 1
    if at > 1 and tokens[at - 1].text in ("not", *STRENGTH_WORDS) and at < len(tokens):
        yield from _word(tokens, at, "role") if tokens[at].text not in ("note", "contact", "link") else ()


def _columns(tokens: tuple[Token, ...]) -> Iterator[RawName]:
    for at in range(1, len(tokens)):
        days = tokens[at].text == "days" and [each.text for each in tokens[at + 1 : at + 2]] == ["since"]
        if not days and tokens[at].text != "since":
            yield from _word(tokens, at, "column")


def _cells(tokens: tuple[Token, ...]) -> Iterator[RawName]:
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
            yield from _word(tokens, at, "cell", str(column))
