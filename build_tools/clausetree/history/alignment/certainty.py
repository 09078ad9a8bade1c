"""Which pairs are the same clause without a doubt."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from clausetree.history.alignment.context import Context, Surroundings
from clausetree.history.alignment.pairs import Pairs, Weights
from clausetree.history.alignment.units import LONG, NOTHING, AlignedUnit

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
    """Judges the chosen `pairs` by the similarity that was `found` of each, and by where they stand."""

    def __init__(
        self,
        before: Sequence[AlignedUnit],
        after: Sequence[AlignedUnit],
        found: Weights,
        pairs: Pairs,
    ) -> None:
        self._before, self._after, self._found, self._pairs = before, after, found, pairs
        self._back = {other: one for one, other in pairs.items()}
        self._nearly_same = {
            one: other for one, other in pairs.items() if found.get((one, other), 1) >= _NEARLY
        }
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
        certain = self._among(clear, kept, self._among(clear, kept, {**kept, **near}))
        while certain != (left := self._among(certain, kept, certain)):
            certain = left
        return certain

    def _among(self, pairs: Pairs, kept: Pairs, known: Pairs) -> dict[int, int]:
        """Return those pairs that are certain where others are known."""
        context = Context(self._before, self._after, known)
        found = (p for p in pairs.items() if p[0] not in kept and self._is_certain(*p, context))
        return {**kept, **dict(found)}

    def _is_certain(self, one: int, other: int, context: Context) -> bool:
        was, surroundings = self._before[one], context.of(one, other)
        if was.is_heading and self._after[other].is_heading and context.below(one, other) >= _BELOW:
            return True
        similarity = self._found[one, other]
        if similarity == 1:
            return self._is_certain_by_words(one, other, context)
        if was.is_heading and not context.same_section(one, other):
            return False
        size = min(len(was.words), len(self._after[other].words))
        if not surroundings.section:
            enough = _OF_MANY if surroundings.between and was.is_long else _PLAINLY
            return similarity >= enough and (surroundings.between or size >= _MOVED)
        return self._beside(one, other, surroundings) and similarity >= self._enough(one, other, surroundings)

    def _enough(self, one: int, other: int, surroundings: Surroundings) -> float:
        """Return how much two units in the same place must have in common to be the same."""
        was, now = self._before[one], self._after[other]
        size = min(len(was.words), len(now.words))
        if was.clause.kind is not now.clause.kind:
            return _NEARLY
        if self._times[0][was.words] > 1:
            return _NEARLY if surroundings.between else 1
        if size >= LONG:
            return _IN_PLACE if surroundings.between and self._numbered_alike(one, other) else _OF_MANY
        return _OF_FEW if size >= _FEW else _OF_FEWER

    def _is_certain_by_words(self, one: int, other: int, context: Context) -> bool:
        was, surroundings = self._before[one], context.of(one, other)
        alone = self._times[0][was.words] == self._times[1][was.words] == 1
        beside = self._beside(one, other, surroundings)
        if was.is_heading:
            below = context.below(one, other) >= _SOME
            same = surroundings.section and not context.moved_sections(one, other)
            return below or (
                same and (beside or (alone and not context.separated(one, other, self._nearly_same)))
            )
        if self._reworded(one, context):
            return False
        if surroundings.section:
            return beside or self._once_below(one, other) or self._others_stayed(one, context)
        if alone and context.same_area(one, other) and (beside or len(was.words) >= _FEW):
            return True
        return surroundings.between or (alone and len(was.words) >= _MOVED)

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

    def _beside(self, one: int, other: int, surroundings: Surroundings) -> bool:
        number = self._before[one].clause.number
        return (
            surroundings.behind
            or surroundings.ahead
            or (number is not None and self._numbered_alike(one, other))
        )

    def _numbered_alike(self, one: int, other: int) -> bool:
        return self._before[one].clause.number == self._after[other].clause.number
