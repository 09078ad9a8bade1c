"""The clauses of one version beside those of the next: which is which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from clausetree.policy.history.alike import Progress, alike, in_silence
from clausetree.policy.history.assignment import heaviest_pairs
from clausetree.policy.history.certainty import Certainty
from clausetree.policy.history.chain import heaviest_chain
from clausetree.policy.history.context import Context
from clausetree.policy.history.units import Unit
from clausetree.policy.history.weighing import Weighing, Weights

type Pairs = Mapping[int, int]

_ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Alignment:
    """Places of the units `before` with places of those `after`: one to one.

    `pairs` is the likeliest, `sure` are those of them that are the same clause without a doubt, and `perhaps` are
    the places at which somebody may see what is left of a unit that has no sure one, the likeliest first.
    """

    before: Sequence[Unit]
    after: Sequence[Unit]
    pairs: Pairs
    sure: Pairs
    perhaps: Mapping[int, tuple[int, ...]]


def align(before: Sequence[Unit], after: Sequence[Unit], progress: Progress = in_silence) -> Alignment:
    """Return which unit is which.

    What has kept its anchor and its words is the same. For the rest, the heaviest chain of pairs in reading order
    (`heaviest_chain`) shows which sections and neighbours go together; then each unit gets the one place, or none,
    with which all of them weigh most (`heaviest_pairs`). A pair weighs as much as the words have in common, and
    more in its section, between its neighbours, with its number or anchor. Only candidates are weighed (`alike`).
    """
    kept = _kept(before, after)
    old = [place for place in range(len(before)) if place not in kept]
    taken = set(kept.values())
    new = [place for place in range(len(after)) if place not in taken]
    found = alike(before, after, old, new, progress)
    weighing = Weighing(before, after, found)
    pairs = kept | dict(heaviest_chain(weighing.in_order(kept)))
    weights: Weights = {}
    for _ in range(_ROUNDS):
        weights = weighing.in_context(Context(before, after, pairs))
        pairs = kept | heaviest_pairs(weights)
    sure, perhaps = Certainty(before, after, found, weights).of(kept, pairs)
    return Alignment(before, after, pairs, sure, perhaps)


def _kept(before: Sequence[Unit], after: Sequence[Unit]) -> dict[int, int]:
    named = {unit.anchor: place for place, unit in enumerate(before)}
    kept = {}
    for place, unit in enumerate(after):
        one = named.get(unit.anchor) if unit.anchor else None
        if one is not None and before[one].clause.text == unit.clause.text:
            kept[one] = place
    return kept
