"""The lines of a tree as somebody is just writing it: whatever cannot be read yet, each has its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.language.keywords import FILE, MARKDOWN_KEYWORDS
from clausetree.tree.language.lexer import Token, TokenKind, lex
from clausetree.tree.layout.layout import TAB

_BLOCK = re.compile(rf"^(?:{'|'.join(FILE)})\b(?!\s+(?:is|includes)\b)", re.MULTILINE)
"""At the margin no line is Markdown beneath a keyword, so that a block begins wherever a text is cut there."""


class WrittenLine(NamedTuple):
    """A line at offset `start`, in the block that its own keyword or one above begins.

    `text` is without its end; the spans of `tokens` count from its own start. `block` is the keyword of the
    block and `owner` what that is called; both are "" above the first. It is `prose` where it is Markdown
    beneath a keyword, or a comment.
    """

    start: int
    text: str
    block: str
    owner: str
    tokens: tuple[Token, ...]
    prose: bool = False

    @property
    def keyword(self) -> str:
        """The word that it begins with; "" where it begins with something else."""
        return self.tokens[0].text if self.tokens and self.tokens[0].kind is TokenKind.WORD else ""

    @property
    def begins(self) -> bool:
        """Whether a block begins here."""
        return begins_block(self.tokens)


class Part(NamedTuple):
    """A stretch of a text from a line that begins a block to the next; `start` is where it stands."""

    start: int
    text: str


@lru_cache(maxsize=16)
def parts_of(text: str) -> tuple[Part, ...]:
    """Return the parts of a text: while one is written, all others stay as they are."""
    starts = [0, *(match.start() for match in _BLOCK.finditer(text) if match.start())]
    return tuple(Part(start, text[start:end]) for start, end in pairwise((*starts, len(text))))


@lru_cache(maxsize=10_000)
def lines_of_part(text: str) -> tuple[WrittenLine, ...]:
    """Return the lines of a part, which start at 0 there."""
    return tuple(_lines(text))


@lru_cache(maxsize=4)
def written_lines(text: str) -> tuple[WrittenLine, ...]:
    """Return every line of a text, blank ones too."""
    parts = parts_of(text)
    return tuple(
        WrittenLine(part.start + line[0], *line[1:])
        for part in parts
        for line in lines_of_part(part.text)
        if line.text or part is parts[-1] or line[0] < len(part.text)
    )


def line_at(text: str, offset: int) -> WrittenLine:
    """Return the line in which an offset stands."""
    parts = parts_of(text)
    part = parts[bisect_right(parts, offset, key=lambda one: one.start) - 1]
    lines = lines_of_part(part.text)
    found = lines[bisect_right(lines, offset - part.start, key=lambda line: line.start) - 1]
    return found._replace(start=part.start + found.start)


@lru_cache(maxsize=30_000)
def tokens_of(line: str) -> tuple[Token, ...]:
    """Return the tokens of a line, without that for its end. Most lines stay while one is written."""
    return tuple(lex(Source("", line), Span(0, len(line)))[0][:-1])


def lines_of_block(text: str, line: WrittenLine) -> tuple[WrittenLine, ...]:
    """Return the lines of the block in which a line stands, from its first on."""
    parts = parts_of(text)
    part = parts[bisect_right(parts, line.start, key=lambda one: one.start) - 1]
    found = [each._replace(start=part.start + each.start) for each in lines_of_part(part.text)]
    first = last = found.index(line)
    while first and not found[first].begins:
        first -= 1
    while last + 1 < len(found) and not found[last + 1].begins:
        last += 1
    return tuple(found[first : last + 1])


def begins_block(tokens: tuple[Token, ...]) -> bool:
    """Return whether a line with these tokens begins a block, and is no answer to a question called `step`."""
    first, *others = tokens or (None,)
    return first is not None and first.text in FILE and not (others and others[0].text in ("is", "includes"))


def indent_of(line: str) -> int:
    """Return how far in a line stands, in spaces."""
    return len(line[: len(line) - len(line.lstrip())].expandtabs(TAB))


def _lines(text: str) -> Iterator[WrittenLine]:
    block = owner = ""
    beneath: int | None = None
    for start, end in pairwise((*Source("", text).line_starts, len(text))):
        line = text[start:end].rstrip("\r\n")
        words = line.strip()
        inside = beneath is not None and indent_of(line) > beneath
        if not words or words.startswith("#") or inside:
            yield WrittenLine(start, line, block, owner, (), prose=inside or bool(words))
            continue
        beneath = None
        tokens = tokens_of(line)
        if begins_block(tokens):
            block = tokens[0].text
            owner = tokens[1].text if len(tokens) > 1 and tokens[1].kind is TokenKind.WORD else ""
        elif tokens and tokens[0].text in MARKDOWN_KEYWORDS and tokens[0].text in FILE.get(block, ()):
            beneath = indent_of(line)
        yield WrittenLine(start, line, block, owner, tokens)
