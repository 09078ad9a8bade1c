"""The words of one line."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.numbers import CURRENCY_SIGNS, FIGURES, MINUS
from clausetree.tree.problems.lines import HiddenCharacter, NotUtf8, StrangeCharacter, UnclosedText
from clausetree.tree.problems.problem import TreeProblem


class TokenKind(Enum):
    """What a token is; the value is how a message names it."""

    WORD = "a word"
    TEXT = "words in quotation marks"
    ARROW = "`->`"
    SIGN = "`<`, `<=`, `>` or `>=`"
    OPEN = "`(`"
    CLOSE = "`)`"
    COMMA = "`,`"
    END = "the end of the line"


class Token(NamedTuple):
    """A piece of a line. The `text` of a TEXT token is without its quotation marks."""

    kind: TokenKind
    text: str
    span: Span


HIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
"""Characters that nobody sees, and that drawings or pages cannot hold, or that turn the words about."""

_SIGNED = rf"(?:[{MINUS}][{CURRENCY_SIGNS}]?|[{CURRENCY_SIGNS}]){FIGURES}(?![\w.,]*\w)"
"""A number below zero, or an amount of money."""

_BEFORE_A_NUMBER = (
    r"\bto\s",
    r"\bis\s",
    r"\bnot\s",
    r"[<>=]\s",
    "[<>=]",
    r"\bnumber\s",
    r"\bmoney\s",
    r"\b[A-Z]{3}\s",
)
_BEHIND = "|".join(f"(?<={words})" for words in _BEFORE_A_NUMBER)
_THOUSANDS = rf"(?=[0-9])(?:{_BEHIND}){FIGURES}(?![\w.,/:-]*\w)"
"""A number that may have commas, where no list of clauses or answers stands."""

# The words of a text that is never closed end before an arrow or a list of clauses, so that the rest
# of its line is understood.
_TOKEN = re.compile(
    rf"""(?P<space>(?:\s|{HIDDEN.pattern})+)
    |(?P<word>{_SIGNED}|{_THOUSANDS}|[0-9]+(?:/[0-9]+)+|[0-9]+(?:-[0-9]+)+[Tt][0-9]+(?::[0-9]+)+|\w+(?:[.'’-]+\w+)*)|(?P<text>"(?:[^"\\]|\\.)*")|(?P<comment>\#.*)
    |(?P<arrow>->)|(?P<nearly>[=–—-]+>|-\s+>|[→⇒➔➜⟶])|(?P<sign><=|>=|<|>)|(?P<open>\()|(?P<close>\))|(?P<comma>,)
    |(?P<curly>["“”„«][^"“”„«»]*["“”»]|['‘’][^"]*?['‘’](?=[\s,(]|$))
    |(?P<unclosed>"(?:\\.|[^"])*?(?=\s*(?:->|\([\w.,()\s-]*\)|$)))|(?P<strange>.)""",
    re.VERBOSE,
)
_KINDS = {
    "arrow": TokenKind.ARROW,
    "nearly": TokenKind.ARROW,
    "sign": TokenKind.SIGN,
    "open": TokenKind.OPEN,
    "close": TokenKind.CLOSE,
    "comma": TokenKind.COMMA,
    "word": TokenKind.WORD,
    "text": TokenKind.TEXT,
    "curly": TokenKind.TEXT,
    "unclosed": TokenKind.TEXT,
}


def lex(source: Source, line: Span) -> tuple[list[Token], list[TreeProblem]]:
    """Return the tokens of a line, ending with an END token, and what could not be read.

    A faulty piece still gives a token where its meaning is plain, so that one fault of the pen is
    reported once. For the same reason only the first character that has no meaning is reported.
    """
    tokens: list[Token] = []
    problems: list[TreeProblem] = []
    strange: re.Match[str] | None = None
    for match in _TOKEN.finditer(source.text, line.start, line.end):
        group = str(match.lastgroup)
        if group in ("space", "comment"):
            continue
        span = Span(*match.span())
        if group == "word":
            tokens.append(Token(TokenKind.WORD, match[0], span))
            continue
        if group in ("nearly", "curly") or (group == "strange" and strange is None):
            problems.append(_strange(group, match[0], span.start))
        elif group == "unclosed":
            problems.append(UnclosedText(span))
        strange = match if group == "strange" else strange
        if group in _KINDS:
            tokens.append(Token(_KINDS[group], _value(group, match[0]), span))
    tokens.append(Token(TokenKind.END, "", Span(line.end, line.end)))
    return tokens, problems


def unreadable(source: Source) -> list[TreeProblem]:
    """Return what is wrong with the characters of a whole file, wherever they stand."""
    broken = source.text.find("\ufffd")
    if broken >= 0:
        return [NotUtf8(Span(broken, broken + 1))]
    hidden = [Span(match.start(), match.end()) for match in HIDDEN.finditer(source.text)]
    return [HiddenCharacter(hidden[0], source.text[hidden[0].start], len(hidden) - 1)] if hidden else []


def _strange(group: str, found: str, start: int) -> StrangeCharacter:
    if group == "nearly":
        return StrangeCharacter(Span(start, start + len(found)), found)
    # Of two quotation marks one may be straight: the other is the strange one.
    at = len(found) - 1 if found[0] == '"' else 0
    return StrangeCharacter(Span(start + at, start + at + 1), found[at])


def _value(group: str, raw: str) -> str:
    if group == "text":
        words = raw[1:-1]
        return re.sub(r'\\(["\\])', r"\1", words) if "\\" in words else words
    if group == "curly":
        return raw[1:-1]
    return raw[1:] if group == "unclosed" else raw
