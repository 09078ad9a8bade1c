"""Hold the policies as they are written against what was published of them."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.history.archive import Archive
from clausetree.history.checking.check import check_published
from clausetree.history.checking.named_before import numbers_of_others
from clausetree.history.messages import to_diagnostic
from clausetree.history.policies import Policies
from clausetree.history.problems import PolicyMissing
from clausetree.report.diagnostic import Diagnostic, in_reading_order
from clausetree.report.source import Source
from clausetree.report.span import Span


def check_archive(policies: Policies, archive: Archive, lock_name: str) -> list[Diagnostic]:
    """Return every way in which `policies` break what `archive` holds, and faults of the archive itself."""
    found = list(archive.diagnostics)
    for policy in policies.registry:
        source = policies.sources[policy.id]
        past = archive.past(policy.id)
        problems = [*check_published(policy, source, past), *numbers_of_others(policy, source, past)]
        found += in_reading_order([to_diagnostic(problem, source) for problem in problems])
    return [*found, *_missing(policies, archive, Source(lock_name, ""))]


def _missing(policies: Policies, archive: Archive, source: Source) -> Iterator[Diagnostic]:
    for history in archive.lock.histories.values():
        if history.policy in policies.unread:
            continue  # The file is there; what is wrong with its head is told where it stands.
        if history.last is not None and policies.registry.policy(history.policy) is None:
            problem = PolicyMissing(Span(0, 0), history.policy, history.last.page)
            yield to_diagnostic(problem, source)
