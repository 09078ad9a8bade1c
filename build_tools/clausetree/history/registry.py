"""Every clause of every policy, found by what people call it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clausetree.history.former_references import FormerReference, FormerReferences, former_references
from clausetree.history.lock import NOTHING_PUBLISHED, History, Lock
from clausetree.policy.citing.citations import by_name, normalised, readings_of
from clausetree.policy.citing.nearest import nearest
from clausetree.policy.clause import Clause
from clausetree.policy.policy import Policy


class Registry:
    """Policies by id. A reference is a number ("2.4", "2.3(a)", "2.3a", "Article 4 (2)") or an anchor.

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
        self._formers: dict[str, FormerReferences] = {}
        self._clauses = {policy.id: by_name(policy.clauses) for policy in self._policies.values()}

    def __iter__(self) -> Iterator[Policy]:
        return iter(self._policies.values())

    def policy(self, policy: str) -> Policy | None:
        """Return the policy with this id."""
        return self._policies.get(policy)

    def find(self, policy: str, reference: str) -> Clause | None:
        """Return the clause that `reference` names in `policy`.

        What was once cited as 2.2a is not what stands as 2.2(a).
        """
        clauses = self._clauses.get(policy, {})
        exact, *others = readings_of(reference)
        known = self._policies.get(policy)
        if exact in clauses or not others or (known and exact in self._formers_of(known)):
            return clauses.get(exact)
        return next((clauses[reading] for reading in others if reading in clauses), None)

    def former(self, policy: str, reference: str) -> FormerReference | None:
        """Return what became of what `reference` once named in `policy`; None if it never named anything."""
        found = self._policies.get(policy)
        formers = self._formers_of(found) if found else {}
        return next((formers[reading] for reading in readings_of(reference) if reading in formers), None)

    def _formers_of(self, policy: Policy) -> FormerReferences:
        if policy.id not in self._formers:
            former = former_references(policy, self._lock.history(policy.id))
            self._formers[policy.id] = {normalised(name): found for name, found in former.items()}
        return self._formers[policy.id]

    def was_published(self, policy: str) -> bool:
        """Tell whether a version of `policy` was accepted, whether or not it is there now."""
        return self._lock.history(policy).last is not None

    def history(self, policy: str) -> History:
        """Return what was accepted of `policy`."""
        return self._lock.history(policy)

    def versions(self, policy: str) -> list[str]:
        """Return the accepted versions of `policy`, oldest first."""
        return self._lock.history(policy).versions

    def nearest(self, policy: str, reference: str) -> str | None:
        """Return what `reference` most likely means in `policy`, or None when nothing is near."""
        clauses = self._clauses.get(policy, {})
        printed = {normalised(clause.number): clause.number for clause in clauses.values() if clause.number}
        near = nearest(normalised(reference), clauses)
        return printed.get(near, near) if near else None
