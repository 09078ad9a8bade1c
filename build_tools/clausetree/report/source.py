"""A text that an author wrote, and the way from an offset to a line and column."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Source:
    """`text`, and the `name` by which its author knows it (a file's path)."""

    name: str
    text: str
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = [0]
        starts += [at + 1 for at, char in enumerate(self.text) if char == "\n"]
        object.__setattr__(self, "_starts", tuple(starts))

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column of `offset`, both counted from 1."""
        row = bisect_right(self._starts, offset) - 1
        return row + 1, offset - self._starts[row] + 1

    def line(self, number: int) -> str:
        """Return line `number` (counted from 1) without its line ending."""
        start = self._starts[number - 1]
        return self.text[start:].split("\n", 1)[0].rstrip("\r")
