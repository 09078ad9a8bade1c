"""A text that an author wrote, and the way from an offset to a line and column."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Source:
    """`text`, and the `name` by which its author knows it (a file's path)."""

    name: str
    text: str
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        starts = (0, *(match.end() for match in _LINE_END.finditer(self.text)))
        object.__setattr__(self, "_starts", starts)

    @property
    def line_starts(self) -> tuple[int, ...]:
        """The offset at which each line begins. Only CR LF, LF and CR end a line."""
        return self._starts

    def place(self, offset: int) -> tuple[int, int]:
        """Return the line and column of `offset`, both counted from 1."""
        row = bisect_right(self._starts, offset) - 1
        return row + 1, offset - self._starts[row] + 1

    def line(self, number: int) -> str:
        """Return line `number` (counted from 1) without its line ending; raise IndexError past the last."""
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : end].rstrip("\r\n")
