"""Every anchor that was ever published, and what is known of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import assert_never

from clausetree.history.event import ChangeKind, Event, Release
from clausetree.policy.clause import LastWords, Published


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of an anchor: its last number and words, and the versions that touched it.

    `first` is the version that published it, `changed` the one that last gave it new words, and
    `withdrawn` the one that took it away, or None while it stands.
    """

    anchor: str
    number: str | None
    digest: str
    first: str
    changed: str
    withdrawn: str | None = None
    successors: tuple[str, ...] = ()


@dataclass(frozen=True)
class History:
    """The accepted versions of one policy, oldest first."""

    policy: str
    releases: tuple[Release, ...] = ()

    def last_words(self) -> dict[str, LastWords]:
        """Return every anchor that was not withdrawn, with its last words."""
        withdrawn = {record.anchor for record in self.records().values() if record.withdrawn}
        return {anchor: words for anchor, words in self.words_ever().items() if anchor not in withdrawn}

    def words_ever(self) -> dict[str, LastWords]:
        """Return every anchor that was ever published, with its last words."""
        return {anchor: LastWords(record.number, record.digest) for anchor, record in self.records().items()}

    @property
    def last(self) -> Release | None:
        """The version that is published now."""
        return self.releases[-1] if self.releases else None

    @property
    def versions(self) -> list[str]:
        """Every accepted version, oldest first."""
        return [release.version for release in self.releases]

    def release(self, version: str) -> Release | None:
        """Return the accepted version with this name."""
        return next((release for release in self.releases if release.version == version), None)

    def records(self, version: str | None = None) -> Mapping[str, Record]:
        """Return what was known of every anchor once `version` (or the last one) was accepted."""
        earlier = self.versions[:-1]
        if version in earlier:
            return _records(self.releases[: earlier.index(version) + 1])
        return self._last_records

    @cached_property
    def _last_records(self) -> Mapping[str, Record]:
        """What is known now: it is asked for again and again."""
        return _records(self.releases)

    def withdrawn(self) -> list[Record]:
        """Return the anchors that stand no more, in the order of their going."""
        return [record for record in self.records().values() if record.withdrawn]

    def before(self, version: str) -> str | None:
        """Return the version that was accepted before `version`; raise ValueError if that never was."""
        at = self.versions.index(version)
        return self.versions[at - 1] if at else None


@dataclass(frozen=True, slots=True)
class Lock:
    """The histories of all policies, by id."""

    histories: Mapping[str, History]

    def history(self, policy: str) -> History:
        """Return the history of a policy, which is empty for one never accepted."""
        return self.histories.get(policy, History(policy))

    def published(self) -> dict[str, Published]:
        """Return, by policy, every anchor that is published and was not withdrawn, with its last words."""
        return {policy: history.last_words() for policy, history in self.histories.items()}

    def at(self, page: str) -> str | None:
        """Return the id of the policy whose last version was published at `page`."""
        return next((h.policy for h in self.histories.values() if h.last and h.last.page == page), None)

    def with_release(self, policy: str, release: Release) -> Lock:
        """Return the lock with one more version of `policy`."""
        history = self.history(policy)
        longer = replace(history, releases=(*history.releases, release))
        return Lock({**self.histories, policy: longer})


NOTHING_PUBLISHED = Lock({})


def lock_of(histories: Iterable[History]) -> Lock:
    """Return the lock that holds these histories."""
    return Lock({history.policy: history for history in histories})


def _records(releases: Iterable[Release]) -> dict[str, Record]:
    known: dict[str, Record] = {}
    for release in releases:
        for event in release.events:
            known[event.anchor] = _after(known.get(event.anchor), event, release.version)
    return known


def _after(record: Record | None, event: Event, version: str) -> Record:
    if record is None or event.kind is ChangeKind.ADDED:
        return Record(event.anchor, event.number, event.digest, version, version)
    match event.kind:
        case ChangeKind.AMENDED:
            return replace(record, number=event.number, digest=event.digest, changed=version)
        case ChangeKind.RENUMBERED:
            return replace(record, number=event.number)
        case ChangeKind.WITHDRAWN:
            return replace(record, withdrawn=version, successors=event.successors)
        case _:
            assert_never(event.kind)
