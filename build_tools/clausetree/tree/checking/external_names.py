"""What a tree names that stands elsewhere: its policy and the clauses, links, and other trees."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clausetree.history.registry import Registry
from clausetree.policy.links import is_safe
from clausetree.report.closest import closest
from clausetree.tree.model import Citation
from clausetree.tree.problems.clauses import LostClause, UnknownClause, WithdrawnClause
from clausetree.tree.problems.lines import BadAddress
from clausetree.tree.problems.names import LostPolicy, UnknownLink, UnknownPolicy, UnknownTree
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.syntax import Name, Text


class ExternalNames:
    """Looks up what is named, and adds to `problems` what is not there.

    `policy` is the one that the tree is drawn from, and `titles` are those of the site's trees by their ids.
    """

    def __init__(
        self, policy: Name | None, registry: Registry, titles: Mapping[str, str], problems: list[TreeProblem]
    ) -> None:
        self._policy = policy
        self._registry = registry
        self._titles = titles
        self._problems = problems

    def check_policy(self) -> None:
        """Note a problem when there is no such policy."""
        name = self._policy
        if name is None or self._registry.policy(name.text) is not None:
            return
        if self._registry.was_published(name.text):
            self._problems.append(LostPolicy(name.span, name.text))
        else:
            known = tuple(policy.id for policy in self._registry)
            self._problems.append(UnknownPolicy(name.span, name.text, known))

    def citations(self, names: Sequence[Name]) -> tuple[Citation, ...]:
        """Return the clauses that are cited, without those that the policy does not have."""
        policy = self._policy
        if policy is None or self._registry.policy(policy.text) is None:
            return ()
        found: list[Citation] = []
        for name in names:
            clause = self._registry.find(policy.text, name.text)
            if clause is None:
                self._problems.append(self._no_clause(name, policy.text))
            else:
                found.append(Citation(clause.anchor, clause.label))
        return tuple(found)

    def title(self, name: Name) -> str | None:
        """Return the title of another tree, or None and a problem."""
        if name.text not in self._titles:
            self._problems.append(UnknownTree(name.span, name.text, closest(name.text, self._titles)))
        return self._titles.get(name.text)

    def address(self, address: Text | Name) -> str:
        """Return where a link leads; "" where that is not known (yet)."""
        if isinstance(address, Text):
            if not is_safe(address.markdown):
                self._problems.append(BadAddress(address.span, address.markdown))
            return address.markdown
        if address.text not in self._registry.links:
            near = closest(address.text, self._registry.links)
            self._problems.append(UnknownLink(address.span, address.text, near))
        return self._registry.links.get(address.text, "")

    def _no_clause(self, name: Name, policy: str) -> TreeProblem:
        former = self._registry.former(policy, name.text)
        if former and former.withdrawn:
            return WithdrawnClause(name.span, name.text, policy, former.withdrawn, former.now)
        if former and not former.now:
            return LostClause(name.span, name.text, policy)
        near = former.now[0] if former else self._registry.nearest(policy, name.text)
        return UnknownClause(name.span, name.text, policy, near)
