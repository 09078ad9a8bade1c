"""Giving published anchors back to the words that lost them: the usual slip when clauses are renumbered."""

from __future__ import annotations

import re
from collections.abc import Mapping

from clausetree.history.alignment.similar_pairs import Progress, in_silence
from clausetree.history.checking.anchor_meanings import anchor_meanings
from clausetree.history.past import Past
from clausetree.policy.clauses.anchors import anchor_of_number, is_of_item, tidied
from clausetree.policy.policy import Policy
from clausetree.report.names import unused

_ANCHOR = re.compile(r"(?P<before>\{:[^{}\n]*?#|\]\(#)(?P<anchor>[a-z][a-z0-9-]*)")


def anchors_to_put_back(policy: Policy, past: Past, progress: Progress = in_silence) -> dict[str, str]:
    """Return, for each anchor as it is written, the one that it should be.

    Words get back the anchor under which they were published. New words that stand under a
    published anchor make way for it, and get one that was never used. What is not certain is left.
    """
    moved = anchor_meanings(past.last, policy, progress).moved.values()
    wanted = {found.now.anchor: found.was.anchor for found in moved}
    taken = {clause.anchor for clause in policy.clauses} | set(past.history.records())
    for clause in policy.clauses:
        if clause.anchor in wanted.values() and clause.anchor not in wanted:
            base = anchor_of_number(clause.number) if clause.number else clause.anchor
            wanted[clause.anchor] = new = unused(f"{base}-from-{tidied('v' + policy.version)[1:]}", taken)
            taken.add(new)
    return wanted


def with_anchors(text: str, wanted: Mapping[str, str]) -> str:
    """Return a policy's Markdown with anchors replaced, all at once, in links and sub-items too."""
    return _ANCHOR.sub(lambda match: match["before"] + _replaced_anchor(match["anchor"], wanted), text)


def _replaced_anchor(anchor: str, wanted: Mapping[str, str]) -> str:
    if anchor in wanted:
        return wanted[anchor]
    owners = (a for a in wanted if is_of_item(anchor, a))
    owner = max(owners, key=len, default=None)
    return wanted[owner] + anchor[len(owner) :] if owner else anchor
