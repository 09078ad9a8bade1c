"""What only the owner of a policy can say: whether a clause is one that was published."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from clausetree.history.alignment.align import Alignment
from clausetree.policy.clause import Clause


@dataclass(frozen=True, slots=True)
class AmbiguousMatch:
    """A published unit, by its `place` before, and its `candidates`: places after, the likeliest first."""

    alignment: Alignment
    place: int
    candidates: tuple[int, ...]

    @property
    def clause(self) -> Clause:
        """The clause as it was published."""
        return self.alignment.before[self.place].clause


type Decide = Callable[[AmbiguousMatch], int | None]
"""Returns the place of the same clause, or None: there is none, or nobody knows."""


def leave_open(_: AmbiguousMatch) -> int | None:
    """Say nothing."""
    return None
