"""The heaviest chain of pairs that stand in the same order on both sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from clausetree.history.alignment.pairs import Pair


def heaviest_chain(weights: Mapping[Pair, float]) -> list[Pair]:
    """Return the pairs of places of which each is after the last on both sides, and which weigh most together.

    This is the heaviest common subsequence (Jacobson and Vo, "Heaviest increasing/common subsequence problems",
    1992, after Hunt and Szymanski, 1977): the optimal alignment of Needleman and Wunsch where a gap costs
    nothing, in time that grows with the pairs and not with the product of both sides.
    """
    ends = _Heaviest(max((new for _, new in weights), default=-1) + 1)
    before: dict[Pair, Pair | None] = {}
    for pair in sorted(weights, key=lambda pair: (pair[0], -pair[1])):
        total, last = ends.below(pair[1])
        before[pair] = last
        ends.put(pair[1], total + weights[pair], pair)
    return list(reversed(list(_back(ends.below(ends.size)[1], before))))


def _back(pair: Pair | None, before: Mapping[Pair, Pair | None]) -> Iterable[Pair]:
    while pair is not None:
        yield pair
        pair = before[pair]


class _Heaviest:
    """The heaviest chain that ends below a place, kept in a tree of prefixes (Fenwick, 1994)."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._best: list[tuple[float, Pair | None]] = [(0.0, None)] * (size + 1)

    def below(self, place: int) -> tuple[float, Pair | None]:
        best = self._best[0]
        while place > 0:
            if self._best[place][0] > best[0]:
                best = self._best[place]
            place &= place - 1
        return best

    def put(self, place: int, weight: float, pair: Pair) -> None:
        place += 1
        while place <= self.size:
            if weight > self._best[place][0]:
                self._best[place] = (weight, pair)
            place += place & -place
