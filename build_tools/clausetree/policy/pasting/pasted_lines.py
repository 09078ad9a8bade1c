"""How the rows of a pasted text begin that are clauses and sections: signs may stand behind their numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from clausetree.policy.labels.malformed import malformed_number

_CLAUSE = re.compile(r"(?P<number>\d+(?:\.\d+)+)[A-Za-z]?[.):]?\s+(?P<capital>[\W_]*[A-Z])?")
_SECTION = re.compile(r"(?:\*{1,3}|_{2,3})?(?P<number>\d{1,3}(?:\.\d{1,3})*)\.?\s+[\W_]*[A-Z]")
_MARKS = re.compile(r"[ \t>]*(?:(?:[-*+]|#{1,6})[ \t]+)?")


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A row that begins with a number like 1.1, and whether its words begin with a capital letter."""

    number: str
    capital: bool


def clause_row(words: str) -> ClauseRow | None:
    """Return what a row begins with if it may begin a clause."""
    match = _CLAUSE.match(words)
    return ClauseRow(match["number"], match["capital"] is not None) if match else None


def section_number(words: str) -> str:
    """Return the number of a row that may be a heading above 2.1: of "2.0 Visits" and "2. Visits" it is 2."""
    match = _SECTION.match(words)
    return match["number"].removesuffix(".0") if match else ""


def with_plain_number(row: str) -> str:
    """Return a row with a plain number where it has one with odd signs: "1.1.Words" is "1.1 Words"."""
    marks = _MARKS.match(row)
    start = marks.end() if marks else 0
    malformed = malformed_number(row[start:])
    if malformed is None:
        return row
    words = row[start + len(malformed.found) :]
    words = re.sub(r"\A([-–—/])(?=\d)", r"\1 ", words)
    return f"{row[:start]}{malformed.corrected}{'' if words[:1].isspace() else ' '}{words}"
