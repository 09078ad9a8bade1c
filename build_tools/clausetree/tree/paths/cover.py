"""The fewest sets that together hold everything that any of them holds."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence

_PATIENCE = 4_000_000
"""How often two sets are compared before the best cover found so far is taken: a second or two."""


def smallest(sets: Sequence[Collection[Hashable]]) -> list[int]:
    """Return the positions of a smallest cover, in order.

    Every set is tried that covers the thing which the fewest sets cover, and so on; what cannot be
    better than the best so far is given up. When that takes too long, the best so far is returned. Raises
    ValueError where there are no sets.
    """
    masks = _masks(sets)
    best = _greedy(masks)
    everything = 0
    for mask in masks:
        everything |= mask
    useful = _undominated(masks)
    waiting: list[tuple[int, list[int]]] = [(0, [])]
    for _ in range(_PATIENCE // len(useful) + 1):
        if not waiting:
            break
        covered, chosen = waiting.pop()
        if covered == everything:
            best = min(best, chosen, key=len)
            continue
        uncovered = everything & ~covered
        largest = max((masks[at] & uncovered).bit_count() for at in useful)
        if len(chosen) + -(-uncovered.bit_count() // largest) < len(best):
            candidates = _for_the_rarest(masks, useful, uncovered)
            candidates.sort(key=lambda at: (masks[at] & uncovered).bit_count())
            waiting += [(covered | masks[at], [*chosen, at]) for at in candidates]
    return sorted(best)


def _masks(sets: Sequence[Collection[Hashable]]) -> list[int]:
    """Return each set as the bits of a number."""
    place: dict[Hashable, int] = {}
    return [sum(1 << place.setdefault(thing, len(place)) for thing in some) for some in sets]


def _greedy(masks: Sequence[int]) -> list[int]:
    chosen: list[int] = []
    covered = 0
    while True:
        at = max(range(len(masks)), key=lambda at: (masks[at] & ~covered).bit_count())
        if not masks[at] & ~covered:
            return chosen
        chosen.append(at)
        covered |= masks[at]


def _undominated(masks: Sequence[int]) -> list[int]:
    """Return the positions of the sets that no other set holds whole; of equal ones, the first."""
    kept: list[int] = []
    for at in sorted(range(len(masks)), key=lambda at: (-masks[at].bit_count(), at)):
        if not any(masks[at] & ~masks[other] == 0 for other in kept):
            kept.append(at)
    return kept


def _for_the_rarest(masks: Sequence[int], useful: Sequence[int], uncovered: int) -> list[int]:
    """Return the sets that hold the thing, among those `uncovered`, that the fewest hold."""
    found: list[int] = list(useful)
    while uncovered:
        bit = uncovered & -uncovered
        uncovered ^= bit
        having = [at for at in useful if masks[at] & bit]
        found = min(found, having, key=len)
    return found
