"""Whether a link that a course makes to a policy still leads to the words that its author meant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from clausetree.history.former_references import final_successors
from clausetree.history.lock import Record
from clausetree.history.past import Past
from clausetree.policy.policy import Policy
from clausetree.report.closest import closest, ended_with_suggestion

_SECTIONS = ("versions--list", "withdrawn--clauses")
"""What a policy's page has behind the policy."""


class LinkState(Enum):
    """What has become of a link."""

    GOOD = "good"
    CHANGED = "changed"
    """It leads to the clause, whose words are others than in the version that was asked about."""
    SUPERSEDED = "superseded"
    """It leads to a withdrawn clause, or to a version that is not the current one."""
    DEAD = "dead"
    BROKEN = "broken"
    """It names what is there, in a way in which no browser or server finds it."""
    NOWHERE = "nowhere"
    """It leads to this site, and to no page of it."""
    UNKNOWN = "not known"
    """Where it leads, or whether that is there, cannot be told from here."""


@dataclass(frozen=True, slots=True)
class LinkFinding:
    """A link, the policy and the anchor that it leads to, and what to say of it, up to the full stop."""

    url: str
    policy: str
    anchor: str
    state: LinkState
    message: str


@dataclass(frozen=True, slots=True)
class LinkChecker:
    """Knows one policy, and what was published of it.

    `since` is an accepted version of it; without one, new words are not looked for.
    """

    policy: Policy
    past: Past
    since: str | None = None

    def check(self, url: str, path: str, anchor: str) -> LinkFinding | None:
        """Return what to say of a link to `path#anchor`; None if the path is not the policy's.

        `path` may have the address of any site before it. Raises ValueError if `since` was never accepted.
        """
        before, _, version = path.rstrip("/").rpartition("/v/")
        page = f"/{self.policy.page.strip('/')}"
        printed = f"{page}/{self.policy.id}.pdf"
        if f"/{before.strip('/')}".endswith(page):
            # Beneath the page of a version stand those of what it changed.
            state, message = self._pinned(version.partition("/")[0], anchor)
        elif f"/{path.strip('/')}".endswith((page, printed)):
            state, message = self._live(anchor)
        else:
            return None
        return LinkFinding(url, self.policy.id, anchor, state, message)

    def _live(self, anchor: str) -> tuple[LinkState, str]:
        record = self.past.history.records().get(anchor)
        if anchor in _SECTIONS:
            return LinkState.GOOD, "a section of the policy’s page."
        if not anchor:
            return LinkState.GOOD, "the whole policy."
        if record is None:
            return LinkState.DEAD, self._nothing_called(anchor, self.past.history.records())
        if record.withdrawn:
            return LinkState.SUPERSEDED, self._withdrawn(record)
        if self._is_after(record.changed):
            return LinkState.CHANGED, f"{self._label_now(anchor)} has new words since version {record.changed}."
        return LinkState.GOOD, f"{self._label_now(anchor)}."

    def _pinned(self, version: str, anchor: str) -> tuple[LinkState, str]:
        copy = self.past.copies.get(version)
        if copy is None:
            return LinkState.DEAD, f"there is no version {version}."
        then = {clause.anchor: clause for clause in copy.clauses}
        if anchor and anchor not in then:
            return LinkState.DEAD, f"version {version} has nothing called `{anchor}`."
        if version == self.policy.version:
            return LinkState.GOOD, f"version {version}, which is current."
        now = next((c for c in self.policy.clauses if c.anchor == anchor), None)
        same = now is not None and now.digest == then[anchor].digest
        words = ", and the clause has the same words now" if same else ""
        return LinkState.SUPERSEDED, f"version {version} is not current ({self.policy.version} is){words}."

    def _withdrawn(self, record: Record) -> str:
        records = self.past.history.records()
        now = [self._label_now(anchor) for anchor in final_successors(record, records)]
        see = f"; see {', '.join(now)} instead" if now else "; nothing stands in its place"
        return f"{self.past.label(record.anchor)} was withdrawn in version {record.withdrawn}{see}."

    def _is_after(self, version: str) -> bool:
        versions = self.past.history.versions
        return self.since is not None and versions.index(version) > versions.index(self.since)

    def _label_now(self, anchor: str) -> str:
        return next((c.label for c in self.policy.clauses if c.anchor == anchor), anchor)

    def _nothing_called(self, anchor: str, known: Iterable[str]) -> str:
        return ended_with_suggestion(f"nothing was ever called `{anchor}`", closest(anchor, known))
