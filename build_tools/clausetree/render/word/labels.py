"""How a printed label is counted: what is a count in it, and what stands around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from clausetree.policy.numbers.counting import roman

_COUNT = re.compile(r"\d+|(?<![^\W\d_])[a-z]{1,8}(?![^\W\d_])|(?<![^\W\d_])[A-Z]{1,8}(?![^\W\d_])")
_SECTION = re.compile(r"(?<=\d)\.0\.?\Z")
"""Sections are called 2.0 where their clauses are called 2.1: they count by the 2 alone."""
_LONGEST = 9


@dataclass(frozen=True, slots=True)
class Count:
    """A count in one of Word's formats."""

    form: str
    value: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a label: its counts, the last one its own, and the words around them, one more."""

    counts: tuple[Count, ...]
    around: tuple[str, ...]


def depth_of(label: str) -> int:
    """Return how many counts stand in a label above its own."""
    return max((len(reading.counts) - 1 for reading in readings(label)), default=0)


def readings(label: str) -> list[Reading]:
    """Return the ways to read a label, the likeliest first; none where nothing in it is counted."""
    end = match.start() if (match := _SECTION.search(label)) else len(label)
    found = [(count, list(_counts(count[0]))) for count in _COUNT.finditer(label, 0, end)]
    counted = [(count, ways) for count, ways in found if ways]
    if not counted or len(counted) > _LONGEST or "%" in label:
        return []
    edges = [0, *(edge for count, _ in counted for edge in count.span()), len(label)]
    around = tuple(label[edges[at] : edges[at + 1]] for at in range(0, len(edges), 2))
    made = [Reading(counts, around) for counts in product(*(ways for _, ways in counted))]
    return sorted(made, key=lambda reading: [count.value for count in reading.counts])


def _counts(text: str) -> Iterator[Count]:
    if text.isdecimal():
        if not text.isascii() or len(text) > 6:
            return
        if text == str(int(text)):
            yield Count("decimal", int(text))
        if len(text) == 2 and text != "00":
            yield Count("decimalZero", int(text))
        return
    small = text.lower()
    case = "lower" if small == text else "upper"
    if roman(small):
        yield Count(f"{case}Roman", roman(small))
    if len(set(small)) == 1 and len(small) < 4:
        yield Count(f"{case}Letter", 26 * (len(small) - 1) + ord(small[0]) - ord("a") + 1)
