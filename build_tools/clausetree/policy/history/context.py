"""Where a unit stands: in which section, and between which others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from clausetree.policy.history.units import NOTHING, Unit

_OWN = 1.5
"""How many of the units below it the heading itself counts for."""
_SHARE = 0.3
"""With fewer of its units, a section is not the same section."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What two units have about them that is the same."""

    section: bool
    behind: bool
    """Whether the last unit before one that is known goes with that before the other."""
    ahead: bool

    @property
    def between(self) -> bool:
        """Whether both neighbours are the same."""
        return self.behind and self.ahead


class Context:
    """Tells where units stand by the `pairs` that are known."""

    def __init__(self, before: Sequence[Unit], after: Sequence[Unit], pairs: Mapping[int, int]) -> None:
        back = {other: one for one, other in pairs.items()}
        self._before, self._after, self._pairs = before, after, pairs
        self._sizes = Counter(unit.under for unit in before), Counter(unit.under for unit in after)
        self._common = Counter((before[one].under, after[other].under) for one, other in pairs.items())
        self._sections = self._agreed()
        self._behind = _last_known(range(len(before)), pairs), _last_known(range(len(after)), back)
        self._ahead = (
            _last_known(range(len(before) - 1, -1, -1), pairs),
            _last_known(range(len(after) - 1, -1, -1), back),
        )

    def of(self, one: int, other: int) -> Standing:
        """Return how the unit at `one` stood, and that at `other` stands."""
        return Standing(
            self.same_section(self._before[one].under, self._after[other].under),
            self._beside(self._behind[0][one], self._behind[1][other]),
            self._beside(self._ahead[0][one], self._ahead[1][other]),
        )

    def same_section(self, one: int, other: int) -> bool:
        """Return whether what stands at `one` is what stands at `other`, by the units below it."""
        return self._sections.get(one, NOTHING) == other if one != NOTHING else other == NOTHING

    def _agreed(self) -> dict[int, int]:
        """Return which sections go together: those that have most of their units in common first."""
        votes: dict[tuple[int, int], float] = dict(self._common)
        for pair in self._pairs.items():
            votes[pair] = votes.get(pair, 0) + _OWN
        found: dict[int, int] = {}
        taken: set[int] = set()
        for (one, other), agreed in sorted(votes.items(), key=lambda vote: (-vote[1], vote[0])):
            few = min(self._sizes[0][one], self._sizes[1][other])
            free = one not in found and other not in taken and NOTHING not in (one, other)
            if free and agreed >= _SHARE * few:
                found[one] = other
                taken.add(other)
        return found

    def below(self, one: int, other: int) -> float:
        """Return which share of the units below two headings are the same, for the one with more."""
        most = max(self._sizes[0][one], self._sizes[1][other])
        return self._common[one, other] / most if most > 1 else 0.0

    def _beside(self, one: int, other: int) -> bool:
        return self._pairs.get(one, NOTHING) == other


def _last_known(places: Iterable[int], known: Mapping[int, int]) -> dict[int, int]:
    last, found = NOTHING, dict[int, int]()
    for place in places:
        found[place] = last
        if place in known:
            last = place
    return found
