"""The heaviest way to pair things one to one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from heapq import heappop, heappush
from math import inf

from clausetree.history.alignment.pairs import Pair


def heaviest_pairs(weights: Mapping[Pair, float]) -> dict[int, int]:
    """Return which of the first side goes with which of the second, so that no sum of weights is greater.

    Only pairs that have a weight above 0 are made, and what is better left alone is. It is the assignment
    problem, solved by shortest augmenting paths (Jonker and Volgenant, "A shortest augmenting path algorithm
    for dense and sparse linear assignment problems", 1987), here for few pairs among many.
    """
    search = _Search(weights)
    for one in search.costs:
        search.add(one)
    return {one: place for one, place in search.assigned.items() if place >= 0}


type _Costs = dict[int, float]
"""What each place costs one of the first side."""


class _Search:
    """Each of the first side may also stay alone: that costs nothing, and is a place below 0 of its own."""

    def __init__(self, weights: Mapping[Pair, float]) -> None:
        self.costs: dict[int, _Costs] = {}
        for (one, place), weight in weights.items():
            if weight > 0:
                self.costs.setdefault(one, {-1 - one: 0.0})[place] = -weight
        self.assigned: dict[int, int] = {}
        self._owner: dict[int, int] = {}
        self._price: defaultdict[int, float] = defaultdict(float)

    def add(self, one: int) -> None:
        """Give `one` a place, and others another place where that costs less altogether."""
        distances: dict[int, float] = {}
        predecessors: dict[int, int] = {}
        queue: list[tuple[float, int]] = []
        settled: dict[int, float] = {}
        at, distance = one, 0.0
        while True:
            for place, cost in self._reduced(at):
                if place not in settled and distance + cost < distances.get(place, inf):
                    distances[place], predecessors[place] = distance + cost, at
                    heappush(queue, (distance + cost, place))
            distance, place = heappop(queue)
            while place in settled:
                distance, place = heappop(queue)
            if place not in self._owner:
                break
            settled[place], at = distance, self._owner[place]
        for passed, reached in settled.items():
            self._price[passed] += reached - distance
        self._augment(place, one, predecessors)

    def _reduced(self, one: int) -> list[tuple[int, float]]:
        """Return what each place would cost `one` more than the one that it has, or would have."""
        costs = [(place, cost - self._price[place]) for place, cost in self.costs[one].items()]
        least = min(cost for _, cost in costs)
        return [(place, cost - least) for place, cost in costs]

    def _augment(self, place: int, one: int, predecessors: Mapping[int, int]) -> None:
        """Let each on the way back to `one` take the place that was reached from it."""
        at = None
        while at != one:
            at = predecessors[place]
            before = self.assigned.get(at)
            self.assigned[at], self._owner[place] = place, at
            place = place if before is None else before
