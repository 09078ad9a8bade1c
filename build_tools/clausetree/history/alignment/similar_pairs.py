"""Which units of two versions are worth comparing, and how much they have in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise

from clausetree.history.alignment.pairs import Pair, Weights
from clausetree.history.alignment.similarity import Similarity
from clausetree.history.alignment.units import NOTHING, AlignedUnit
from clausetree.policy.clause import ClauseKind

type Progress = Callable[[int, int], None]
"""Is told how many of how many are done."""


def in_silence(_: int, __: int) -> None:
    """Tell nobody."""


_CLOSEST = 6
_COMMON = 24
"""Words in more units than this do not tell them apart …"""
_RAREST = 6
"""… but for the rarest of a unit in which all are common."""
_REPEATS = 400
_WINDOW = 5


def similar_pairs(
    before: Sequence[AlignedUnit],
    after: Sequence[AlignedUnit],
    old: Collection[int],
    new: Collection[int],
    progress: Progress,
) -> Weights:
    """Return the similarity of every pair of the places `old` and `new` that may be the same clause.

    Those are the pairs with the same words, number or anchor, and for each unit those few that share most of
    the words that are rare: only these are compared word by word.
    """
    found = dict.fromkeys(_pairs_of_same_words(before, after, old, new), 1.0)
    unmoved_old, unmoved_new = _unmoved(found, before, after)
    searched = [one for one in old if one not in unmoved_old]
    index = _Index(after, [other for other in new if other not in unmoved_new])
    places_by_name = _places_by_name(after, new)
    for done, one in enumerate(searched):
        progress(done, len(searched))
        similarity = Similarity(before[one].words)
        for other in {*index.closest(before[one]), *_same_name(before[one], places_by_name)}:
            if (
                before[one].is_editorial == after[other].is_editorial
                and before[one].is_heading == after[other].is_heading
            ):
                found.setdefault((one, other), similarity.to(after[other].words))
    return found


def _pairs_of_same_words(
    before: Sequence[AlignedUnit], after: Sequence[AlignedUnit], old: Collection[int], new: Collection[int]
) -> Iterator[Pair]:
    """Yield the pairs with the same words; of words that stand everywhere, those at about the same turn."""
    places: defaultdict[tuple[bool, tuple[str, ...]], tuple[list[int], list[int]]]
    places = defaultdict(lambda: ([], []))
    for one in old:
        places[before[one].is_editorial, before[one].words][0].append(one)
    for other in new:
        places[after[other].is_editorial, after[other].words][1].append(other)
    for ones, others in places.values():
        many = len(ones) * len(others) > _REPEATS
        for turn, one in enumerate(sorted(ones)):
            near = sorted(others)[max(0, turn - _WINDOW) : turn + _WINDOW] if many else others
            yield from ((one, other) for other in near)


def _unmoved(
    pairs: Collection[Pair], before: Sequence[AlignedUnit], after: Sequence[AlignedUnit]
) -> tuple[set[int], set[int]]:
    """Return the places of many words that stand once on both sides, under the same heading: they stayed."""
    times = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    unmoved = [
        (one, other)
        for one, other in pairs
        if times[0][one] == times[1][other] == 1
        and before[one].is_long
        and _heading(before, one) == _heading(after, other)
    ]
    return {one for one, _ in unmoved}, {other for _, other in unmoved}


def _heading(units: Sequence[AlignedUnit], place: int) -> tuple[str, ...]:
    under = units[place].under
    return units[under].words if under != NOTHING else ()


def _places_by_name(units: Sequence[AlignedUnit], places: Collection[int]) -> dict[str, list[int]]:
    """Return the places by anchor, and by number where that is printed."""
    places_by_name: defaultdict[str, list[int]] = defaultdict(list)
    for place in places:
        for name in _names_of_unit(units[place]):
            places_by_name[name].append(place)
    return places_by_name


def _same_name(unit: AlignedUnit, places_by_name: dict[str, list[int]]) -> Iterator[int]:
    for name in _names_of_unit(unit):
        yield from places_by_name.get(name, ())


def _names_of_unit(unit: AlignedUnit) -> Iterator[str]:
    if unit.anchor:
        yield f"#{unit.anchor}"
    if unit.clause.number and unit.clause.kind is not ClauseKind.SUB_ITEM:
        yield unit.clause.number


class _Index:
    """The units at `places`, by each word and each two words that follow one another."""

    def __init__(self, units: Sequence[AlignedUnit], places: Collection[int]) -> None:
        self._holders: defaultdict[object, list[int]] = defaultdict(list)
        self._size: dict[int, int] = {}
        for place in places:
            features = _features(units[place])
            self._size[place] = len(features)
            for feature in features:
                self._holders[feature].append(place)

    def closest(self, unit: AlignedUnit) -> list[int]:
        """Return the places that share most with `unit`, for their length."""
        shared: Counter[int] = Counter()
        features = _features(unit)
        for holders in self._distinctive(features):
            shared.update(holders)
        nearest_first = sorted(
            shared, key=lambda place: (-shared[place] / (len(features) + self._size[place]), place)
        )
        return nearest_first[:_CLOSEST]

    def _distinctive(self, features: Collection[object]) -> list[list[int]]:
        held = sorted((self._holders[f] for f in features if f in self._holders), key=len)
        return [holders for at, holders in enumerate(held) if len(holders) <= _COMMON or at < _RAREST]


def _features(unit: AlignedUnit) -> set[object]:
    return {*unit.words, *pairwise(unit.words)}
