"""Where a published unit may be that has no certain place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from clausetree.history.alignment.context import Context
from clausetree.history.alignment.pairs import Pairs, Weights
from clausetree.history.alignment.similarity import SAME
from clausetree.history.alignment.units import AlignedUnit

_SHOWN = 3
"""More places help nobody to find the right one."""
_FAINT = 0.3
"""Less in common than this is chance, even in the likeliest place."""


def candidates(
    before: Sequence[AlignedUnit],
    found: Weights,
    weights: Weights,
    pairs: Pairs,
    certain: Pairs,
    context: Context,
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each unit that is not `certain`, and the likeliest of the places that no other unit has.

    What stands where it stood may be it, whatever its words.
    """
    places: defaultdict[int, list[int]] = defaultdict(list)
    for (one, other), similarity in found.items():
        if similarity >= (_FAINT if pairs.get(one) == other else SAME):
            places[one].append(other)
    taken = set(certain.values())
    for one in range(len(before)):
        if one not in certain:
            likeliest = sorted(places[one], key=lambda at: (at != pairs.get(one), -weights[one, at], at))
            free = [place for place in dict.fromkeys([*likeliest, *context.places(one)]) if place not in taken]
            if free:
                yield one, tuple(free[:_SHOWN])
