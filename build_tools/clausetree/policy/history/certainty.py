"""Which pairs are the same clause without a doubt, and which somebody has to be asked about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from clausetree.policy.history.alike import LONG
from clausetree.policy.history.context import Context, Standing
from clausetree.policy.history.likeness import SAME
from clausetree.policy.history.units import Unit
from clausetree.policy.history.weighing import Weights

type Pairs = Mapping[int, int]

_CLEARLY = 0.15
"""By how much the best way to pair must be better than any other."""
_FEW = 5
_OF_FEW, _OF_FEWER = 0.6, 0.7
"""How much few words must have in common."""
_NEARLY = 0.75
"""Words that have so much in common show where others stand, before anything else is certain."""
_PLAINLY = 0.85
"""Words that have so much in common may have moved away from their section."""
_BELOW = 0.6
"""With so many of its units below it, a heading is the same whatever its words."""
_ROUNDS = 2
_SHOWN = 3
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

        What is certain may make its neighbours certain.
        """
        back = {other: one for one, other in pairs.items()}
        open_ = {one: other for one, other in pairs.items() if one not in kept}
        clear = {
            one: other for one, other in open_.items() if self._margin(one, other, pairs, back) >= _CLEARLY
        }
        near = {one: other for one, other in clear.items() if self._found[one, other] >= _NEARLY}
        known, sure = dict(kept) | near, dict(kept)
        for _ in range(_ROUNDS):
            context = Context(self._before, self._after, known)
            found = (p for p in clear.items() if self._certain(*p, context))
            known = sure = dict(kept) | dict(found)
        return sure, dict(self._perhaps(pairs, sure))

    def _margin(self, one: int, other: int, pairs: Pairs, back: Pairs) -> float:
        """Return by how much the pairs weigh more than with the next best place for either of these two."""
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
            return self._same_words_certain(one, other, standing)
        if was.heads and not context.same_section(one, other):
            return False
        size = min(len(was.words), len(self._after[other].words))
        enough = SAME if size >= LONG else _OF_FEW if size >= _FEW else _OF_FEWER
        if standing.section and (standing.behind or standing.ahead or self._same_number(one, other)):
            return likeness >= enough
        return likeness >= (enough if standing.between else _PLAINLY) and size >= LONG

    def _same_words_certain(self, one: int, other: int, standing: Standing) -> bool:
        was = self._before[one]
        alone = self._times[0][was.words] == self._times[1][was.words] == 1
        beside = standing.behind or standing.ahead or self._same_number(one, other)
        if standing.section:
            return alone or beside
        return standing.between or (alone and len(was.words) >= LONG)

    def _same_number(self, one: int, other: int) -> bool:
        number = self._before[one].clause.number
        return number is not None and number == self._after[other].clause.number

    def _perhaps(self, pairs: Pairs, sure: Pairs) -> Iterator[tuple[int, tuple[int, ...]]]:
        """Yield each unit without a certain place, and the likeliest of those that nobody else has for certain."""
        taken = set(sure.values())
        for one, others in self._of_old.items():
            if one not in sure:
                free = [place for place in others if place not in taken and self._worth(one, place, pairs)]
                free.sort(key=lambda place: (place != pairs.get(one), -self._weights[one, place], place))
                if free:
                    yield one, tuple(free[:_SHOWN])

    def _worth(self, one: int, other: int, pairs: Pairs) -> bool:
        """Return whether two units have so much in common that one may be the other."""
        return self._found[one, other] >= (_FAINT if pairs.get(one) == other else SAME)
