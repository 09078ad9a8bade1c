"""Published anchors for the units of a paste that lost them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from clausetree.history.alignment.align import Alignment, align
from clausetree.history.alignment.alike import Progress
from clausetree.history.alignment.units import Unit, units_of
from clausetree.history.anchoring.doubt import Doubt, Settle
from clausetree.policy.clause import Clause
from clausetree.policy.clauses.unanchored import Unanchored
from clausetree.policy.policy import Policy


@dataclass(frozen=True, slots=True)
class Returned:
    """`anchors` are those of units that were published, by where each begins.

    Of the published units whose anchors stand nowhere, `left` may be in the policy, and `gone` are not.
    """

    anchors: Mapping[int, str] = field(default_factory=dict)
    left: tuple[Doubt, ...] = ()
    gone: tuple[Clause, ...] = ()


def returned(
    last: Policy | None,
    clauses: Sequence[Clause],
    unanchored: Sequence[Unanchored],
    settle: Settle,
    progress: Progress,
) -> Returned:
    """Return which anchors of the `last` version belong to `unanchored` units between the `clauses`."""
    if last is None or not unanchored:
        return Returned()
    alignment = align(units_of(last.clauses), units_of(clauses, unanchored), progress)
    written = {unit.anchor for unit in alignment.after}
    lost = {one: unit for one, unit in enumerate(alignment.before) if unit.anchor not in written}
    places = {place: one for one, place in alignment.sure.items() if one in lost}
    left = _settled(alignment, lost, places, settle)
    known = {*places.values(), *(doubt.was for doubt in left)}
    return Returned(
        {alignment.after[place].clause.span.start: lost[one].anchor for place, one in places.items()},
        tuple(left),
        tuple(unit.clause for one, unit in lost.items() if one not in known),
    )


def _settled(
    alignment: Alignment, lost: Mapping[int, Unit], places: dict[int, int], settle: Settle
) -> list[Doubt]:
    """Ask about each doubt, add to `places` what was answered, and return what is left open."""
    left: list[Doubt] = []
    for one, perhaps in sorted(alignment.perhaps.items()):
        free = tuple(place for place in perhaps if place not in places and not alignment.after[place].anchor)
        if one in lost and free:
            doubt = Doubt(alignment, one, free)
            place = settle(doubt)
            if place is None:
                left.append(doubt)
            else:
                places[place] = one
    return left
