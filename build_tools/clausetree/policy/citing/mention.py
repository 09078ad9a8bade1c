"""A clause that is named in words: "see section 4.2", "paragraph (a) above"."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """From `start` to `end` in a text stands what names the clause with `number`: "section 4.2".

    The number of an item that is named alone is "(a)". `outside` is what shows that it may be a clause of
    another document: "of the Children Act 1989". It is "" where nothing does.
    """

    start: int
    end: int
    number: str
    outside: str = ""
