"""Two changes of one text, put together where they do not touch."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_WORDS = re.compile(r"\s+|\S+")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")


@dataclass(frozen=True, slots=True)
class Alike:
    """What both have, or what only one has changed."""

    text: str


@dataclass(frozen=True, slots=True)
class Touching:
    """A stretch that both have changed, or whose changes stand side by side."""

    base: str
    mine: str
    published: str


type Stretch = Alike | Touching


@dataclass(frozen=True, slots=True)
class _Hunk:
    """In place of what stands from `start` to `end` stands `new`."""

    start: int
    end: int
    new: tuple[str, ...]


def scalar[T](base: T, mine: T, published: T) -> T | None:
    """Return what becomes of something that is not divided; None where each changed it in another way."""
    if mine in (base, published):
        return published
    return mine if published == base else None


def lines(text: str) -> list[str]:
    """Return the lines of a text, each with the feed that ends it."""
    return _LINES.findall(text)


def merged_words(base: str, mine: str, published: str) -> str | None:
    """Return a text with the words that either changed; None where a whole word does not stand between them."""
    found = stretches(_WORDS.findall(base), _WORDS.findall(mine), _WORDS.findall(published), _has_word)
    return "".join(_text(one) for one in found) if all(isinstance(one, Alike) for one in found) else None


def merged_lines(base: str, mine: str, published: str) -> list[Stretch]:
    """Return a text in stretches of whole lines; a line that neither changed stands between two changes."""
    return stretches(lines(base), lines(mine), lines(published), bool)


def stretches(
    base: Sequence[str],
    mine: Sequence[str],
    published: Sequence[str],
    parts: Callable[[Sequence[str]], bool],
) -> list[Stretch]:
    """Return what becomes of `base`, in order. Changes touch unless what stands between them `parts` them."""
    ours, theirs = _hunks(base, mine), _hunks(base, published)
    found: list[Stretch] = []
    at = 0
    for start, end in _together(base, [*ours, *theirs], parts):
        found.append(Alike("".join(base[at:start])))
        sides = [_side(base, start, end, hunks) for hunks in (ours, theirs)]
        old = "".join(base[start:end])
        settled = scalar(old, *sides)
        found.append(Touching(old, *sides) if settled is None else Alike(settled))
        at = end
    return [*found, Alike("".join(base[at:]))]


def _text(stretch: Stretch) -> str:
    return stretch.text if isinstance(stretch, Alike) else stretch.mine


def _has_word(between: Sequence[str]) -> bool:
    return any(letter.isalnum() for token in between for letter in token)


def _hunks(base: Sequence[str], side: Sequence[str]) -> list[_Hunk]:
    codes = SequenceMatcher(None, base, side, autojunk=False).get_opcodes()
    return [_Hunk(a, b, tuple(side[c:d])) for tag, a, b, c, d in codes if tag != "equal"]


def _together(
    base: Sequence[str], hunks: list[_Hunk], parts: Callable[[Sequence[str]], bool]
) -> Iterator[tuple[int, int]]:
    """Yield where changes stand, those that touch as one."""
    places = sorted({(hunk.start, hunk.end) for hunk in hunks})
    if not places:
        return
    start, end = places[0]
    for begins, ends in places[1:]:
        if begins > end and parts(base[end:begins]):
            yield start, end
            start, end = begins, ends
        else:
            end = max(end, ends)
    yield start, end


def _side(base: Sequence[str], start: int, end: int, hunks: list[_Hunk]) -> str:
    """Return what one side has in place of a stretch."""
    found: list[str] = []
    at = start
    for hunk in hunks:
        if hunk.start < start or hunk.end > end:
            continue
        found += [*base[at : hunk.start], *hunk.new]
        at = hunk.end
    return "".join([*found, *base[at:end]])
