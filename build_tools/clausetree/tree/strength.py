"""How strongly a clause binds, in the clause's own verbs."""

from __future__ import annotations

import re
from enum import Enum


class Strength(Enum):
    """The verb of a duty. The value is what an author writes and what a reader reads."""

    MUST = "must"
    MUST_NOT = "must not"
    WILL = "will"
    WILL_NOT = "will not"
    SHOULD = "should"
    SHOULD_NOT = "should not"
    ENCOURAGED = "encouraged"
    MAY = "may"

    @property
    def slug(self) -> str:
        """The strength as one hyphened word, for a class name."""
        return self.value.replace(" ", "-")

    def said_of(self, who: str, *, you: bool) -> str:
        """Return the words that go before what is to be done: "You must"."""
        if self is Strength.ENCOURAGED:
            return f"{who} {'are' if you else 'is'} encouraged to"
        return f"{who} {self.value}"


_VERBS = re.compile(
    r"\b(?P<none>under no circumstances should)\b"
    r"|\b(?P<verb>must|will|should|may|can)\b(?P<not>\s+not\b)?"
    r"|\b(?P<encouraged>encouraged to)\b",
    re.IGNORECASE,
)


def verbs(text: str) -> set[Strength]:
    """Return the strengths that the words of a clause use. "Can" permits, as "may" does."""
    found: set[Strength] = set()
    for match in _VERBS.finditer(text):
        if match["encouraged"]:
            found.add(Strength.ENCOURAGED)
        elif match["none"]:
            found.add(Strength.SHOULD_NOT)
        elif match["verb"].lower() in ("may", "can"):
            # "May not" can forbid or doubt; no duty is read into it.
            found |= set() if match["not"] else {Strength.MAY}
        else:
            found.add(Strength(match["verb"].lower() + (" not" if match["not"] else "")))
    return found
