"""The policies and trees that a command was asked about, read as the site would read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from clausetree.report.diagnostic import Diagnostic, in_reading_order
from clausetree.report.source import Source
from clausetree.tree.checks import check_tree
from clausetree.tree.model import Tree
from clausetree.tree.parser import parse_tree
from clausetree.tree.prose import phrase
from clausetree.tree.syntax import TreeSyntax
from clausetree.tree.unnoticed import Tried, try_faults
from publish.archive import Archive, load_archive
from publish.policies import Policies, load_policies
from publish.procedures import Procedures, procedures_of, tree_source, tree_sources
from publish.publishable import check_publishable
from publish.published import check_archive
from publish.reviews import Reviews, load_reviews

_LOCK, _TREES_LOCK, _RELEASED = "clauses.lock", "trees.lock", "released"


@dataclass(frozen=True, slots=True)
class Reading:
    """A site's policies and trees, and the folders of its pages and trees.

    `files` says which file each name in a diagnostic stands for.
    """

    docs: Path
    trees: Path
    policies: Policies
    procedures: Procedures
    sources: tuple[Source, ...]
    files: Mapping[str, Path]
    archive: Archive
    reviews: Reviews

    def all(self) -> list[Diagnostic]:
        """Return everything that a build would report: broken links to published clauses as well."""
        published = check_archive(self.policies, self.archive, _LOCK)
        trees = (*self.procedures.diagnostics, *self.reviews.diagnostics)
        return [*self._of_policies, *published, *trees]

    @property
    def _of_policies(self) -> list[Diagnostic]:
        unpublishable = check_publishable(self.policies, self.docs, self.trees)
        return in_reading_order([*self.policies.diagnostics, *unpublishable])

    def within(self, paths: Iterable[Path]) -> list[Diagnostic]:
        """Return what is wrong in these files, and in those beneath these folders."""
        wanted = [path.resolve() for path in paths]
        near = any(path.is_relative_to(self.docs) or self.docs.is_relative_to(path) for path in wanted)
        found = [*(self._of_policies if near else self.policies.diagnostics), *self.procedures.diagnostics]
        return [d for d in found if any(self.files[d.source.name].is_relative_to(path) for path in wanted)]

    def as_written(self, tree_id: str) -> Tree:
        """Return a sound tree as its file has it: its visits are not made."""
        syntaxes, titles = self._written()
        tree, _ = check_tree(syntaxes[tree_id], self.policies.registry, titles)
        assert tree is not None, "a sound tree can be checked again"
        return tree

    def tried(self, source: Source) -> list[Tried]:
        """Return the faults that a sound tree could have, and whether each would be noticed."""
        syntax, _ = parse_tree(source)
        assert syntax is not None, "a sound tree can be read"
        return list(try_faults(syntax, self.policies.registry, self._written()[1]))

    def _written(self) -> tuple[dict[str, TreeSyntax], dict[str, str]]:
        parsed = [parse_tree(source)[0] for source in self.sources]
        syntaxes = {syntax.id.text: syntax for syntax in parsed if syntax}
        return syntaxes, {name: phrase(syntax.title.markdown).text for name, syntax in syntaxes.items()}


def read_site(docs: Path, trees: Path, named: Mapping[Path, Source]) -> Reading:
    """Read the folders `docs` and `trees`. What is `named` stands in place of what the disk holds.

    Every tree is read, whatever was named, because trees lead to one another.
    """
    docs, trees = docs.resolve(), trees.resolve()
    archive = load_archive(docs.parent / _LOCK, docs.parent / _RELEASED)
    policies = load_policies(docs, lock=archive.lock)
    by_path = {trees.parent / source.name: source for source in tree_sources(trees)}
    by_path |= {path.resolve(): source for path, source in named.items()}
    files = {source.name: path for path, source in by_path.items()}
    told = (diagnostic.source.name for diagnostic in policies.diagnostics)
    pages = (*told, *(source.name for source in policies.sources.values()))
    files |= {name: docs.parent / name for name in pages}
    sources = tuple(by_path.values())
    procedures = procedures_of(sources, policies.registry)
    reviews = load_reviews(docs.parent / _TREES_LOCK, trees, procedures, policies.registry)
    return Reading(docs, trees, policies, procedures, sources, files, archive, reviews)


def named_trees(paths: Iterable[Path]) -> Iterator[tuple[Path, Source]]:
    """Yield every tree that `paths`, files and folders, name, called as its author called it."""
    for path in paths:
        for file in sorted(path.rglob("*.tree")) if path.is_dir() else [path]:
            if file.suffix == ".tree":
                yield file, tree_source(file.as_posix(), file.read_bytes())
