"""Reading a version back before it is recorded, as every later build will read it."""

from __future__ import annotations

from collections.abc import Callable

from clausetree.history.archive import Archive
from clausetree.history.checking.check import check_published
from clausetree.history.checking.copies import compare_copy
from clausetree.history.event import Release
from clausetree.history.lock import Lock
from clausetree.history.lock_file import read_lock, write_lock
from clausetree.history.messages import to_diagnostic
from clausetree.history.past import Past
from clausetree.history.released import from_record, to_record
from clausetree.policy.policy import Policy
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.source import Source

type ReadAgain = Callable[[Lock], tuple[Policy | None, list[Diagnostic]]]
"""Reads the policy anew as one of which a lock says what was published, and says what is wrong with it."""


def rehearse(
    release: Release, policy: Policy, source: Source, archive: Archive, read_again: ReadAgain
) -> list[Diagnostic]:
    """Return what would be said of a version right after it was accepted; anything at all is a fault of ours.

    The lock and the copy are written and read again, and the policy is read as one that is published: what was
    recorded can never be changed, and a build that does not find the same again would stop for good.
    """
    lock_file = Source("clauses.lock", write_lock(archive.lock.with_release(policy.id, release)))
    lock, problems = read_lock(lock_file)
    copy, withdrawn = from_record(to_record(policy, release.withdrawn))
    history = lock.history(policy.id)
    if history.last is not None:
        problems += compare_copy(copy, withdrawn, history, history.last, lock_file)
    found = [to_diagnostic(problem, lock_file) for problem in problems]
    copies = {**archive.copies.get(policy.id, {}), release.version: copy}
    again, faults = read_again(lock)
    if again is not None:
        past = Past(history, copies)
        faults += [to_diagnostic(problem, source) for problem in check_published(again, source, past)]
    return [*found, *faults]
