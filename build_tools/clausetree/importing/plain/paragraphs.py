"""Paragraphs put together of the lines that a page broke them into."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from clausetree.importing.contents import HEADING
from clausetree.policy.labels.items import read_item
from clausetree.policy.numbers.nouns import NOUNS
from clausetree.policy.pasting.joining import JOINING
from clausetree.policy.pasting.pasted import BULLET
from clausetree.policy.pasting.pasted_lines import clause_row

_ENDED = re.compile(rf"(?:[.:;!?…]|(?<=\s)(?:{JOINING}))[\s\"'”’)]*\Z")
_SENTENCE = re.compile(r"[.!?:;…][\s\"'”’)]*\Z")
_NUMBER = re.compile(r"(?:\d{1,3}|[IVXLC]+|[A-Z])[.)]\s|(?:[-–*]|§)\s|\d{1,3}\.?\s+[A-Z]")
_NOUN = re.compile(rf"(?:\b(?:(?i:{NOUNS})s?|to|of|in)|(?<![;:,]\s)\b(?:and|or)|§)\Z")
_HYPHEN = re.compile(r"(?P<word>[^\W\d_]+)[-\u00ad]\Z")
_FIRST = re.compile(r"[^\W\d_]+")
_FULL = 0.85
"""A line that is shorter than this part of the longest ones had room for the next word."""
_SHORT = 0.6
_LONGEST = 120
"""No page has longer lines."""
_MOST = 0.95
"""So many of the lines are no longer than what counts as the width of a page."""


def is_begun(line: str) -> bool:
    """Tell whether a line begins with a number, a letter in brackets or a bullet."""
    return bool(BULLET.match(line) or clause_row(line) or read_item(line) or _NUMBER.match(line))


def are_broken(lines: Sequence[str]) -> bool:
    """Tell whether the lines of a text are those of a page, and not whole paragraphs."""
    said = [line.strip() for line in lines]
    if max(map(len, said), default=0) > _LONGEST:
        return False
    pairs = pairwise(said)
    return any(
        line and below[:1].islower() and not is_begun(below) and not _ENDED.search(line)
        for line, below in pairs
    )


def paragraphs(lines: Sequence[str]) -> list[str]:
    """Return the paragraphs of lines that a page broke. An empty line ends one."""
    said = [line.strip() for line in lines]
    lengths = sorted(len(line) for line in said if line)
    width = lengths[int(len(lengths) * _MOST)] if lengths else 0
    hyphens = _Hyphens(said)
    made: list[list[str]] = []
    last = ""
    for line in said:
        if line and last and _goes_on(last, line, width):
            made[-1][-1] = hyphens.ended(last, line)
            made[-1].append(line)
        elif line:
            made.append([line])
        last = line
    return ["".join(pieces) for pieces in made]


def _goes_on(last: str, line: str, width: int) -> bool:
    fits = len(last) + 1 + len(line.split()[0]) < _FULL * width
    if is_begun(line):
        # "As in section" may be followed by "2.2".
        return not fits and not BULLET.match(line) and _NOUN.search(last) is not None
    if line[0].islower() or _HYPHEN.search(last):
        return True
    if HEADING.fullmatch(line):
        return False
    if _SENTENCE.search(last) and len(line) < _SHORT * width and not _SENTENCE.search(line):
        return False
    return not fits


class _Hyphens:
    """Knows whether the hyphens at the ends of lines are those of words, by the words of the whole text."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._words = {word.lower() for line in lines for word in _FIRST.findall(_HYPHEN.sub("", line))}
        broken = pairwise(lines)
        self._breaks_words = any(self._is_known(before, line) for before, line in broken)

    def ended(self, before: str, line: str) -> str:
        """Return a line as it stands before the next one, with a space or without its hyphen."""
        hyphen = _HYPHEN.search(before)
        if hyphen is None:
            return f"{before} "
        if not line[:1].islower():
            return before
        first = _FIRST.match(line)
        whole = {hyphen["word"].lower(), first[0].lower() if first else ""} <= self._words
        breaks = before.endswith("\u00ad") or self._is_known(before, line) or (self._breaks_words and not whole)
        return before[:-1] if breaks else before

    def _is_known(self, before: str, line: str) -> bool:
        hyphen, first = _HYPHEN.search(before), _FIRST.match(line)
        return hyphen is not None and first is not None and (hyphen["word"] + first[0]).lower() in self._words
