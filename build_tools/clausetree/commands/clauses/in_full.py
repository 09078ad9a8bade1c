"""A clause as it is shown to who must say which it is: whole, with its number and its neighbours."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from clausetree.policy.clause import Clause

_WIDTH = 100
_WORDS = 12
"""Words of a neighbour: enough to know it by."""


def in_full(clauses: Sequence[Clause], place: int, name: str) -> str:
    """Return all words of the clause at `place`, under a `name`, and the beginning of those beside it."""
    words = textwrap.fill(f"“{clauses[place].text}”", _WIDTH, initial_indent="    ", subsequent_indent="    ")
    around = (("after", place - 1), ("before", place + 1))
    beside = [f"    {where} {beginning(clauses[at])}" for where, at in around if 0 <= at < len(clauses)]
    return "\n".join([f"{name}:", words, *beside])


def beginning(clause: Clause) -> str:
    """Return what to call a clause, and its first words."""
    words = clause.text.split()
    more = " …" if len(words) > _WORDS else ""
    quoted = f"“{' '.join(words[:_WORDS])}{more}”"
    return f"{clause.label}: {quoted}" if clause.label and clause.label != clause.text else quoted


def place_of(anchor: str, clauses: Sequence[Clause]) -> int | None:
    """Return the place of the clause with this anchor."""
    return next((place for place, clause in enumerate(clauses) if clause.anchor == anchor), None)
