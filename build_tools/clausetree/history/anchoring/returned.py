"""Published anchors for the units of a paste that lost them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from clausetree.history.alignment.align import Alignment, align
from clausetree.history.alignment.similar_pairs import Progress
from clausetree.history.alignment.units import AlignedUnit, units_of
from clausetree.history.anchoring.ambiguous_match import AmbiguousMatch, Decide
from clausetree.policy.clause import Clause
from clausetree.policy.clauses.unanchored import Unanchored
from clausetree.policy.policy import Policy


@dataclass(frozen=True, slots=True)
class Returned:
    """`anchors` are those of units that were published, by where each begins.

    Of the published units whose anchors stand nowhere, `ambiguous` may be in the policy, and `gone` are not.
    """

    anchors: Mapping[int, str] = field(default_factory=dict)
    ambiguous: tuple[AmbiguousMatch, ...] = ()
    gone: tuple[Clause, ...] = ()


def returned(
    last: Policy | None,
    clauses: Sequence[Clause],
    unanchored: Sequence[Unanchored],
    decide: Decide,
    progress: Progress,
) -> Returned:
    """Return which anchors of the `last` version belong to `unanchored` units between the `clauses`."""
    if last is None or not unanchored:
        return Returned()
    alignment = align(units_of(last.clauses), units_of(clauses, unanchored), progress)
    written = {unit.anchor for unit in alignment.after}
    lost = {one: unit for one, unit in enumerate(alignment.before) if unit.anchor not in written}
    places = {place: one for one, place in alignment.certain.items() if one in lost}
    ambiguous = _left_open(alignment, lost, places, decide)
    known = {*places.values(), *(match.place for match in ambiguous)}
    return Returned(
        {alignment.after[place].clause.span.start: lost[one].anchor for place, one in places.items()},
        tuple(ambiguous),
        tuple(unit.clause for one, unit in lost.items() if one not in known),
    )


def _left_open(
    alignment: Alignment, lost: Mapping[int, AlignedUnit], places: dict[int, int], decide: Decide
) -> list[AmbiguousMatch]:
    """Ask about each that is ambiguous, add to `places` what was answered, and return what is left open."""
    ambiguous: list[AmbiguousMatch] = []
    for one, candidates in sorted(alignment.candidates.items()):
        free = tuple(place for place in candidates if place not in places and not alignment.after[place].anchor)
        if one in lost and free:
            match = AmbiguousMatch(alignment, one, free)
            place = decide(match)
            if place is None:
                ambiguous.append(match)
            else:
                places[place] = one
    return ambiguous
