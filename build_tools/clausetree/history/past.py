"""What the present is held against: the accepted versions of a policy, and their words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from clausetree.history.lock import History
from clausetree.policy.clause import Clause
from clausetree.policy.policy import Policy


@dataclass(frozen=True, slots=True)
class Past:
    """`copies` holds the policy as it was in each accepted version."""

    history: History
    copies: Mapping[str, Policy] = field(default_factory=dict)

    @property
    def last(self) -> Policy | None:
        """The policy as it was last released."""
        release = self.history.last
        return self.copies.get(release.version) if release else None

    def last_words(self, anchor: str) -> tuple[str, Clause] | None:
        """Return the last version in which `anchor` stood, and the clause as it was then."""
        for version in reversed(self.history.versions):
            copy = self.copies.get(version)
            clause = next((c for c in copy.clauses if c.anchor == anchor), None) if copy else None
            if clause is not None:
                return version, clause
        return None

    def label(self, anchor: str) -> str:
        """Return what readers knew `anchor` by."""
        found = self.last_words(anchor)
        if found is None:
            return anchor
        return found[1].label or anchor
