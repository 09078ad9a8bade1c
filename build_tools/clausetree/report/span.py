"""A stretch of a source."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` up to but not including `end`, counted from 0."""

    start: int
    end: int

    def to(self, other: Span) -> Span:
        """Return the stretch from the start of this span to the end of `other`."""
        return Span(self.start, other.end)
