"""The words of one line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.problems import Problem, StrangeCharacter, UnclosedText


class Kind(Enum):
    """What a token is; the value is how a message names it."""

    WORD = "a word"
    TEXT = "words in quotation marks"
    ARROW = "`->`"
    OPEN = "`(`"
    CLOSE = "`)`"
    COMMA = "`,`"
    END = "the end of the line"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a line. The `text` of a TEXT token is without its quotation marks."""

    kind: Kind
    text: str
    span: Span


_TOKEN = re.compile(
    r"""(?P<space>\s+)|(?P<comment>\#.*)|(?P<arrow>->)|(?P<open>\()|(?P<close>\))|(?P<comma>,)
    |(?P<word>\w+(?:[.-]\w+)*)|(?P<text>"(?:[^"\\]|\\.)*")|(?P<curly>[“”„](?:[^“”"])*[“”])
    |(?P<unclosed>".*)|(?P<strange>.)""",
    re.VERBOSE,
)
_KINDS = {
    "arrow": Kind.ARROW,
    "open": Kind.OPEN,
    "close": Kind.CLOSE,
    "comma": Kind.COMMA,
    "word": Kind.WORD,
    "text": Kind.TEXT,
    "curly": Kind.TEXT,
    "unclosed": Kind.TEXT,
}


def lex(source: Source, line: Span) -> tuple[list[Token], list[Problem]]:
    """Return the tokens of a line, ending with an END token, and what could not be read.

    A faulty piece still gives a token where its meaning is plain, so that one slip of the pen is
    reported once.
    """
    tokens: list[Token] = []
    problems: list[Problem] = []
    for match in _TOKEN.finditer(source.text, line.start, line.end):
        group = str(match.lastgroup)
        span = Span(match.start(), match.end())
        if group in ("strange", "curly"):
            problems.append(StrangeCharacter(Span(span.start, span.start + 1), match[0][0]))
        elif group == "unclosed":
            problems.append(UnclosedText(span))
        if group in _KINDS:
            tokens.append(Token(_KINDS[group], _value(group, match[0]), span))
    tokens.append(Token(Kind.END, "", Span(line.end, line.end)))
    return tokens, problems


def _value(group: str, raw: str) -> str:
    if group == "text":
        return re.sub(r'\\(["\\])', r"\1", raw[1:-1])
    if group == "curly":
        return raw[1:-1]
    return raw[1:] if group == "unclosed" else raw
