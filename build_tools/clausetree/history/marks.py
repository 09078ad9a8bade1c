"""Which words of a text went, came and stayed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum, auto


class Fate(Enum):
    """What happened to a stretch of words."""

    STAYED = auto()
    WENT = auto()
    CAME = auto()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words in a row with the same fate."""

    fate: Fate
    words: str


def marked(before: str, after: str) -> list[Stretch]:
    """Return the stretches of both texts in reading order; what went stands before what came.

    The stretches that stayed or went make `before`, and those that stayed or came make `after`, when
    they are joined by spaces.
    """
    old, new = before.split(), after.split()
    found: list[Stretch] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        found += _stretches(tag, old[a:b], new[c:d])
    return found


def _stretches(tag: str, old: list[str], new: list[str]) -> Iterator[Stretch]:
    if tag == "equal":
        yield Stretch(Fate.STAYED, " ".join(new))
        return
    if old:
        yield Stretch(Fate.WENT, " ".join(old))
    if new:
        yield Stretch(Fate.CAME, " ".join(new))
