"""The anchors of an imported text: those that its policy has had stay with their clauses."""

from __future__ import annotations

import sys
from collections.abc import Collection, Mapping
from pathlib import Path

from clausetree.commands.clauses.asking import ask
from clausetree.commands.clauses.doubts import settle
from clausetree.history.anchoring.ambiguous_match import AmbiguousMatch, leave_open
from clausetree.history.anchoring.anchored import Anchored, anchored
from clausetree.importing.kept import anchors_of, with_same_words
from clausetree.importing.places import with_kept_anchors
from clausetree.policy.links import addresses
from clausetree.policy.parser import read_outline
from clausetree.policy.policy import Policy
from clausetree.policy.problems.anchors import AnchorNotOfNumber
from clausetree.publish.loading.workplace import Workplace
from clausetree.publish.sources.policies import read_policy
from clausetree.render.word.leading import Address
from clausetree.report.source import Source


def anchored_again(path: Path, policy: str, text: str, place: Workplace) -> Anchored:
    """An anchor that was never published does not outlive its number: in a draft, it is left behind."""
    found = _anchored(path, policy, _with_kept(path, policy, text, place), place)
    left = {fault.anchor for fault in found.faults if isinstance(fault, AnchorNotOfNumber)}
    if left:
        found = _anchored(path, policy, _with_kept(path, policy, text, place, left), place)
    return _anchored(path, policy, text, place) if found.faults else found


def _with_kept(path: Path, policy: str, text: str, place: Workplace, left: Collection[str] = ()) -> str:
    """Return the text with the anchors that it was exported with, but for those that are `left` behind."""
    now = policy_now(policy, place)
    words = place.archive.past(policy).history.words_ever()
    numbers = now.numbers if now else ()
    outline = read_outline(Source(path.name, text), addresses(place.policies.links), words, numbers)
    return with_kept_anchors(
        text, outline.unanchored, [one for one in anchors_of(now, words) if one not in left]
    )


def worded_as_before(
    policy: str, text: str, labels: Mapping[str, str], place: Workplace, address: Address
) -> str:
    """Return the text in which what says the same as before is written as it was before."""
    now, words = policy_now(policy, place), place.archive.past(policy).history.words_ever()
    made = read_policy(text, policy, labels, words) if now else None
    if now is None or made is None:
        return text
    return with_same_words(text, made, place.policies.sources[policy].text, now, address)


def policy_now(policy: str, place: Workplace) -> Policy | None:
    """Return the policy with this name as it is by now, if there is one."""
    return next((page for page in place.policies.pages.values() if page.id == policy), None)


def _anchored(path: Path, policy: str, text: str, place: Workplace) -> Anchored:
    past = place.archive.past(policy)
    versions = past.history.versions

    def at_terminal(doubt: AmbiguousMatch) -> int | None:
        return settle(doubt, versions[-1], ask)

    known = policy_now(policy, place)
    version = known.version if known else "1.0"
    decide = at_terminal if sys.stdin.isatty() and versions else leave_open
    return anchored(Source(path.name, text), addresses(place.policies.links), past, version, decide)
