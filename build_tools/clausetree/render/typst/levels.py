"""The levels of headings: in a PDF for screen readers, none may be left out."""

from __future__ import annotations


class Levels:
    """Numbers headings one below the other, whatever levels were written."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def enter(self, written: int) -> int:
        """Return the level of the next heading."""
        while self._open and self._open[-1] >= written:
            self._open.pop()
        self._open.append(written)
        return len(self._open)

    @property
    def below(self) -> int:
        """The level of what stands under the heading above."""
        return len(self._open) + 1
