"""How much speaks for two units being the same clause: their words, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clausetree.history.alignment.context import Context
from clausetree.history.alignment.pairs import Pair, Pairs, Weights
from clausetree.history.alignment.units import LONG, AlignedUnit

_EQUAL, _BELOW, _SECTION, _NEIGHBOUR, _NUMBER, _ANCHOR, _KIND = 0.5, 0.5, 0.3, 0.1, 0.15, 0.15, 0.1
_ANYHOW = 0.25
"""How much of what the place says counts where no word is the same."""
_WORTH = 0.5
"""Less than half of the words in common say nothing of the order."""
_KEPT = 3.0
"""More than any other pair weighs."""


class Weighing:
    """Weighs the pairs that were `found`, each with its similarity."""

    def __init__(
        self,
        before: Sequence[AlignedUnit],
        after: Sequence[AlignedUnit],
        found: Mapping[Pair, float],
    ) -> None:
        self._before, self._after, self._found = before, after, found

    def in_order(self, kept: Pairs) -> Weights:
        """Return what each pair weighs by itself, with those that are `kept`."""
        weights = {
            (one, other): similarity + self._own(one, other) + (_EQUAL if similarity == 1 else 0)
            for (one, other), similarity in self._found.items()
            if similarity >= _WORTH
        }
        return weights | dict.fromkeys(kept.items(), _KEPT)

    def in_context(self, context: Context) -> Weights:
        """Return what each pair weighs where it stands.

        Few words may be the same by chance: outside of their section that they are counts for less.
        """
        weights: Weights = {}
        for (one, other), similarity in self._found.items():
            standing = context.of(one, other)
            place = _SECTION * standing.section + _NEIGHBOUR * (standing.behind + standing.ahead)
            place = (place + self._own(one, other)) * (_ANYHOW + (1 - _ANYHOW) * similarity)
            if similarity == 1:
                telling = 1 if standing.section else min(1, len(self._before[one].words) / LONG)
                place += _EQUAL * telling
            if self._before[one].is_heading:
                place += _BELOW * context.below(one, other)
            weights[one, other] = similarity + place
        return weights

    def _own(self, one: int, other: int) -> float:
        was, now = self._before[one], self._after[other]
        numbered = was.clause.number is not None and was.clause.number == now.clause.number
        kept = bool(now.anchor) and was.anchor == now.anchor
        return _KIND * (was.clause.kind is now.clause.kind) + _NUMBER * numbered + _ANCHOR * kept
