"""Whether an anchor still means what it meant: where the words went that were published under it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from clausetree.policy.clause import Clause
from clausetree.policy.policy import Policy

SAME = 0.5
"""Below this likeness, words may be another clause's, and someone has to say that they are not."""

_CLEARLY = 0.1


@dataclass(frozen=True, slots=True)
class Moved:
    """Words published under `was` that stand under `now`, as they were (`exact`) or nearly so."""

    was: Clause
    now: Clause
    exact: bool


def likeness(before: str, after: str) -> float:
    """Return how much two texts have in common, word by word: 1 for the same words, 0 for none.

    Punctuation and capital letters are passed over: "the address;" begins "the address, and …".
    """
    if before == after:
        return 1.0
    return SequenceMatcher(None, _words(before), _words(after), autojunk=False).ratio()


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def moved(before: Policy, after: Policy) -> Iterator[Moved]:
    """Yield the words that left their anchor for another one, which had other words or none.

    Words that stayed are not looked for elsewhere, and words that were there before did not move.
    """
    old = {clause.anchor: clause for clause in before.clauses}
    new = {clause.anchor: clause for clause in after.clauses}
    fresh = [c for c in after.clauses if c.anchor not in old or old[c.anchor].digest != c.digest]
    for was in before.clauses:
        here = new.get(was.anchor)
        if here is None or here.digest != was.digest:
            found = _found(was, here, fresh, old)
            if found is not None:
                yield found


def replaced(before: Policy, after: Policy) -> list[Clause]:
    """Return the clauses whose words have little in common with those published under their anchor."""
    old = {clause.anchor: clause for clause in before.clauses}
    return [c for c in after.clauses if c.anchor in old and likeness(old[c.anchor].text, c.text) < SAME]


def _found(was: Clause, here: Clause | None, fresh: list[Clause], old: Mapping[str, Clause]) -> Moved | None:
    others = [clause for clause in fresh if clause.anchor != was.anchor]
    exact = next((clause for clause in others if clause.digest == was.digest), None)
    if exact is not None:
        return Moved(was, exact, exact=True)
    stayed = likeness(was.text, here.text) if here else 0.0
    alike = (clause for clause in others if clause.kind is was.kind)
    best = max(alike, key=lambda clause: likeness(was.text, clause.text), default=None)
    if best is None or likeness(was.text, best.text) < max(SAME, stayed + _CLEARLY):
        return None
    # A clause that kept more of its own words than it took on is not another one's.
    own = old.get(best.anchor)
    if own is not None and likeness(own.text, best.text) >= likeness(was.text, best.text):
        return None
    return Moved(was, best, exact=False)
