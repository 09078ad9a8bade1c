"""The copy of a released version, held against what the lock says of it."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.history.event import Release, Successors
from clausetree.history.lock import History
from clausetree.history.problems import HistoryProblem, LockDisagrees
from clausetree.policy.policy import Policy
from clausetree.report.source import Source
from clausetree.report.span import Span


def compare_copy(
    copy: Policy, withdrawn: Successors, history: History, release: Release, source: Source
) -> Iterator[HistoryProblem]:
    """The lock and the copy tell of the same anchors and words: neither can be changed alone."""
    records = history.records(release.version).values()
    locked = {r.anchor: (r.number, r.digest) for r in records if not r.withdrawn}
    copied = {c.anchor: (c.number, c.digest) for c in copy.clauses}
    differing = next((a for a in (*locked, *copied) if locked.get(a) != copied.get(a)), None)
    if differing is None:
        gone = release.withdrawn
        differing = next((a for a in (*gone, *withdrawn) if gone.get(a) != withdrawn.get(a)), None)
    recorded = (history.policy, release.version, release.page, release.digest)
    if differing is None and recorded != (copy.id, copy.version, copy.page, copy.digest):
        differing = copy.clauses[0].anchor if copy.clauses else release.page
    if differing is not None:
        span = released_line(source, history.policy, release.version)
        yield LockDisagrees(span, history.policy, release.version, differing)


def released_line(source: Source, policy: str, version: str) -> Span:
    """Return where the lock begins to tell of a version."""
    line = f"{policy} {version} released"
    start = max(source.text.find(line), 0)
    return Span(start, start + len(line))
