"""What was published of every policy: the lock, and each released version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from clausetree.history.lock import Lock
from clausetree.history.past import Past
from clausetree.policy.policy import Policy
from clausetree.report.diagnostic import Diagnostic

type CopiesOfPolicy = Mapping[str, Policy]
"""The released versions of one policy, by the names of the versions, in the order of their release."""


@dataclass(frozen=True, slots=True)
class Archive:
    """`copies` holds, by policy, every released version that is as it was released.

    `diagnostics` are the faults of the lock and of the copies.
    """

    lock: Lock = field(default_factory=lambda: Lock({}))
    copies: Mapping[str, CopiesOfPolicy] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()

    def past(self, policy: str) -> Past:
        """Return what was published of one policy."""
        return Past(self.lock.history(policy), self.copies.get(policy, {}))
