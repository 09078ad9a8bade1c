"""What is known of a site while one of its files is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from clausetree.editing.assist.names import Names, names_in
from clausetree.history.registry import Registry
from clausetree.policy.links import RegisteredLink


@dataclass(frozen=True, slots=True)
class Known:
    """A site as it stands beside the file called `name`, as in "trees/evidence.tree" or "docs/policy/a.md".

    `trees` are the texts of all trees by the names of their files, and `pages` the ids of policies by the names
    of theirs. `published` are the ids of trees that readers have.
    """

    name: str
    registry: Registry = field(default_factory=Registry)
    links: Mapping[str, RegisteredLink] = field(default_factory=dict)
    trees: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    published: frozenset[str] = frozenset()

    @property
    def is_tree(self) -> bool:
        """Whether the file is a tree, and no policy."""
        return self.name.endswith(".tree")

    @property
    def policy(self) -> str:
        """The id of the policy that the file is; "" for another file."""
        return self.pages.get(self.name, "")

    def others(self) -> Iterator[tuple[str, Names]]:
        """Yield the other trees: their files' names, and the names in them."""
        for name, text in self.trees.items():
            if name != self.name:
                yield name, names_in(text)

    def tree(self, tree: str) -> tuple[str, Names] | None:
        """Return the file of another tree by its id."""
        return next((found for found in self.others() if found[1].tree == tree), None)
