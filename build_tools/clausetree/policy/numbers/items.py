"""What a lettered unit belongs to: (b) to what (a) belongs to, and (i) to the (a) above it."""

from __future__ import annotations

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


class Items:
    """Takes the units of a policy by their places, in reading order."""

    def __init__(self) -> None:
        self._above: int | None = None
        self._open: list[tuple[str, int | None, int]] = []  # letter, parent, item

    def begin(self, above: int | None, numbered: bool) -> None:
        """Take a heading (None), or a paragraph without a letter: "or" may stand between (a) and (b)."""
        self._above = above
        if above is None or numbered:
            self._open = []

    def parent(self, letter: str) -> int | None:
        """Return what the next unit is an item of; None where nothing stands above it."""
        return self._place(letter)[1]

    def add(self, letter: str, item: int) -> None:
        """Take a lettered unit."""
        level, parent = self._place(letter)
        self._open[level:] = [(letter, parent, item)]

    def _place(self, letter: str) -> tuple[int, int | None]:
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
