"""Where a unit stands: in which section, and between which others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from clausetree.history.alignment.pairs import Pair, Pairs, Weights
from clausetree.history.alignment.units import NOTHING, AlignedUnit

_OWN = 1.5
"""How many of the units below it the heading itself counts for."""
_FEW, _FAR = 3, 4
_EDGE = -2
_SMALL, _LEAST = 0.25, 0.5
_SHARE = 0.3
"""With fewer of its units, a section is not the same section."""


@dataclass(frozen=True, slots=True)
class Surroundings:
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

    def __init__(self, before: Sequence[AlignedUnit], after: Sequence[AlignedUnit], pairs: Pairs) -> None:
        back = {other: one for one, other in pairs.items()}
        self._before, self._after, self._pairs = before, after, pairs
        self._taken = back.keys()
        self._titled = _has_title(before) and _has_title(after)
        self._above = _above(before), _above(after)
        self._sizes = _sizes(before), _sizes(after)
        self._below = tuple(map(_below, (before, after), self._above, self._sizes))
        self._common = self._in_common()
        self._sections = self._agreed()
        self._behind = _last_known(range(len(before)), pairs), _last_known(range(len(after)), back)
        self._ahead = (
            _last_known(range(len(before) - 1, -1, -1), pairs),
            _last_known(range(len(after) - 1, -1, -1), back),
        )
        self._near_behind = _near_neighbours(self._behind[0], -1), _near_neighbours(self._behind[1], -1)
        self._near_ahead = (
            _near_neighbours(self._ahead[0], len(before)),
            _near_neighbours(self._ahead[1], len(after)),
        )

    def of(self, one: int, other: int) -> Surroundings:
        """Return how the unit at `one` stood, and that at `other` stands."""
        return Surroundings(
            self._in_section(one, other),
            self._beside(self._near_behind[0][one], self._near_behind[1][other]),
            self._beside(self._near_ahead[0][one], self._near_ahead[1][other]),
        )

    def _in_section(self, one: int, other: int) -> bool:
        """Return whether two units stand in the same section even if nothing is known of them."""
        over = self._before[one].under, self._after[other].under
        own = self._sizes[0][one] if self._pairs.get(one) == other and not self._before[one].is_heading else 0
        if self._titled and over == (0, 0):
            return True
        return self.same_section(*over) and (NOTHING in over or self._votes[over] - own >= self._enough(*over))

    def headings(self) -> list[Pair]:
        """Return the headings that go together by what stands below them."""
        pairs = self._sections.items()
        return [
            (one, other)
            for one, other in pairs
            if self._before[one].is_heading and self._after[other].is_heading
        ]

    def same_section(self, one: int, other: int) -> bool:
        """Return whether what stands at `one` is what stands at `other`, by the units below it."""
        return self._sections.get(one) == other if one != NOTHING else other == NOTHING

    def _in_common(self) -> Weights:
        common: defaultdict[Pair, float] = defaultdict(float)
        for one, other in self._pairs.items():
            if not self._before[one].is_heading and not self._after[other].is_heading:
                for pair in product(self._above[0][one], self._above[1][other]):
                    common[pair] += min(self._sizes[0][one], self._sizes[1][other])
        return common

    def _agreed(self) -> dict[int, int]:
        """Return which sections go together: those that have most of their units in common first."""
        self._votes = votes = dict(self._common)
        for pair in self._pairs.items():
            votes[pair] = votes.get(pair, 0) + _OWN
        found: dict[int, int] = {0: 0} if self._titled else {}
        taken = set(found.values())
        for one, other in sorted(votes, key=lambda pair: (-votes[pair], self._apart(*pair), pair)):
            enough = votes[one, other] >= self._enough(one, other)
            if enough and one not in found and other not in taken:
                found[one] = other
                taken.add(other)
        return found

    def _enough(self, one: int, other: int) -> float:
        return max(_LEAST, _SHARE * min(self._below[0][one], self._below[1][other]))

    def _apart(self, one: int, other: int) -> int:
        return abs(len(self._above[0][one]) - len(self._above[1][other]))

    def places(self, one: int) -> list[int]:
        """Return where a unit may stand now by its place: under the same heading, between the same neighbours.

        Where these are gone too, it is somewhere under the heading.
        """
        if one in self._sections:
            return [self._sections[one]]
        behind, ahead = (self._pairs.get(side[0][one], NOTHING) for side in (self._behind, self._ahead))
        between = range(behind + 1, len(self._after) if ahead == NOTHING else ahead)
        for places in (between, range(len(self._after))):
            found = [place for place in places if self._may_be(one, place)]
            if found:
                return found if len(found) <= _FEW else []
        return []

    def _may_be(self, one: int, place: int) -> bool:
        was, now = self._before[one], self._after[place]
        known = place in self._taken or was.clause.kind is not now.clause.kind
        return not known and self.same_section(was.under, now.under)

    def below(self, one: int, other: int) -> float:
        """Return which share of the units below two headings are the same, for the one with more."""
        most = max(self._below[0][one], self._below[1][other])
        return self._common.get((one, other), 0) / most if most else 0.0

    def moved_sections(self, one: int, other: int) -> bool:
        """Return whether what stood below a heading stands below another than that at `other`."""
        return self._sections.get(one, other) != other

    def separated(self, one: int, other: int, pairs: Pairs) -> bool:
        """Return whether one of these pairs left what is below a heading, or came there from elsewhere."""
        return any((one in self._above[0][a]) != (other in self._above[1][b]) for a, b in pairs.items())

    def same_area(self, one: int, other: int) -> bool:
        """Return whether two units stand in the same section, passing over what is unknown above them."""
        return self.same_section(
            self._area(self._before, one, self._pairs), self._area(self._after, other, self._taken)
        )

    @staticmethod
    def _area(units: Sequence[AlignedUnit], place: int, known: Container[int]) -> int:
        over = units[place].under
        while over != NOTHING and over not in known and not units[over].is_heading:
            over = units[over].under
        return over

    def _beside(self, one: int, other: int) -> bool:
        return one == other == _EDGE or (one in self._pairs and self._pairs[one] == other)


def _has_title(units: Sequence[AlignedUnit]) -> bool:
    """Return whether all else stands below the first unit: then it is the whole, whatever became of it."""
    return bool(units) and units[0].is_heading and all(unit.under != NOTHING for unit in units[1:])


def _near_neighbours(last: Mapping[int, int], edge: int) -> dict[int, int]:
    """Return those known neighbours that are not far away: beyond a gap, any would do.

    Where none is known up to the `edge` of the policy, that is what it stands beside.
    """
    near: dict[int, int] = {}
    for place, known in last.items():
        beside = edge if known == NOTHING else known
        at = _EDGE if known == NOTHING else known
        near[place] = at if abs(place - beside) <= _FAR else NOTHING
    return near


def _last_known(places: Iterable[int], known: Mapping[int, int]) -> dict[int, int]:
    last, found = NOTHING, dict[int, int]()
    for place in places:
        found[place] = last
        if place in known:
            last = place
    return found


def _above(units: Sequence[AlignedUnit]) -> list[list[int]]:
    """Return the places of all that each unit stands under, at whatever remove."""
    above: list[list[int]] = []
    for unit in units:
        above.append([] if unit.under == NOTHING else [unit.under, *above[unit.under]])
    return above


def _sizes(units: Sequence[AlignedUnit]) -> list[float]:
    """Return what each unit counts for: few words, and those that were said twice, may stand in any section."""
    times = Counter(unit.words for unit in units)
    return [1 if unit.is_long and times[unit.words] == 1 else _SMALL for unit in units]


def _below(
    units: Sequence[AlignedUnit], above: Sequence[Sequence[int]], sizes: Sequence[float]
) -> defaultdict[int, float]:
    """Return how much stands below each unit, but for headings."""
    below: defaultdict[int, float] = defaultdict(float)
    for unit, over, size in zip(units, above, sizes, strict=True):
        for place in over if not unit.is_heading else ():
            below[place] += size
    return below
