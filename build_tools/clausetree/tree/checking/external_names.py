"""What a tree names that stands elsewhere: its policy and the clauses, links, and other trees."""

from __future__ import annotations

from collections.abc import Mapping

from clausetree.history.registry import Registry
from clausetree.policy.links import is_safe
from clausetree.report.closest import closest
from clausetree.tree.checking.cited_clauses import CitedClauses, policy_problem
from clausetree.tree.problems.lines import BadAddress
from clausetree.tree.problems.names import UnknownLink, UnknownTree
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
        own = registry.policy(policy.text) if policy else None
        self.citations = CitedClauses(own, registry, problems).citations

    def check_policy(self) -> None:
        """Note a problem when there is no such policy."""
        problem = policy_problem(self._policy, self._registry) if self._policy else None
        if problem:
            self._problems.append(problem)

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
