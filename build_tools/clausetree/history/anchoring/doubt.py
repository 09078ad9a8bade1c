"""What only the owner of a policy can say: whether a clause is one that was published."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from clausetree.history.alignment.align import Alignment
from clausetree.policy.clause import Clause


@dataclass(frozen=True, slots=True)
class Doubt:
    """A published unit, by its place before, and the places after where it `perhaps` is, likeliest first."""

    alignment: Alignment
    was: int
    perhaps: tuple[int, ...]

    @property
    def clause(self) -> Clause:
        """The clause as it was published."""
        return self.alignment.before[self.was].clause


type Settle = Callable[[Doubt], int | None]
"""Is asked about a doubt, and returns the place of the same clause, or None: there is none, or nobody knows."""


def leave_open(_: Doubt) -> int | None:
    """Say nothing."""
    return None
