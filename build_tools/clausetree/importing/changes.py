"""Tracked changes, of any kind of document, and what becomes of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from clausetree.importing.remarks import Kind, Remark

SOMETHING = "something that is no word"
"""A picture, a sign or a note that was put in or taken out."""


class Settle(Enum):
    """What becomes of tracked changes."""

    ACCEPT = "accepted"
    REJECT = "rejected"


@dataclass(frozen=True, slots=True)
class Change:
    """Words that somebody put in or took out, and the words of the paragraph that they stand in."""

    added: bool
    words: str
    around: str


def remark_of(change: Change, how: Settle) -> Remark:
    """Tell what became of a change."""
    done = f"{'added' if change.added else 'taken out'} and {how.value}"
    return Remark(Kind.CHANGE, change.words, change.around, done)


class ChangedError(Exception):
    """A document with tracked changes of which nobody said what becomes of them."""

    def __init__(self, found: list[Change]) -> None:
        """Tell the changes, in order."""
        super().__init__(f"{len(found)} tracked changes")
        self.found = found
