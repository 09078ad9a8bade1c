"""The policies and trees that a command was asked about, read as the site would read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from clausetree.history.archive import Archive
from clausetree.history.checking.published import check_archive
from clausetree.history.policies import Policies
from clausetree.publish.releases.archive import load_archive
from clausetree.publish.releases.publishable import check_publishable
from clausetree.publish.sources.policies import load_policies
from clausetree.publish.sources.procedures import tree_sources
from clausetree.publish.sources.reviews import load_reviews
from clausetree.publish.sources.settings_file import Folders
from clausetree.report.diagnostic import Diagnostic, in_reading_order
from clausetree.report.source import Source
from clausetree.tree.checking.checks import Parsed, check_tree, titles_of
from clausetree.tree.language.parser import parse_tree
from clausetree.tree.model import Tree
from clausetree.tree.procedures import Procedures, procedures_of, tree_source
from clausetree.tree.review.reviews import Reviews
from clausetree.tree.scenarios.unnoticed import Tried, try_faults


@dataclass(frozen=True, slots=True)
class Reading:
    """A site's policies and trees, and where they are.

    `files` says which file each name in a diagnostic stands for.
    """

    folders: Folders
    policies: Policies
    procedures: Procedures
    sources: tuple[Source, ...]
    files: Mapping[str, Path]
    archive: Archive
    reviews: Reviews

    def all(self) -> list[Diagnostic]:
        """Return everything that a build would report: broken links to published clauses as well."""
        published = check_archive(self.policies, self.archive, self.folders.lock.name)
        trees = (*self.procedures.diagnostics, *self.reviews.diagnostics)
        return [*self._of_policies, *published, *trees]

    @property
    def _of_policies(self) -> list[Diagnostic]:
        unpublishable = check_publishable(self.policies, self.folders.docs, self.folders.trees)
        return in_reading_order([*self.policies.diagnostics, *unpublishable])

    def within(self, paths: Iterable[Path]) -> list[Diagnostic]:
        """Return what is wrong in these files, and in those beneath these folders."""
        wanted = [path.resolve() for path in paths]
        docs = self.folders.docs
        near = any(path.is_relative_to(docs) or docs.is_relative_to(path) for path in wanted)
        found = [*(self._of_policies if near else self.policies.diagnostics), *self.procedures.diagnostics]
        return [d for d in found if any(self.files[d.source.name].is_relative_to(path) for path in wanted)]

    def as_written(self, tree_id: str) -> Tree:
        """Return a sound tree as its file has it: its visits are not made."""
        parsed = self._parsed()
        syntax = next(syntax for _, syntax, _ in parsed if syntax and syntax.id.text == tree_id)
        tree, _ = check_tree(syntax, self.policies.registry, titles_of(parsed))
        assert tree is not None, "a sound tree can be checked again"
        return tree

    def tried(self, sources: Iterable[Source]) -> list[Tried]:
        """Return the faults that sound trees could have, and whether each would be noticed."""
        parsed, wanted = self._parsed(), list(sources)
        titles = titles_of(parsed)
        syntaxes = [syntax for source, syntax, _ in parsed if syntax and source in wanted]
        return [each for syntax in syntaxes for each in try_faults(syntax, self.policies.registry, titles)]

    def _parsed(self) -> list[Parsed]:
        return [(source, *parse_tree(source)) for source in self.sources]


def read_site(folders: Folders, named: Mapping[Path, Source]) -> Reading:
    """Read the policies and trees of a site. What is `named` stands in place of what the disk holds.

    Every tree is read, whatever was named, because trees lead to one another.
    """
    docs, trees = folders.docs, folders.trees
    archive = load_archive(folders.lock, folders.released)
    policies = load_policies(docs, lock=archive.lock)
    by_path = {trees.parent / source.name: source for source in tree_sources(trees)}
    by_path |= {path.resolve(): source for path, source in named.items()}
    files = {source.name: path for path, source in by_path.items()}
    named_in_faults = (diagnostic.source.name for diagnostic in policies.diagnostics)
    pages = (*named_in_faults, *(source.name for source in policies.sources.values()))
    files |= {name: docs.parent / name for name in pages}
    sources = tuple(by_path.values())
    procedures = procedures_of(sources, policies.registry)
    reviews = load_reviews(folders.trees_lock, trees, procedures, policies.registry)
    return Reading(folders, policies, procedures, sources, files, archive, reviews)


def named_trees(paths: Iterable[Path]) -> Iterator[tuple[Path, Source]]:
    """Yield every tree that `paths`, files and folders, name, called as its author called it."""
    for path in paths:
        for file in sorted(path.rglob("*.tree")) if path.is_dir() else [path]:
            if file.suffix == ".tree":
                yield file, tree_source(file.as_posix(), file.read_bytes())
