"""What an item belongs to: (b) to what (a) belongs to, (i) to the (a) above it, and (A) to that (i)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clausetree.policy.numbers.alphabets import CHINESE, OTHERS
from clausetree.policy.numbers.counting import Count, follows, is_first, readings

_OTHER = rf"[{OTHERS}]|στ|هـ"
_ITEM = re.compile(
    rf"(?:\((?P<inside>[a-z]{{1,5}}|[A-Z]{{1,5}}|\d{{1,2}}[a-z]?|{_OTHER})\)"
    rf"|(?P<before>[a-z]{{1,4}}|[A-Z]|\d{{1,2}}|{_OTHER})\)|(?P<dotted>[a-z]{{1,4}}|{_OTHER})\.(?!\s+[a-z]\.)"
    rf"|(?P<degree>\d{{1,2}})°)(?=\s+\S)|（(?P<wide>[{CHINESE}]{{1,4}}|\d{{1,2}})）",  # noqa: RUF001
    re.ASCII,
)
"""A dotted letter before another one is no item but a word: "i. e."."""
_ANYWHERE = re.compile(r"\((?:[a-z]|[ivxl]+)\)", re.ASCII)
"""These are letters of items even where the one before is not there."""
_ALPHABET = 26


@dataclass(frozen=True, slots=True)
class ItemLabel:
    """`printed` has the signs of `own`: "(a)" and "a"."""

    printed: str
    own: str


@dataclass(frozen=True, slots=True)
class _Open:
    """`counts` are all that an item may count as: ب comes second in two orders of letters."""

    counts: tuple[Count, ...]
    parent: int | None
    item: int


def read_item(words: str) -> ItemLabel | None:
    """Return the letter, roman numeral or figure that words begin with: "(a)", "a)", "a.", "(iv)", "1°"."""
    match = _ITEM.match(words)
    if match is None:
        return None
    own = next(filter(None, match.groups()))
    return ItemLabel(match[0], own) if readings(own) else None


class Items:
    """Takes the units of a policy by their places, in reading order."""

    def __init__(self) -> None:
        self._above: int | None = None
        self._between = False
        self._open: list[_Open] = []

    def begin(self, above: int | None, numbered: bool) -> None:
        """Take a unit that is no item; `above` is None for one that has none.

        Without a number it may stand between two items: "or" between (a) and (b).
        """
        self._above = above
        self._between = True
        if above is None or numbered:
            self._open = []

    def parent(self, label: ItemLabel) -> int | None:
        """Return what the next unit is an item of; None where it is no item, or nothing stands above it."""
        goes_on = any(_next(before.counts, label.own) for before in self._open)
        if not (goes_on or _begun(label.own) or _ANYWHERE.fullmatch(label.printed)):
            return None
        return self._position(label.own)[1]

    def add(self, label: ItemLabel, item: int) -> None:
        """Take an item."""
        level, parent, counts = self._position(label.own)
        self._open[level:] = [_Open(counts, parent, item)]
        self._between = False

    def _position(self, own: str) -> tuple[int, int | None, tuple[Count, ...]]:
        """Return how deep it stands, under what, and what it counts there."""
        open_levels = list(enumerate(self._open))[::-1]
        for level, before in open_levels:
            if following := _next(before.counts, own):
                return level, before.parent, following
        counts = _begun(own)
        if not self._open or not counts:
            return 0, self._above, counts or readings(own)[:1]
        for level, before in open_levels:
            if _are_alike(before.counts[0], counts[0]):
                return level, self._above if self._between or level == 0 else before.parent, counts
        inner = self._above if self._between and own != "i" else self._open[-1].item
        return len(self._open), inner, counts


def _next(before: tuple[Count, ...], own: str) -> tuple[Count, ...]:
    return tuple(count for count in readings(own) if any(follows(one, count) for one in before))


def _begun(own: str) -> tuple[Count, ...]:
    """Return what counts one where a list may begin with it: a, i, A, I, 1, aa."""
    return tuple(count for count in readings(own) if is_first(count) or own == "aa")


def _are_alike(one: Count, other: Count) -> bool:
    """Tell whether two are of the same kind of list: a and b are, but not a and i, a and 1, or a and aa."""
    (numeral, value), (other_numeral, other_value) = one[0], other[0]
    return numeral is other_numeral and (value > _ALPHABET) is (other_value > _ALPHABET)
