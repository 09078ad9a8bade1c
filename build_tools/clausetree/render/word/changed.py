"""Tracked changes: who made them and when, and the elements that say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from clausetree.render.word.xml import tag


@dataclass(slots=True)
class Marks:
    """Makes the marks of changes, each with a number of its own. `date` is the day, as in 2026-11-30."""

    author: str
    date: str
    _numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def mark(self, name: str, *inner: str) -> str:
        """Return an element that says who changed what stands in it, or beside it."""
        day = f"{self.date}T00:00:00Z"
        return tag(name, *inner, w_id=next(self._numbers), w_author=self.author, w_date=day)

    def around(self, run: str, was: bool, now: bool) -> str:
        """Return a run as it was, or is, or both."""
        if was and now:
            return run
        return self.mark("w:ins" if now else "w:del", run)

    def sign(self, was: bool, now: bool) -> str:
        """Return what says of a paragraph's end or a row that it was added or taken out; or nothing."""
        return "" if was and now else self.mark("w:ins" if now else "w:del")
