"""Every clause of every policy, found by what people call it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from clausetree.policy.clause import Clause
from clausetree.policy.history.former import Former, former_references
from clausetree.policy.history.lock import NOTHING_PUBLISHED, Lock
from clausetree.policy.nearest import nearest
from clausetree.policy.policy import Policy

_SUB_ITEM = re.compile(r"(?P<number>\d+(?:\.\d+)+[A-Z]?)(?P<items>[a-z](?:\d+)?)", re.ASCII)


class Registry:
    """Policies by id. A reference is a number as printed ("2.4", "2.3(a)", "2.3a") or an anchor.

    `links` are the addresses of the registry of links, by their labels; "" where one is not filled in.
    `lock` knows by what clauses were cited before.
    """

    def __init__(
        self,
        policies: Iterable[Policy] = (),
        links: Mapping[str, str] | None = None,
        lock: Lock = NOTHING_PUBLISHED,
    ) -> None:
        self.links = dict(links or {})
        self._lock = lock
        self._policies = {policy.id: policy for policy in policies}
        self._clauses = {policy.id: _references(policy) for policy in self._policies.values()}

    def __iter__(self) -> Iterator[Policy]:
        return iter(self._policies.values())

    def policy(self, policy: str) -> Policy | None:
        """Return the policy with this id."""
        return self._policies.get(policy)

    def find(self, policy: str, reference: str) -> Clause | None:
        """Return the clause that `reference` names in `policy`."""
        return self._clauses.get(policy, {}).get(_normalised(reference))

    def former(self, policy: str, reference: str) -> Former | None:
        """Return what became of what `reference` once named in `policy`; None if it never named anything."""
        found = self._policies.get(policy)
        if found is None:
            return None
        return former_references(found, self._lock.history(policy)).get(_normalised(reference))

    def was_published(self, policy: str) -> bool:
        """Tell whether a version of `policy` was accepted, whether or not it is there now."""
        return self._lock.history(policy).last is not None

    def nearest(self, policy: str, reference: str) -> str | None:
        """Return what `reference` most likely means in `policy`, or None when nothing is near."""
        return nearest(_normalised(reference), self._clauses.get(policy, {}))


def _references(policy: Policy) -> dict[str, Clause]:
    """Numbers and anchors cannot be mistaken for each other: an anchor begins with a letter."""
    found: dict[str, Clause] = {}
    for clause in policy.clauses:
        if clause.number:
            found.setdefault(clause.number, clause)
    return found | {clause.anchor: clause for clause in policy.clauses}


def _normalised(reference: str) -> str:
    """Write "2.3a" and "2.3 (a)" as they are printed: "2.3(a)"."""
    tight = "".join(reference.split())
    match = _SUB_ITEM.fullmatch(tight)
    return f"{match['number']}({match['items']})" if match else tight
