"""Read the trees from their folder, and join them with the words of the clauses they cite."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from clausetree.policy.registry import Registry
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.source import Source
from clausetree.tree.checks import read_trees
from clausetree.tree.model import Tree, citations
from clausetree.tree.wire import Edition, Procedure, Quote


@dataclass(frozen=True, slots=True)
class Procedures:
    """The sound trees of a folder, in the order of their files' names, and every fault in it."""

    all: tuple[Procedure, ...]
    diagnostics: tuple[Diagnostic, ...]

    def find(self, tree: str) -> Procedure | None:
        """Return the procedure whose tree has this id."""
        return next((procedure for procedure in self.all if procedure.tree.id == tree), None)


def load_procedures(folder: Path, registry: Registry) -> Procedures:
    """Read every `.tree` file in `folder`. Diagnostics name them by their path from its parent."""
    trees, diagnostics = read_trees(tree_sources(folder), registry)
    return Procedures(tuple(_procedure(tree, registry) for tree in trees), tuple(diagnostics))


def tree_sources(folder: Path) -> list[Source]:
    """Return the `.tree` files in `folder`, by name."""
    return [
        Source(path.relative_to(folder.parent).as_posix(), path.read_bytes().decode("utf-8-sig", errors="replace"))
        for path in sorted(folder.glob("*.tree"))
    ]


def _procedure(tree: Tree, registry: Registry) -> Procedure:
    policy = registry.policy(tree.policy)
    assert policy is not None, "a sound tree names a policy that exists"
    quotes: dict[str, Quote] = {}
    for citation in citations(tree):
        clause = registry.find(policy.id, citation.anchor)
        assert clause is not None, "a sound tree cites clauses that exist"
        quotes[clause.anchor] = Quote(citation.label, clause.html, policy.url(clause))
    edition = Edition(policy.id, policy.title, policy.version, policy.digest)
    return Procedure(tree, edition, quotes)
