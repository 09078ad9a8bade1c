"""Which names a line of a tree has, read from its words alone, as far as it is written."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.editing.assist.lines import WrittenLine, begins_block
from clausetree.editing.assist.raw_names import RawName, is_named, named, word_at
from clausetree.editing.assist.said_names import in_answer, in_cells, in_columns, in_condition, in_expectation
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.language.lexer import Token, TokenKind
from clausetree.tree.language.statements import STRENGTH_WORDS

_NODES = (
    *(BlockKind.QUESTION, BlockKind.STEP, BlockKind.WAIT, BlockKind.ROUTE),
    *(BlockKind.TABLE, BlockKind.VISIT, BlockKind.OUTCOME),
)


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
        yield named(kind, tokens[1], of, defines=True, words=words)


def _of_line(block: str, owner: str, tokens: tuple[Token, ...]) -> Iterator[RawName]:
    keyword = tokens[0].text
    match keyword:
        case _ if block == BlockKind.SCENARIO and keyword not in ("ends", "expects", "acknowledge"):
            yield from in_answer(tokens)
        case "policy" | "start" | "uses" | "ends":
            kinds = {"policy": "policy", "uses": "shared block"}
            yield from word_at(tokens, 1, kinds.get(keyword, "node"))
        case "role" | "fact" | "total":
            yield from _defined(tokens, keyword)
        case "option" | "many" | "none" | "unsure":
            yield from _defined(tokens, "answer", owner)
            yield from _counted(tokens, owner)
        case "cites":
            yield from _clauses(tokens, 1)
        case "columns":
            yield from in_columns(tokens)
        case "row":
            yield from in_cells(tokens)
        case "link":
            yield from word_at(tokens, 2, "link")
        case "expects":
            yield from in_expectation(tokens)
        case _ if keyword in STRENGTH_WORDS:
            yield from word_at(tokens, 2 if len(tokens) > 1 and tokens[1].text == "not" else 1, "role")
            yield from _deadline(tokens)
            yield from _in_brackets(tokens)
        case _:
            pass
    yield from _points(tokens)
    yield from in_condition(tokens)


def _targets(tokens: tuple[Token, ...], owner: str) -> Iterator[RawName]:
    for at, token in enumerate(tokens[:-1]):
        if token.kind is TokenKind.ARROW:
            other = tokens[at + 1].text == "tree" and at + 2 < len(tokens)
            if other:
                yield from word_at(tokens, at + 2, "tree", owner)
            else:
                yield from word_at(tokens, at + 1, "node")


def _counted(tokens: tuple[Token, ...], owner: str) -> Iterator[RawName]:
    at = next((at for at, token in enumerate(tokens) if token.text == "as" and at > 1), len(tokens))
    for place in range(at + 1, len(tokens)):
        yield from word_at(tokens, place, "answer", owner)


def _points(tokens: tuple[Token, ...]) -> Iterator[RawName]:
    adds = False
    for at, token in enumerate(tokens):
        adds = (adds or token.text == "adds") and token.text != "when" and token.kind is not TokenKind.ARROW
        if adds and token.text == "to":
            yield from word_at(tokens, at + 1, "total")


def _deadline(tokens: tuple[Token, ...]) -> Iterator[RawName]:
    within = next((at for at, token in enumerate(tokens) if token.text == "within"), len(tokens))
    for at in range(within, min(within + 8, len(tokens) - 1)):
        if tokens[at].text == "of":
            yield from word_at(tokens, at + 1, "node")


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
        elif is_named(token) and behind and behind.kind in (TokenKind.WORD, TokenKind.TEXT):
            policy = token.text
            yield named("policy", token)
        else:
            text, end = token.text, token.span.end
            while at + 2 < len(tokens) and tokens[at].kind is TokenKind.OPEN and tokens[at].span.start == end:
                text, end = f"{text}({tokens[at + 1].text})", tokens[at + 2].span.end
                at += 3
            yield RawName("clause", text, token.span.start, end, policy)
