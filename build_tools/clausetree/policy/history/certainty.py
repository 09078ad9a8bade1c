"""Which pairs are the same clause without a doubt, and which somebody has to be asked about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from clausetree.policy.history.context import Context, Standing
from clausetree.policy.history.likeness import SAME
from clausetree.policy.history.units import LONG, NOTHING, Unit
from clausetree.policy.history.weighing import Weights

type Pairs = Mapping[int, int]

_CLEARLY = 0.15
"""By how much the best way to pair must be better than any other."""
_FEW = 5
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
_SHOWN = 3
_SOME = 0.2
"""With fewer of its units below it, a heading may be another's that has the same words."""
_FAINT = 0.3


class Certainty:
    """Judges pairs by the likeness that was `found` of each, and by the `weights` of all others."""

    def __init__(
        self,
        before: Sequence[Unit],
        after: Sequence[Unit],
        found: Mapping[tuple[int, int], float],
        weights: Weights,
    ) -> None:
        self._before, self._after, self._found, self._weights = before, after, found, weights
        self._of_old: defaultdict[int, list[int]] = defaultdict(list)
        self._of_new: defaultdict[int, list[int]] = defaultdict(list)
        for one, other in weights:
            self._of_old[one].append(other)
            self._of_new[other].append(one)
        self._times = Counter(unit.words for unit in before), Counter(unit.words for unit in after)

    def of(self, kept: Pairs, pairs: Pairs) -> tuple[dict[int, int], dict[int, tuple[int, ...]]]:
        """Return those of `pairs` that are certain, and what there is to ask about of the others.

        What is certain makes its neighbours certain: nearly the same words first, then those between them. In the
        end, each must be certain by the others alone.
        """
        self._back = {other: one for one, other in pairs.items()}
        clear = {
            one: other
            for one, other in pairs.items()
            if one not in kept and self._margin(one, other, pairs) >= _CLEARLY
        }
        near = {one: other for one, other in clear.items() if self._found[one, other] >= _NEARLY}
        sure = self._among(clear, kept, self._among(clear, kept, {**kept, **near}))
        while sure != (left := self._among(sure, kept, sure)):
            sure = left
        return sure, dict(self._perhaps(pairs, sure, Context(self._before, self._after, sure)))

    def _among(self, pairs: Pairs, kept: Pairs, known: Pairs) -> dict[int, int]:
        """Return those pairs that are certain where others are known."""
        context = Context(self._before, self._after, known)
        certain = (p for p in pairs.items() if p[0] not in kept and self._certain(*p, context))
        return {**kept, **dict(certain)}

    def _margin(self, one: int, other: int, pairs: Pairs) -> float:
        """Return by how much the pairs weigh more than with the next best place for either of these two."""
        back = self._back
        margin = weight = self._weights[one, other]
        for place in self._of_old[one]:
            if place != other and not self._twins(one, back.get(place), other, place):
                rest = self._weight(back.get(place), place) - max(0.0, self._weight(back.get(place), other))
                margin = min(margin, weight + rest - self._weights[one, place])
        for place in self._of_new[other]:
            if place != one and not self._twins(one, place, other, pairs.get(place)):
                rest = self._weight(place, pairs.get(place)) - max(0.0, self._weight(one, pairs.get(place)))
                margin = min(margin, weight + rest - self._weights[place, other])
        return margin

    def _weight(self, one: int | None, other: int | None) -> float:
        return 0.0 if one is None or other is None else self._weights.get((one, other), 0.0)

    def _twins(self, one: int, its_twin: int | None, other: int, their_twin: int | None) -> bool:
        """Return whether two pairs have the same words in the same section, so that either would be right."""
        if its_twin is None or their_twin is None:
            return False
        old, new = (self._before[one], self._before[its_twin]), (self._after[other], self._after[their_twin])
        return all(a.words == b.words and a.under == b.under for a, b in (old, new))

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
            return SAME if standing.between and self._numbered_alike(one, other) else _OF_MANY
        return _OF_FEW if size >= _FEW else _OF_FEWER

    def _same_words_certain(self, one: int, other: int, context: Context) -> bool:
        was, standing = self._before[one], context.of(one, other)
        if was.heads:
            below = context.below(one, other) >= _SOME
            same = standing.section and not context.elsewhere(one, other)
            return below or (same and self._beside(one, other, standing))
        if self._reworded(one, context):
            return False
        alone = self._times[0][was.words] == self._times[1][was.words] == 1
        if standing.section:
            return alone or self._beside(one, other, standing)
        return standing.between or (alone and len(was.words) >= _MOVED)

    def _reworded(self, one: int, context: Context) -> bool:
        """Return whether nearly the same words stand in a unit's section: then the same may be another's."""
        near = (place for place in self._of_old[one] if _NEARLY <= self._found[one, place] < 1)
        return any(context.of(one, place).section and not self._is_exact(place) for place in near)

    def _is_exact(self, other: int) -> bool:
        return self._found.get((self._back.get(other, NOTHING), other)) == 1

    def _beside(self, one: int, other: int, standing: Standing) -> bool:
        number = self._before[one].clause.number
        return standing.behind or standing.ahead or (number is not None and self._numbered_alike(one, other))

    def _numbered_alike(self, one: int, other: int) -> bool:
        return self._before[one].clause.number == self._after[other].clause.number

    def _perhaps(self, pairs: Pairs, sure: Pairs, context: Context) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Yield each unit without a certain place, and the likeliest of those that nobody else has for certain.

        What stands where it stood may be it, whatever its words.
        """
        taken = set(sure.values())
        for one in range(len(self._before)):
            if one not in sure:
                found = [place for place in self._of_old[one] if self._worth(one, place, pairs)]
                found.sort(key=lambda place: (place != pairs.get(one), -self._weights[one, place], place))
                free = [place for place in dict.fromkeys([*found, *context.places(one)]) if place not in taken]
                if free:
                    yield one, tuple(free[:_SHOWN])

    def _worth(self, one: int, other: int, pairs: Pairs) -> bool:
        """Return whether two units have so much in common that one may be the other."""
        return self._found[one, other] >= (_FAINT if pairs.get(one) == other else SAME)
