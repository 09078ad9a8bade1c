"""A reader's finger on one line of tokens."""

from __future__ import annotations

from typing import NamedTuple, assert_never

from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.language.lexer import Token, TokenKind
from clausetree.tree.problems.lines import Expected
from clausetree.tree.problems.problem import TreeProblem


class BrokenLine(Exception):  # noqa: N818 - it never leaves the parser
    """The rest of this line cannot be read."""

    def __init__(self, problem: TreeProblem) -> None:
        super().__init__(problem)
        self.problem = problem


class _Phrase(NamedTuple):
    """What was wanted, in words."""

    words: str


def _in_words(wanted: str | TokenKind | _Phrase) -> str:
    match wanted:
        case _Phrase(words):
            return words
        case TokenKind():
            return wanted.value
        case str():
            return f"`{wanted}`"
        case _:
            assert_never(wanted)


class Line:
    """A reader's finger on the tokens of one line. It remembers what it would have taken.

    `problems` are what is wrong with this line, as far as it was read. `misleading` says that one of them leads
    to others: what follows from it is none. A line of a scenario that begins with no keyword `gives` an answer.
    """

    def __init__(
        self, source: Source, tokens: list[Token], problems: list[TreeProblem], *, misleading: bool
    ) -> None:
        self.source = source
        self.keyword = tokens[0].text
        self.gives = False
        self.misleading = misleading
        self.problems = problems
        self.tokens = tokens
        self._at = 0
        self._wanted: list[str | TokenKind | _Phrase] = []

    @property
    def next(self) -> Token:
        """The token under the finger."""
        return self.tokens[self._at]

    def ahead(self, count: int) -> list[Token]:
        """The next tokens, so many of them as there are."""
        return self.tokens[self._at : self._at + count]

    def check(self, kind: TokenKind, *words: str) -> bool:
        """Return whether the next token is of this kind (and is one of these words)."""
        token = self.tokens[self._at]
        if token.kind is kind and (not words or token.text in words):
            return True
        self._wanted += words or (kind,)
        return False

    def read(self) -> Token:
        """Return the next token and move past it."""
        token = self.next
        if token.kind is not TokenKind.END:
            self._at += 1
        self._wanted = []
        return token

    def expect(self, kind: TokenKind, *words: str, wanted: str | None = None) -> Token:
        """Return the next token if it fits. Raises BrokenLine, which gives up the line, otherwise."""
        if self.check(kind, *words):
            return self.read()
        if wanted:
            self._wanted[-max(len(words), 1) :] = [_Phrase(wanted)]
        raise BrokenLine(
            Expected(self.next.span, self.found, self._choices(), "given" if self.gives else self.keyword)
        )

    def finish(self) -> None:
        """Raise BrokenLine if anything is left on the line."""
        self.expect(TokenKind.END)

    def since(self, start: int) -> Span:
        """Return the span from `start` to the token read last."""
        return Span(start, self.tokens[max(self._at - 1, 0)].span.end)

    @property
    def start(self) -> int:
        """The offset at which the line begins."""
        return self.tokens[0].span.start

    @property
    def bare(self) -> str:
        """The line from `start` on, with nothing but quotation marks for a text, and without its comment."""
        words = self.source.text[: self.tokens[-1].span.end]
        for span in (token.span for token in self.tokens if token.kind is TokenKind.TEXT):
            words = words[: span.start] + '"' * (span.end - span.start) + words[span.end :]
        return words[self.start :].partition("#")[0]

    def _choices(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(_in_words, self._wanted)))

    @property
    def found(self) -> str:
        """The next token as it stands in the file; "" at the end of the line."""
        return self.source.text[self.next.span.start : self.next.span.end]
