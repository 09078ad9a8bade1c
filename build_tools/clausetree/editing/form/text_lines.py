"""Lines of a text by their numbers, and how its author lays them out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetree.report.source import Source
from clausetree.report.span import Span

_FIRST_END = re.compile(r"\r\n|\r|\n")
_FURTHER_IN = re.compile(r"(?:\A|(?<=[\r\n]))([ \t]+)(?=[^\s#])")


def line_span(source: Source, number: int) -> Span:
    """Return where line `number` (counted from 1) stands, without its end."""
    start = source.line_starts[number - 1]
    return Span(start, start + len(source.line(number)))


def line_end_of(source: Source) -> str:
    """Return how a text ends its lines."""
    found = _FIRST_END.search(source.text)
    return found[0] if found else "\n"


def indentation_of(source: Source) -> str:
    """Return with what a text puts lines further in: what stands before the first that is."""
    found = _FURTHER_IN.search(source.text)
    return found[1] if found else "    "


def shared_count(first: Sequence[object], second: Sequence[object]) -> int:
    """Return with how many things both begin."""
    pairs = zip(first, second, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(first), len(second)))


def shared_beginning(texts: Sequence[str]) -> str:
    """Return with what all texts begin; "" of none."""
    first, last = min(texts, default=""), max(texts, default="")
    return first[: shared_count(first, last)]
