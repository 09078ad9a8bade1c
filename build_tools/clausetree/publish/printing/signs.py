"""Which signs can be printed: those that one of the fonts has.

`printable.txt` says it: the fonts hold 60 MB, and `check` must not wait for them to be read.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from clausetree.render.typst.strings import plain

PRINTABLE: Final = Path(__file__).with_name("printable.txt")
"""A line that says what the fonts were, and then the ranges of the signs, in hexadecimal."""


@lru_cache(maxsize=256)
def missing_signs(text: str) -> tuple[str, ...]:
    """Return the signs in `text` that no font has, each once, in order."""
    if text.isascii():
        return ()
    firsts, lasts = _printable()
    return tuple(
        sign for sign in dict.fromkeys(plain(text)) if ord(sign) > lasts[bisect(firsts, ord(sign)) - 1]
    )


def sign_name(sign: str) -> str:
    """Return what a sign is called."""
    return unicodedata.name(sign, f"U+{ord(sign):04X}").lower()


def write_printable(signs: list[int], made_with: str) -> str:
    """Return what `printable.txt` is to hold; `signs` are in order."""
    ranges: list[tuple[int, int]] = []
    for sign in signs:
        first = ranges.pop()[0] if ranges and ranges[-1][1] == sign - 1 else sign
        ranges.append((first, sign))
    return "\n".join([f"# {made_with}", *(f"{first:x}-{last:x}" for first, last in ranges)]) + "\n"


def read_printable(text: str) -> list[tuple[int, int]]:
    """Return the first and the last sign of each range."""
    ranges = (line.partition("-") for line in text.splitlines() if not line.startswith("#"))
    return [(int(first, 16), int(last, 16)) for first, _, last in ranges]


@cache
def _printable() -> tuple[list[int], list[int]]:
    """Return the first and the last sign of each range; before all of them stands an empty one."""
    ranges = read_printable(PRINTABLE.read_text(encoding="ascii"))
    return [0, *(first for first, _ in ranges)], [-1, *(last for _, last in ranges)]
