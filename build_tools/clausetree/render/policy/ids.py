"""The ids of a policy's units on its page."""

from __future__ import annotations

from collections.abc import Mapping

from clausetree.policy.document import Note, Notes, holders, unit_of
from clausetree.policy.policy import Policy


def ids_of(policy: Policy) -> dict[int, str]:
    """Return the anchors of units by their keys; a footnote that has none gets an id that is no anchor."""
    ids = {clause.key: clause.anchor for clause in policy.clauses if clause.anchor}
    taken = set(ids.values())
    for holder in holders(policy.document.blocks):
        unit = unit_of(holder)
        if unit.key in ids:
            continue
        anchor = unit.attributes.anchor or (f"note--{unit.key}" if isinstance(holder, Note) else "")
        if anchor and anchor not in taken:
            ids[unit.key] = anchor
            taken.add(anchor)
    return ids


def notes_of(policy: Policy, ids: Mapping[int, str]) -> dict[int, str]:
    """Return the ids of the footnotes alone."""
    notes = (block for block in policy.document.blocks if isinstance(block, Notes))
    return {note.unit.key: ids[note.unit.key] for block in notes for note in block.notes}
