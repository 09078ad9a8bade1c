"""The heaviest way to pair things one to one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from heapq import heappop, heappush
from math import inf

type Pair = tuple[int, int]


def heaviest_pairs(weights: Mapping[Pair, float]) -> dict[int, int]:
    """Return which of the first side goes with which of the second, so that no sum of weights is greater.

    Only pairs that have a weight above 0 are made, and what is better left alone is. It is the assignment
    problem, solved by shortest augmenting paths (Jonker and Volgenant, "A shortest augmenting path algorithm
    for dense and sparse linear assignment problems", 1987), here for few pairs among many.
    """
    search = _Search(weights)
    for one in search.costs:
        search.add(one)
    return {one: place for one, place in search.given.items() if place >= 0}


class _Search:
    """Each of the first side may also stay alone: that costs nothing, and is a place below 0 of its own."""

    def __init__(self, weights: Mapping[Pair, float]) -> None:
        self.costs: dict[int, dict[int, float]] = {}
        for (one, place), weight in weights.items():
            if weight > 0:
                self.costs.setdefault(one, {-1 - one: 0.0})[place] = -weight
        self.given: dict[int, int] = {}
        self._owner: dict[int, int] = {}
        self._price: defaultdict[int, float] = defaultdict(float)

    def add(self, one: int) -> None:
        """Give `one` a place, and others another place where that costs less altogether."""
        far: dict[int, float] = {}
        came: dict[int, int] = {}
        waiting: list[tuple[float, int]] = []
        settled: dict[int, float] = {}
        at, gone = one, 0.0
        while True:
            for place, cost in self._reduced(at):
                if place not in settled and gone + cost < far.get(place, inf):
                    far[place], came[place] = gone + cost, at
                    heappush(waiting, (gone + cost, place))
            gone, place = heappop(waiting)
            while place in settled:
                gone, place = heappop(waiting)
            if place not in self._owner:
                break
            settled[place], at = gone, self._owner[place]
        for passed, reached in settled.items():
            self._price[passed] += reached - gone
        self._hand_on(place, one, came)

    def _reduced(self, one: int) -> list[tuple[int, float]]:
        """Return what each place would cost `one` more than the one that it has, or would have."""
        costs = [(place, cost - self._price[place]) for place, cost in self.costs[one].items()]
        least = min(cost for _, cost in costs)
        return [(place, cost - least) for place, cost in costs]

    def _hand_on(self, place: int, one: int, came: Mapping[int, int]) -> None:
        """Let each on the way back to `one` take the place that was reached from it."""
        at = None
        while at != one:
            at = came[place]
            before = self.given.get(at)
            self.given[at], self._owner[place] = place, at
            place = place if before is None else before
