"""A diff of two texts, word by word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum, auto


class Edit(Enum):
    """What happened to a run of words."""

    KEPT = auto()
    REMOVED = auto()
    ADDED = auto()


@dataclass(frozen=True, slots=True)
class DiffRun:
    """Words in a row of which the same became."""

    edit: Edit
    words: str


def word_diff(before: str, after: str) -> list[DiffRun]:
    """Return the runs of both texts in reading order; what was removed stands before what was added.

    Those kept or removed make `before`, and those kept or added make `after`, when they are joined by spaces.
    """
    old, new = before.split(), after.split()
    found: list[DiffRun] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        found += _runs(tag, old[a:b], new[c:d])
    return found


def _runs(tag: str, old: list[str], new: list[str]) -> Iterator[DiffRun]:
    if tag == "equal":
        yield DiffRun(Edit.KEPT, " ".join(new))
        return
    if old:
        yield DiffRun(Edit.REMOVED, " ".join(old))
    if new:
        yield DiffRun(Edit.ADDED, " ".join(new))
