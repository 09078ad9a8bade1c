"""A clause that another one's words name: "see section 4.2", "paragraph (a) above"."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """From `start` to `end` in a text stands what names the clause with `number`, as it is cited.

    The number of an item that is named alone is a letter in brackets: "(a)".
    """

    start: int
    end: int
    number: str
