"""Paragraphs that begin with a letter, as in "(a) the address;": items of the paragraph above them."""

from __future__ import annotations

import re

from clausetree.policy.clause import Clause

_LABEL = re.compile(r"(?:\((?P<inside>[a-z]{1,4})\)|(?P<before>[a-z])[.)])\s+(?=\S)", re.ASCII)
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def split_letter(words: str) -> tuple[str, str, str]:
    """Part a letter from the words that it begins: "a", "(a)", "the address;". Both are "" where none does."""
    match = _LABEL.match(words)
    if match is None:
        return "", "", words
    return match["inside"] or match["before"], match[0].rstrip(), words[match.end() :]


class Letters:
    """Knows what a lettered paragraph belongs to: (b) to what (a) belongs to, and (i) to the (a) above it."""

    def __init__(self) -> None:
        self._above: Clause | None = None
        self._open: list[tuple[str, Clause | None, Clause | None]] = []  # letter, parent, item

    def begin(self, above: Clause | None) -> None:
        """Take a heading (None), or a paragraph without a letter: "or" may stand between (a) and (b)."""
        self._above = above
        if above is None or above.number is not None:
            self._open = []

    def parent(self, letter: str) -> Clause | None:
        """Return the paragraph that the next one is an item of; None where none stands above it."""
        return self._place(letter)[1]

    def add(self, letter: str, item: Clause | None) -> None:
        """Take a lettered paragraph."""
        level, parent = self._place(letter)
        self._open[level:] = [(letter, parent, item)]

    def _place(self, letter: str) -> tuple[int, Clause | None]:
        """Return how deep it stands, and under what."""
        for level in reversed(range(len(self._open))):
            before, parent, _ = self._open[level]
            if letter in _next(before):
                return level, parent
        if letter == "i" and self._open:
            return len(self._open), self._open[-1][2]
        return 0, self._above


def _next(letter: str) -> set[str]:
    roman = _ROMAN.index(letter) + 1 if letter in _ROMAN else len(_ROMAN)
    return {chr(ord(letter[0]) + 1), *_ROMAN[roman : roman + 1]}
