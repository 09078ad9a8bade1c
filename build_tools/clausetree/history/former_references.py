"""What became of the numbers and anchors by which clauses were once cited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clausetree.history.lock import History, Record
from clausetree.policy.policy import Policy


@dataclass(frozen=True, slots=True)
class FormerReference:
    """`withdrawn` is the version that took the clause away, or None where it stands under another number.

    `now` is how to cite what stands in its place.
    """

    withdrawn: str | None
    now: tuple[str, ...]


type FormerReferences = Mapping[str, FormerReference]
"""By the number or anchor that was once cited."""


def former_references(policy: Policy, history: History) -> FormerReferences:
    """Return every number and anchor that an accepted version of `policy` had; the last that had it counts."""
    names = {clause.anchor: clause.number or clause.anchor for clause in policy.clauses}
    anchors: dict[str, str] = {}
    for release in history.releases:
        for event in release.events:
            anchors |= {name: event.anchor for name in (event.anchor, event.number) if name}
    records = history.records()
    return {name: _reference_now(records[anchor], names, records) for name, anchor in anchors.items()}


def final_successors(record: Record, records: Mapping[str, Record]) -> list[str]:
    """Return where the matter of a withdrawn clause is now, past those withdrawn in their turn."""
    found: list[str] = []
    waiting, seen = list(record.successors), set[str]()
    while waiting:
        anchor = waiting.pop(0)
        after = records.get(anchor)
        if anchor in seen:
            continue
        seen.add(anchor)
        if after is not None and after.withdrawn:
            waiting = [*after.successors, *waiting]
        else:
            found.append(anchor)
    return found


def _reference_now(record: Record, names: Mapping[str, str], records: Mapping[str, Record]) -> FormerReference:
    now = final_successors(record, records) if record.withdrawn else [record.anchor]
    standing = (names.get(anchor, anchor) for anchor in now if anchor in names or "#" in anchor)
    return FormerReference(record.withdrawn, tuple(standing))
