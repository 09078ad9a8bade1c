"""Which of the words that look like labels are labels: those that are counted through."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from clausetree.policy.labels.forms import Candidate
from clausetree.policy.numbers.counting import Count, follows, is_first

_LOOKED_BACK = 8
"""So many runs of one family are kept open: those of a schedule stand between those of a statute."""


class _Run:
    def __init__(self, at: int, candidate: Candidate) -> None:
        self.places = [at]
        self._counts = candidate.counts
        self._begins = not candidate.from_one or any(map(is_first, candidate.counts))

    @property
    def is_one(self) -> bool:
        """Tell whether so many come one after another that they are no chance."""
        return len(self.places) > 1 and self._begins

    def take(self, at: int, candidate: Candidate) -> bool:
        """Take the next one if it comes next."""
        after = tuple(count for count in candidate.counts if self._leads_to(count, candidate.missing))
        if after:
            self._counts = after
            self.places.append(at)
        return bool(after)

    def _leads_to(self, count: Count, missing: int) -> bool:
        return any(follows(before, count, missing) for before in self._counts)


def counted(candidates: Iterable[tuple[int, Candidate]]) -> frozenset[int]:
    """Return the places of those that are sure, or that another of their family comes before or after."""
    families: dict[str, list[_Run]] = defaultdict(list)
    sure: set[int] = set()
    for at, candidate in candidates:
        if candidate.sure:
            sure.add(at)
        if not candidate.family:
            continue  # a number like 1.1 is sure, whatever stands before it
        runs = families[candidate.family]
        if not any(run.take(at, candidate) for run in reversed(runs[-_LOOKED_BACK:])):
            runs.append(_Run(at, candidate))
    return frozenset(sure.union(*_in_runs(families.values())))


def _in_runs(families: Iterable[Iterable[_Run]]) -> Iterator[list[int]]:
    return (run.places for runs in families for run in runs if run.is_one)
