"""How strongly a duty binds."""

from __future__ import annotations

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

    def phrase(self, who: str, *, you: bool) -> str:
        """Return the words that go before what is to be done: "You must"."""
        if self is Strength.ENCOURAGED:
            return f"{who} {'are' if you else 'is'} encouraged to"
        return f"{who} {self.value}"


FORBIDDING = frozenset({Strength.MUST_NOT, Strength.WILL_NOT, Strength.SHOULD_NOT})
"""The strengths of what is not to be done."""
