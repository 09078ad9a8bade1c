"""Which pairs are the same clause without a doubt."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from clausetree.history.alignment.context import Context, Standing
from clausetree.history.alignment.units import LONG, NOTHING, Unit
from clausetree.history.alignment.weighing import Weights

type Pairs = Mapping[int, int]

_FEW = 5
_IN_PLACE = 0.55
"""How much must be in common where number and neighbours are the same: a part of it is no more than half."""
_OF_MANY, _OF_FEW, _OF_FEWER = 0.6, 0.6, 0.7
"""How much many or few words must have in common."""
_NEARLY = 0.75
"""Words that have so much in common show where others stand, before anything else is certain."""
_PLAINLY = 0.85
"""Words that have so much in common may have moved away from their section."""
_MOVED = 15
"""So many words are the same clause wherever they stand. Fewer may be said of something else there."""
_BELOW = 0.6
"""With so many of its units below it, a heading is the same whatever its words."""
_SOME = 0.2
"""With fewer of its units below it, a heading may be another's that has the same words."""


class Certainty:
    """Judges the `pairs` that were chosen by the likeness that was `found` of each, and by where they stand."""

    def __init__(
        self,
        before: Sequence[Unit],
        after: Sequence[Unit],
        found: Weights,
        pairs: Pairs,
    ) -> None:
        self._before, self._after, self._found, self._pairs = before, after, found, pairs
        self._back = {other: one for one, other in pairs.items()}
        self._alike = {one: other for one, other in pairs.items() if found.get((one, other), 1) >= _NEARLY}
        self._of_old: defaultdict[int, list[int]] = defaultdict(list)
        for one, other in found:
            self._of_old[one].append(other)
        self._places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
        for place, unit in enumerate(before):
            self._places[unit.words].append(place)
        self._times = Counter(unit.words for unit in before), Counter(unit.words for unit in after)
        self._here = tuple(Counter((unit.under, unit.words) for unit in units) for units in (before, after))

    def among(self, clear: Pairs, kept: Pairs) -> dict[int, int]:
        """Return which pairs are certain of those that are `clear`, and those that are `kept`.

        What is certain makes its neighbours certain: nearly the same words first, then those between them. In
        the end, each must be certain by the others alone.
        """
        near = {one: other for one, other in clear.items() if self._found[one, other] >= _NEARLY}
        sure = self._among(clear, kept, self._among(clear, kept, {**kept, **near}))
        while sure != (left := self._among(sure, kept, sure)):
            sure = left
        return sure

    def _among(self, pairs: Pairs, kept: Pairs, known: Pairs) -> dict[int, int]:
        """Return those pairs that are certain where others are known."""
        context = Context(self._before, self._after, known)
        certain = (p for p in pairs.items() if p[0] not in kept and self._certain(*p, context))
        return {**kept, **dict(certain)}

    def _certain(self, one: int, other: int, context: Context) -> bool:
        was, standing = self._before[one], context.of(one, other)
        if was.heads and self._after[other].heads and context.below(one, other) >= _BELOW:
            return True
        likeness = self._found[one, other]
        if likeness == 1:
            return self._same_words_certain(one, other, context)
        if was.heads and not context.same_section(one, other):
            return False
        size = min(len(was.words), len(self._after[other].words))
        if not standing.section:
            enough = _OF_MANY if standing.between and was.long else _PLAINLY
            return likeness >= enough and (standing.between or size >= _MOVED)
        return self._beside(one, other, standing) and likeness >= self._enough(one, other, standing)

    def _enough(self, one: int, other: int, standing: Standing) -> float:
        """Return how much two units in the same place must have in common to be the same."""
        was, now = self._before[one], self._after[other]
        size = min(len(was.words), len(now.words))
        if was.clause.kind is not now.clause.kind:
            return _NEARLY
        if self._times[0][was.words] > 1:
            return _NEARLY if standing.between else 1
        if size >= LONG:
            return _IN_PLACE if standing.between and self._numbered_alike(one, other) else _OF_MANY
        return _OF_FEW if size >= _FEW else _OF_FEWER

    def _same_words_certain(self, one: int, other: int, context: Context) -> bool:
        was, standing = self._before[one], context.of(one, other)
        alone = self._times[0][was.words] == self._times[1][was.words] == 1
        beside = self._beside(one, other, standing)
        if was.heads:
            below = context.below(one, other) >= _SOME
            same = standing.section and not context.elsewhere(one, other)
            return below or (same and (beside or (alone and not context.parted(one, other, self._alike))))
        if self._reworded(one, context):
            return False
        if standing.section:
            return beside or self._once_below(one, other) or self._others_stayed(one, context)
        if alone and context.same_area(one, other) and (beside or len(was.words) >= _FEW):
            return True
        return standing.between or (alone and len(was.words) >= _MOVED)

    def _reworded(self, one: int, context: Context) -> bool:
        """Return whether nearly the same words stand in a unit's section: then the same may be another's."""
        near = (place for place in self._of_old[one] if _NEARLY <= self._found[one, place] < 1)
        return any(context.of(one, place).section and not self._is_exact(place) for place in near)

    def _once_below(self, one: int, other: int) -> bool:
        """Return whether the words stand once below what they stand under, before and after."""
        was, now = self._before[one], self._after[other]
        return self._here[0][was.under, was.words] == self._here[1][now.under, now.words] == 1

    def _others_stayed(self, one: int, context: Context) -> bool:
        """Return whether all that had the same words stand in their own sections: then none came here."""
        others = [place for place in self._places[self._before[one].words] if place != one]
        stayed = (self._pairs.get(place, NOTHING) for place in others)
        return all(
            now != NOTHING and self._is_exact(now) and context.of(place, now).section
            for place, now in zip(others, stayed, strict=True)
        )

    def _is_exact(self, other: int) -> bool:
        one = self._back.get(other)
        return one is not None and self._found.get((one, other), 1) == 1

    def _beside(self, one: int, other: int, standing: Standing) -> bool:
        number = self._before[one].clause.number
        return standing.behind or standing.ahead or (number is not None and self._numbered_alike(one, other))

    def _numbered_alike(self, one: int, other: int) -> bool:
        return self._before[one].clause.number == self._after[other].clause.number
