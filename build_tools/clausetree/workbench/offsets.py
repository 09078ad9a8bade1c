"""Places in a text as browsers count them: a letter beyond the first plane of Unicode is two units there."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from clausetree.report.span import Span

_FIRST_WIDE = "\U00010000"


@dataclass(frozen=True, slots=True)
class Units:
    """The way from the letters of a text to a browser's units, and back.

    `wide` are the places of letters that are two units.
    """

    wide: tuple[int, ...]

    def of(self, offset: int) -> int:
        """Return how many units stand before the letter at `offset`."""
        return offset + bisect_right(self.wide, offset - 1)

    def letters(self, units: int) -> int:
        """Return how many letters stand within the first `units`; one that is cut in two counts."""
        before = 0
        for place in self.wide:
            if place + before + 2 > units:
                return units - before if units <= place + before else place + 1
            before += 1
        return units - before

    def span(self, span: Span) -> tuple[int, int]:
        """Return where a stretch begins and ends."""
        return self.of(span.start), self.of(span.end)


def units_of(text: str) -> Units:
    """Return the way for `text`."""
    if text.isascii() or max(text) < _FIRST_WIDE:
        return Units(())
    return Units(tuple(at for at, letter in enumerate(text) if letter >= _FIRST_WIDE))
