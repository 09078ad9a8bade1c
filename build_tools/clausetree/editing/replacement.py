"""A change to a text, as an editor makes it: small enough that the author's own layout and comments stay."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clausetree.report.span import Span


@dataclass(frozen=True, slots=True)
class Replacement:
    """Put `text` in the place of the characters in `span`; an empty span is a place to put it in."""

    span: Span
    text: str


def replaced(text: str, replacements: Iterable[Replacement]) -> str:
    """Return `text` after all of them, whose spans count in `text` as it is now.

    Several at one place are put in one behind the other. Raises `ValueError` where two overlap.
    """
    parts: list[str] = []
    end = 0
    for each in sorted(replacements, key=lambda each: (each.span.start, each.span.end)):
        if each.span.start < end:
            raise ValueError(f"Two changes of one text overlap at character {each.span.start}.")
        parts += [text[end : each.span.start], each.text]
        end = each.span.end
    return "".join([*parts, text[end:]])
