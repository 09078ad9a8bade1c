"""What one version changed of another, clause by clause."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from clausetree.history.event import ChangeKind, Successors
from clausetree.policy.clause import Clause, Standing
from clausetree.policy.policy import Policy


@dataclass(frozen=True, slots=True)
class Change:
    """A clause as it was and as it is: `before` is None for a new one, `after` for one withdrawn.

    An amended one may have a new number too.
    """

    kind: ChangeKind
    before: Clause | None
    after: Clause | None
    successors: tuple[str, ...] = ()

    @property
    def clause(self) -> Clause:
        """The clause as it is, or as it last was."""
        found = self.after or self.before
        assert found is not None, "a change is a change of something"
        return found

    @property
    def renumbered(self) -> bool:
        """Whether a clause that stood and stands has another number."""
        if self.before is None or self.after is None:
            return False
        return self.before.number != self.after.number

    @property
    def binds(self) -> bool:
        """Whether people attested, or will attest, to the words that changed."""
        sides = (side for side in (self.before, self.after) if side is not None)
        return self.kind is not ChangeKind.RENUMBERED and any(s.standing is Standing.NORMATIVE for s in sides)

    @property
    def slight(self) -> bool:
        """Whether nothing but punctuation and capital letters changed."""
        if self.before is None or self.after is None:
            return False
        return _letters(self.before.text) == _letters(self.after.text)


def compare(before: Policy, after: Policy, successors: Successors = MappingProxyType({})) -> list[Change]:
    """Return what `after` changed of `before`, in reading order; what went stands where it stood.

    `successors` say where the matter of a withdrawn clause went. The publisher's own words are
    left out.
    """
    old = {clause.anchor: clause for clause in _clauses_of_organisation(before)}
    new = {clause.anchor: clause for clause in _clauses_of_organisation(after)}
    changes: list[Change] = []
    for anchor in _reading_order(list(old), list(new)):
        kind = _change_between(old.get(anchor), new.get(anchor))
        if kind is not None:
            went = successors.get(anchor, ())
            changes.append(Change(kind, old.get(anchor), new.get(anchor), went))
    return changes


def attest_again(changes: list[Change]) -> bool:
    """Return whether people should confirm again: words that bind changed in more than punctuation."""
    return any(change.binds and not change.slight for change in changes)


def _clauses_of_organisation(policy: Policy) -> list[Clause]:
    return [clause for clause in policy.clauses if clause.standing is not Standing.EDITORIAL]


def _change_between(before: Clause | None, after: Clause | None) -> ChangeKind | None:
    if before is None:
        return ChangeKind.ADDED
    if after is None:
        return ChangeKind.WITHDRAWN
    if before.digest != after.digest:
        return ChangeKind.AMENDED
    return ChangeKind.RENUMBERED if before.number != after.number else None


def _reading_order(old: list[str], new: list[str]) -> list[str]:
    """The anchors of both: the new order, each anchor that went behind the one it stood behind."""
    order = list(new)
    for at, anchor in enumerate(old):
        if anchor not in new:
            behind = next((a for a in reversed(old[:at]) if a in order), None)
            order.insert(order.index(behind) + 1 if behind else 0, anchor)
    return order


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
