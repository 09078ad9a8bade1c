"""By how much the chosen way to pair units is better than the next best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from clausetree.history.alignment.pairs import Pairs, Weights
from clausetree.history.alignment.units import AlignedUnit


class Margin:
    """Knows the `pairs` that were chosen, and what each pair that may be weighs."""

    def __init__(
        self,
        before: Sequence[AlignedUnit],
        after: Sequence[AlignedUnit],
        weights: Weights,
        pairs: Pairs,
    ) -> None:
        self._before, self._after, self._weights, self._pairs = before, after, weights, pairs
        self._back = {other: one for one, other in pairs.items()}
        self._of_old: defaultdict[int, list[int]] = defaultdict(list)
        self._of_new: defaultdict[int, list[int]] = defaultdict(list)
        for one, other in weights:
            self._of_old[one].append(other)
            self._of_new[other].append(one)

    def of(self, one: int, other: int) -> float:
        """Return by how much all weigh less where one of a chosen pair changes places with another."""
        rivals = [
            *((self._back.get(place), place) for place in self._of_old[one] if place != other),
            *((place, self._pairs.get(place)) for place in self._of_new[other] if place != one),
        ]
        weight = self._weights[one, other]
        changed = (
            weight + self._weight(*rival) - self._weight(one, rival[1]) - self._weight(rival[0], other)
            for rival in rivals
            if not self._twins(one, rival[0], other, rival[1])
        )
        return min(changed, default=weight)

    def _weight(self, one: int | None, other: int | None) -> float:
        return 0.0 if one is None or other is None else self._weights.get((one, other), 0.0)

    def _twins(self, one: int, its_twin: int | None, other: int, their_twin: int | None) -> bool:
        """Return whether two pairs have the same words in the same section, so that either would be right."""
        if its_twin is None or their_twin is None:
            return False
        old, new = (self._before[one], self._before[its_twin]), (self._after[other], self._after[their_twin])
        return all(a.words == b.words and a.under == b.under for a, b in (old, new))
