"""Is what is written now what was published? Every way in which it is not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetree.history.checking.anchor_meanings import AnchorMeanings, MovedClause, anchor_meanings
from clausetree.history.checking.anchor_positions import AnchorPositions
from clausetree.history.lock import Record
from clausetree.history.past import Past
from clausetree.history.problems import (
    AddedInVersion,
    AnchorMissing,
    AnchorReused,
    BadVersion,
    ChangedInVersion,
    Draft,
    HistoryProblem,
    NotAccepted,
    OrderInVersion,
    PageMoved,
    PublishedLinkProblem,
    RenumberedInVersion,
    VersionOfOld,
    WordsElsewhere,
    WordsReplaced,
)
from clausetree.policy.clause import Clause, Standing
from clausetree.policy.policy import Policy
from clausetree.report.source import Source

_VERSION = re.compile(r"[0-9A-Za-z]+(?:[.-][0-9A-Za-z]+)*", re.ASCII)


def check_published(policy: Policy, source: Source, past: Past) -> list[HistoryProblem]:
    """Return every way in which `policy`, written in `source`, is not what was published.

    Editorial words are the publisher's: their anchors stay, and the words may change.
    """
    positions = AnchorPositions(policy, source)
    last = past.history.last
    meanings = anchor_meanings(past.last, policy)
    problems = [*broken_links(policy, positions, past, meanings), *version_faults(policy, positions, past)]
    if last is not None and policy.version == last.version:
        problems += _differences_from_version(policy, positions, past, meanings)
    return problems


def broken_links(
    policy: Policy, positions: AnchorPositions, past: Past, meanings: AnchorMeanings
) -> Iterator[PublishedLinkProblem]:
    """Yield every published link that would be dead, or lead to other words than it did."""
    last = past.history.last
    if last is not None and policy.page != last.page:
        yield PageMoved(positions.version, last.page, policy.page)
    here = {clause.anchor: clause for clause in policy.clauses}
    for anchor, record in past.history.records().items():
        label = past.label(anchor)
        if record.withdrawn:
            if anchor in here:
                yield AnchorReused(positions.of(anchor), anchor, label, record.withdrawn)
        elif anchor in meanings.moved:
            yield _words_elsewhere(meanings.moved[anchor], positions, stands=anchor in here)
        elif anchor not in here:
            candidates = tuple(clause.anchor for clause in meanings.candidates.get(anchor, ()))
            yield AnchorMissing(positions.version, anchor, label, candidates)
    for clause in meanings.replaced:
        if clause.standing is not Standing.EDITORIAL:
            yield WordsReplaced(positions.of(clause.anchor), clause.anchor, past.label(clause.anchor))


def _words_elsewhere(found: MovedClause, positions: AnchorPositions, *, stands: bool) -> WordsElsewhere:
    was, now = found.was, found.now
    span = positions.of(now.anchor)
    return WordsElsewhere(span, was.anchor, was.label, now.anchor, found.exact, stands, found.many)


def is_draft(policy: Policy, past: Past) -> bool:
    """Return whether a policy is published before anything of it was accepted, as its version 0 says."""
    return past.history.last is None and policy.version.split(".")[0] == "0"


def version_faults(policy: Policy, positions: AnchorPositions, past: Past) -> Iterator[HistoryProblem]:
    """Yield what is wrong with the name of the version: it must be the last one accepted."""
    last = past.history.last
    if not policy.version:
        return  # That is said of the policy itself.
    if not _VERSION.fullmatch(policy.version):
        yield BadVersion(positions.version, policy.version)
    elif is_draft(policy, past):
        yield Draft(positions.version, policy.id, policy.version)
    elif past.history.release(policy.version) is None:
        yield NotAccepted(positions.version, policy.id, policy.version)
    elif last is not None and policy.version != last.version:
        yield VersionOfOld(positions.version, policy.version, last.version)


def _differences_from_version(
    policy: Policy, positions: AnchorPositions, past: Past, meanings: AnchorMeanings
) -> Iterator[HistoryProblem]:
    """Yield every difference from the version whose name the policy has."""
    records = {a: r for a, r in past.history.records().items() if not r.withdrawn}
    # Published words under another anchor are no new clause: what is wrong is that anchor.
    misplaced = {found.now.anchor for found in meanings.moved.values()}
    found: list[HistoryProblem] = []
    for clause in policy.clauses:
        if clause.anchor not in misplaced:
            found += _difference(clause, records.get(clause.anchor), policy.version, positions)
    yield from found
    last = past.history.last
    same_anchors = records.keys() == {clause.anchor for clause in policy.clauses}
    if not found and same_anchors and last is not None and policy.digest != last.digest:
        yield OrderInVersion(positions.version, policy.version)


def _difference(
    clause: Clause, record: Record | None, version: str, positions: AnchorPositions
) -> Iterator[HistoryProblem]:
    span, anchor = positions.of(clause.anchor), clause.anchor
    if record is None:
        yield AddedInVersion(span, anchor, clause.label, version)
    elif clause.number != record.number:
        yield RenumberedInVersion(span, anchor, clause.label, version, record.number or "without a number")
    elif clause.digest != record.digest and clause.standing is not Standing.EDITORIAL:
        yield ChangedInVersion(span, anchor, clause.label, version)
