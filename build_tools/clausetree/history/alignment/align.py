"""The clauses of one version beside those of the next: which is which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clausetree.history.alignment.assignment import heaviest_pairs
from clausetree.history.alignment.candidates import candidates
from clausetree.history.alignment.certainty import Certainty
from clausetree.history.alignment.chain import heaviest_chain
from clausetree.history.alignment.context import Context
from clausetree.history.alignment.margin import Margin
from clausetree.history.alignment.pairs import Pairs, Weights
from clausetree.history.alignment.similar_pairs import Progress, in_silence, similar_pairs
from clausetree.history.alignment.units import AlignedUnit
from clausetree.history.alignment.weighing import Weighing

_ROUNDS = 2
_CLEARLY = 0.15
"""By how much the chosen way to pair must be better than any other."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Places of the units `before`, each with one of those `after`.

    `certain` are the same clause without a doubt. `candidates` are the places where a unit may be that has no
    certain one, the likeliest first.
    """

    before: Sequence[AlignedUnit]
    after: Sequence[AlignedUnit]
    certain: Pairs
    candidates: Mapping[int, tuple[int, ...]]


def align(
    before: Sequence[AlignedUnit], after: Sequence[AlignedUnit], progress: Progress = in_silence
) -> Alignment:
    """Return which unit is which.

    What has kept its anchor and its words is the same. For the rest, the heaviest chain of pairs in reading
    order (`heaviest_chain`) shows which sections and neighbours go together; then each unit gets the one place,
    or none, with which all of them weigh most (`heaviest_pairs`). A pair weighs as much as the words have in
    common, and more in its section, between its neighbours, with its number or anchor. Only candidates are
    weighed (`similar_pairs`).
    """
    kept = _kept(before, after)
    old = [place for place in range(len(before)) if place not in kept]
    taken = set(kept.values())
    new = [place for place in range(len(after)) if place not in taken]
    found = similar_pairs(before, after, old, new, progress)
    weighing = Weighing(before, after, found)
    pairs = kept | dict(heaviest_chain(weighing.in_order(kept)))
    weights: Weights = {}
    for _ in range(_ROUNDS):
        context = Context(before, after, pairs)
        free = (pair for pair in context.headings() if pair[0] not in kept and pair[1] not in taken)
        found |= {pair: found.get(pair, 0.0) for pair in free}
        weights = weighing.in_context(context)
        pairs = kept | heaviest_pairs(weights)
    margin = Margin(before, after, weights, pairs)
    clear = {pair[0]: pair[1] for pair in pairs.items() if pair in weights and margin.of(*pair) >= _CLEARLY}
    certain = Certainty(before, after, found, pairs).among(clear, kept)
    left = candidates(before, found, weights, pairs, certain, Context(before, after, certain))
    return Alignment(before, after, certain, dict(left))


def _kept(before: Sequence[AlignedUnit], after: Sequence[AlignedUnit]) -> dict[int, int]:
    named = {unit.anchor: place for place, unit in enumerate(before)}
    kept = {}
    for place, unit in enumerate(after):
        one = named.get(unit.anchor) if unit.anchor else None
        if one is not None and before[one].clause.text == unit.clause.text:
            kept[one] = place
    return kept
