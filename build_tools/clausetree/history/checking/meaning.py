"""Whether an anchor still means what it meant: where the words went that were published under it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from clausetree.history.alignment.align import Alignment, align
from clausetree.history.alignment.alike import Progress, in_silence
from clausetree.history.alignment.likeness import SAME, likeness
from clausetree.history.alignment.units import units_of
from clausetree.policy.clause import Clause
from clausetree.policy.policy import Policy


@dataclass(frozen=True, slots=True)
class Moved:
    """A clause published under `was` that stands under `now`.

    Its words are as they were (`exact`) or not quite. Exact words that are `many` are nobody else's.
    """

    was: Clause
    now: Clause
    exact: bool
    many: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """What became of the published clauses whose anchors are gone, or have other words.

    `moved` are those that are certain to stand under another anchor, by their own; `replaced` are the clauses
    with words that have little in common with those published there. `perhaps` says under which anchors another
    may stand that is gone.
    """

    moved: Mapping[str, Moved] = field(default_factory=dict)
    replaced: tuple[Clause, ...] = ()
    perhaps: Mapping[str, tuple[Clause, ...]] = field(default_factory=dict)


def meaning(before: Policy | None, after: Policy, progress: Progress = in_silence) -> Meaning:
    """Return what became of the clauses of `before`, if there is one, in `after`."""
    if before is None or _words(before) == _words(after):
        return Meaning()
    alignment = align(units_of(before.clauses), units_of(after.clauses), progress)
    here = {clause.anchor: clause for clause in after.clauses}
    moved = {found.was.anchor: found for found in _moved(alignment)}
    gone = {anchor: places for anchor, places in _perhaps(alignment).items() if anchor not in here}
    return Meaning(moved, tuple(_replaced(alignment, here)), gone)


def _words(policy: Policy) -> dict[str, str]:
    return {clause.anchor: clause.text for clause in policy.clauses}


def _moved(alignment: Alignment) -> Iterator[Moved]:
    for one, other in alignment.sure.items():
        was, now = alignment.before[one].clause, alignment.after[other].clause
        if was.anchor != now.anchor:
            yield Moved(was, now, was.text == now.text, alignment.before[one].long)


def _perhaps(alignment: Alignment) -> dict[str, tuple[Clause, ...]]:
    return {
        alignment.before[one].anchor: tuple(alignment.after[place].clause for place in places)
        for one, places in alignment.perhaps.items()
    }


def _replaced(alignment: Alignment, here: Mapping[str, Clause]) -> Iterator[Clause]:
    """Yield clauses with quite other words. A heading is the same while most of what stands below it is."""
    for one, unit in enumerate(alignment.before):
        now = here.get(unit.anchor)
        if one not in alignment.sure and now is not None and likeness(unit.clause.text, now.text) < SAME:
            yield now
