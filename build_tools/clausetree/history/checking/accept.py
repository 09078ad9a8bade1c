"""Making a version part of what was published: what it did to each anchor, once everything is answered for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import assert_never

from clausetree.history.alignment.similar_pairs import Progress, in_silence
from clausetree.history.checking.anchor_meanings import anchor_meanings
from clausetree.history.checking.anchor_positions import AnchorPositions
from clausetree.history.checking.check import broken_links, version_faults
from clausetree.history.event import ChangeKind, Event, Release, Successors
from clausetree.history.lock import Record
from clausetree.history.past import Past
from clausetree.history.problems import (
    AnchorMissing,
    AnchorReused,
    HistoryProblem,
    NeverPublished,
    NoSuccessor,
    NotAccepted,
    NumberOfAnother,
    PageMoved,
    PolicyMissing,
    PublishedLinkProblem,
    StillThere,
    WordsElsewhere,
    WordsReplaced,
)
from clausetree.policy.clause import Clause
from clausetree.policy.policy import Policy
from clausetree.report.closest import closest
from clausetree.report.source import Source


@dataclass(frozen=True, slots=True)
class Answers:
    """What an owner said became of published anchors.

    `withdrawn` maps each that is to go to its successors, of which there may be none; `same` are
    those whose words are new and that are the same clause nevertheless. `abroad` are the anchors
    of other policies, as "policy#anchor", that may be successors.
    """

    withdrawn: Successors = field(default_factory=dict)
    same: frozenset[str] = frozenset()
    abroad: frozenset[str] = frozenset()


def release_of(
    policy: Policy, source: Source, past: Past, answers: Answers, progress: Progress = in_silence
) -> tuple[Release, list[HistoryProblem]]:
    """Return `policy` as the next release, and everything that must be answered or mended first.

    A withdrawn clause takes its sub-items with it, to the same successors, unless they have
    answers of their own. The release counts only where nothing is left to answer.
    """
    whole = Answers(_with_items(answers.withdrawn, past, policy), answers.same, answers.abroad)
    positions = AnchorPositions(policy, source)
    meanings = anchor_meanings(past.last, policy, progress)
    unanswered = [p for p in broken_links(policy, positions, past, meanings) if not _is_answered(p, whole)]
    misnamed = [p for p in version_faults(policy, positions, past) if not isinstance(p, NotAccepted)]
    faults = [*misnamed, *unanswered, *_bad_answers(policy, positions, past, whole)]
    events = [*_events_of_clauses(policy, past), *_events_of_withdrawn(policy, past, whole)]
    return Release(policy.version, policy.page, policy.digest, tuple(events)), faults


def _with_items(withdrawn: Successors, past: Past, policy: Policy) -> Successors:
    whole = dict(withdrawn)
    here = {clause.anchor for clause in policy.clauses}
    for clause in past.last.clauses if past.last else ():
        if clause.parent in whole and clause.anchor not in here:
            whole.setdefault(clause.anchor, whole[clause.parent])
    return whole


def _is_answered(problem: PublishedLinkProblem, answers: Answers) -> bool:
    match problem:
        case AnchorMissing(anchor=anchor):
            return anchor in answers.withdrawn
        case WordsElsewhere(anchor=anchor, now_under=now, exact=exact, stands=stands, many=many):
            # Many words that stand elsewhere unchanged are the same clause, unless she says where they went.
            if anchor in answers.withdrawn:
                return not (exact and many) or now in answers.withdrawn[anchor]
            return stands and not exact and anchor in answers.same
        case WordsReplaced(anchor=anchor):
            return anchor in answers.same
        case AnchorReused() | PageMoved() | PolicyMissing() | NumberOfAnother():
            return False
        case _:
            assert_never(problem)


def _bad_answers(
    policy: Policy, positions: AnchorPositions, past: Past, answers: Answers
) -> Iterator[HistoryProblem]:
    here = {clause.anchor for clause in policy.clauses}
    known = {anchor for anchor, record in past.history.records().items() if not record.withdrawn}
    for anchor in (*answers.withdrawn, *answers.same):
        if anchor not in known:
            yield NeverPublished(positions.version, anchor, closest(anchor, known))
    for anchor, successors in answers.withdrawn.items():
        label = past.label(anchor)
        if anchor in here:
            yield StillThere(positions.of(anchor), anchor, label)
        for successor in successors:
            if successor not in here | answers.abroad:
                near = closest(successor, here | answers.abroad)
                yield NoSuccessor(positions.version, anchor, label, successor, near)


def _events_of_clauses(policy: Policy, past: Past) -> Iterator[Event]:
    records = past.history.records()
    for clause in policy.clauses:
        kind = _change_of(clause, records.get(clause.anchor))
        if kind is not None:
            yield Event(kind, clause.anchor, clause.number, clause.digest)


def _change_of(clause: Clause, record: Record | None) -> ChangeKind | None:
    if record is None:
        return ChangeKind.ADDED
    if clause.digest != record.digest:
        return ChangeKind.AMENDED
    return ChangeKind.RENUMBERED if clause.number != record.number else None


def _events_of_withdrawn(policy: Policy, past: Past, answers: Answers) -> Iterator[Event]:
    here = {clause.anchor for clause in policy.clauses}
    for anchor, record in past.history.records().items():
        if anchor not in here and not record.withdrawn:
            successors = answers.withdrawn.get(anchor, ())
            yield Event(ChangeKind.WITHDRAWN, anchor, record.number, record.digest, successors)
