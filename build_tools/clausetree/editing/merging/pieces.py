"""The pieces that a text consists of: what can be changed, moved, added or removed by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from clausetree.editing.merging.three_way import lines
from clausetree.tree.layout.layout import TAB

NO_LINE_FEED = "no line feed"
"""The end of a text whose last line has none."""


@dataclass(frozen=True, slots=True)
class Piece:
    """`key` is what names it among its neighbours, "" where nothing does. `name` is for people.

    `above` are the empty lines over it. Its text can be divided `inside`, or is merged `by_words`, or whole.
    """

    key: str
    name: str
    text: str
    above: str = ""
    inside: Parting | None = None
    by_words: bool = True


@dataclass(frozen=True, slots=True)
class Parted:
    """Joined as they stand, `pieces` make the text that was parted; `tail` is what stands behind the last."""

    pieces: tuple[Piece, ...]
    tail: str = ""


@dataclass(frozen=True, slots=True)
class Parting:
    """A way to part texts. In `any_order`, named pieces that are added mean the same in every order.

    Where a piece came to stand under another that it never stood under, `between` them are these empty lines.
    """

    part: Callable[[str], Parted]
    any_order: bool = False
    between: str = ""


def parted(text: str, starts: Iterable[int], piece: Callable[[str, int], Piece]) -> Parted:
    """Return the pieces that begin at the offsets `starts`; what stands before the first of them is one too.

    `piece` makes one of its words and the offset that it was cut at.
    """
    places = sorted({0, *starts})
    found: list[Piece] = []
    above = ""
    for start, end in pairwise([*places, len(text)]):
        stretch = text[start:end]
        rows = lines(stretch)
        blank = [not row.strip() for row in rows]
        if all(blank):
            above += stretch
            continue
        first, last = blank.index(False), len(blank) - blank[::-1].index(False)
        words = "".join(rows[first:last])
        whole = words if words.endswith("\n") else f"{words}\n"
        found.append(replace(piece(whole, start), above=above + "".join(rows[:first])))
        above = "".join(rows[last:])
    ends = text.endswith("\n") or not text
    return Parted(_told_apart(found), above if ends or above else NO_LINE_FEED)


def margin_starts(text: str, margin: int, *, comments: bool = True) -> list[int]:
    """Return where the lines stand that are at most `margin` in, each with the comments right above it.

    A comment that stands for itself begins a piece, too, if nothing further in follows.
    """
    found: list[int] = []
    rows = lines(text)
    offset = sum(map(len, rows))
    below: str | None = None
    """The line beneath, if it is not empty."""
    next_words: str | None = None
    for row in reversed(rows):
        offset -= len(row)
        if not row.strip():
            below = None
            continue
        comment = comments and row.lstrip().startswith("#")
        if width(row) <= margin and (not comment or _alone(next_words, margin)):
            if comment and below is not None and found and found[-1] == offset + len(row):
                found.pop()
            found.append(offset)
        below = next_words = row
    return found[::-1]


def width(line: str) -> int:
    """Return how far in a line stands."""
    return len(line[: len(line) - len(line.lstrip())].expandtabs(TAB))


def _alone(following: str | None, margin: int) -> bool:
    return following is None or width(following) <= margin


def _told_apart(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Return the pieces; a name that several have is none."""
    keys = [piece.key for piece in pieces]
    return tuple(replace(one, key="") if keys.count(one.key) > 1 else one for one in pieces)
