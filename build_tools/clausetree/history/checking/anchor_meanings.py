"""Whether an anchor still means what it meant: where the words went that were published under it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from clausetree.history.alignment.align import Alignment, align
from clausetree.history.alignment.similar_pairs import Progress, in_silence
from clausetree.history.alignment.similarity import SAME, similarity
from clausetree.history.alignment.units import units_of
from clausetree.policy.clause import Clause
from clausetree.policy.policy import Policy


@dataclass(frozen=True, slots=True)
class MovedClause:
    """A clause published under `was` that stands under `now`.

    Its words are as they were (`exact`) or not quite. Exact words that are `many` are nobody else's.
    """

    was: Clause
    now: Clause
    exact: bool
    many: bool


@dataclass(frozen=True, slots=True)
class AnchorMeanings:
    """What became of the published clauses whose anchors are gone, or have other words.

    `moved` are those that are certain to stand under another anchor, by their own; `replaced` are the clauses
    with words that have little in common with those published there. `candidates` says under which anchors
    another may stand that is gone.
    """

    moved: Mapping[str, MovedClause] = field(default_factory=dict)
    replaced: tuple[Clause, ...] = ()
    candidates: Mapping[str, tuple[Clause, ...]] = field(default_factory=dict)


def anchor_meanings(before: Policy | None, after: Policy, progress: Progress = in_silence) -> AnchorMeanings:
    """Return what became of the clauses of `before`, if there is one, in `after`."""
    if before is None or _words_by_anchor(before) == _words_by_anchor(after):
        return AnchorMeanings()
    alignment = align(units_of(before.clauses), units_of(after.clauses), progress)
    here = {clause.anchor: clause for clause in after.clauses}
    moved = {found.was.anchor: found for found in _moved_clauses(alignment)}
    gone = {anchor: places for anchor, places in _candidates(alignment).items() if anchor not in here}
    return AnchorMeanings(moved, tuple(_replaced_clauses(alignment, here)), gone)


def _words_by_anchor(policy: Policy) -> dict[str, str]:
    return {clause.anchor: clause.text for clause in policy.clauses}


def _moved_clauses(alignment: Alignment) -> Iterator[MovedClause]:
    for one, other in alignment.certain.items():
        was, now = alignment.before[one].clause, alignment.after[other].clause
        if was.anchor != now.anchor:
            yield MovedClause(was, now, was.text == now.text, alignment.before[one].is_long)


def _candidates(alignment: Alignment) -> dict[str, tuple[Clause, ...]]:
    return {
        alignment.before[one].anchor: tuple(alignment.after[place].clause for place in places)
        for one, places in alignment.candidates.items()
    }


def _replaced_clauses(alignment: Alignment, here: Mapping[str, Clause]) -> Iterator[Clause]:
    """Yield clauses with quite other words. A heading is the same while most of what stands below it is."""
    for one, unit in enumerate(alignment.before):
        now = here.get(unit.anchor)
        if one not in alignment.certain and now is not None and similarity(unit.clause.text, now.text) < SAME:
            yield now
