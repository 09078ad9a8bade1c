"""Which clause a reference in words means, where that is certain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from clausetree.policy.citing.citations import division_and_number, division_of_title, normalised, readings_of
from clausetree.policy.citing.mention import Mention
from clausetree.policy.clause import Clause
from clausetree.policy.numbers.nouns import is_of_division

_NOUN_OF_ITEM = re.compile(
    r"(?:paragraph|absatz|nummer|ziffer|paragraphe|paragraff)\s+(?P<own>\w{1,3})", re.IGNORECASE
)

_DEEPEST = 8
"""Units stand in units, and headings in headings, no deeper than that."""


def resolve(mention: Mention, at: Clause, clauses: Mapping[str, Clause]) -> Clause | None:
    """Return the clause of this policy that a reference in the words of `at` means.

    It is None where that is not certain, or is `at` itself. `clauses` are those of the policy as `by_name` has
    them. A number that stands in several divisions is that of the division in which `at` stands.
    """
    if mention.outside:
        return None
    found = next(
        filter(None, (clauses.get(name) for name in _possible_names(mention.number, at, clauses))), None
    )
    return None if found is at else found


def _possible_names(number: str, at: Clause, clauses: Mapping[str, Clause]) -> Iterator[str]:
    """Yield what the reference may be called, the likeliest first."""
    named, own = division_and_number(number)
    division = named or _division_of(at, clauses)
    if own.startswith("("):
        yield from _beside(own, at)
        return
    for reading in readings_of(own):
        if division:
            yield normalised(f"{division}, {reading}")
        if not named or _stands_in(named, clauses.get(reading), clauses):
            yield reading
    if match := _NOUN_OF_ITEM.fullmatch(own):
        yield from _beside(f"({match['own']})", at)


def _beside(letter: str, at: Clause) -> Iterator[str]:
    """An item named alone is one of the clause's own, or stands beside the clause, or beside what it is of."""
    above = at.number or ""
    while above:
        yield normalised(above + letter)
        above = above[: above.rfind("(")] if "(" in above else ""


def _stands_in(division: str, clause: Clause | None, clauses: Mapping[str, Clause]) -> bool:
    return clause is not None and normalised(_division_of(clause, clauses)) == normalised(division)


def _division_of(at: Clause, clauses: Mapping[str, Clause]) -> str:
    """Return the division that a clause stands in, as its own number or one above it says."""
    above: Clause | None = at
    for _ in range(_DEEPEST):
        if above is None:
            break
        division, own = division_and_number(above.number or division_of_title(above))
        if division or is_of_division(own):
            return division or own
        above = clauses.get(above.parent or above.section or "")
    return ""
