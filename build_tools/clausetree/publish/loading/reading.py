"""The policies and trees that a command was asked about, read as the site would read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from types import MappingProxyType

from clausetree.history.policies import Policies
from clausetree.publish.loading.readers import ANEW, Readers
from clausetree.publish.loading.workplace import Workplace, open_workplace
from clausetree.publish.printing.signs import missing_signs
from clausetree.publish.sources.procedures import tree_sources
from clausetree.publish.sources.reviews import reviewed_source
from clausetree.publish.sources.settings_file import Folders
from clausetree.report.diagnostic import Diagnostic, in_reading_order
from clausetree.report.source import Source
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.procedures import Procedures, tree_source
from clausetree.tree.review.reviews import Reviews, review_all

_UNCOUNTED = ("T803", "T806")


@dataclass(frozen=True, slots=True)
class Reading:
    """A site's policies and trees: `sources` are the files of the trees, and `reviews` what each rests on.

    `files` says which file each name in a diagnostic stands for.
    """

    place: Workplace
    procedures: Procedures
    reviews: Reviews
    sources: tuple[Source, ...]
    files: Mapping[str, Path]

    @property
    def policies(self) -> Policies:
        """The policies as they are written."""
        return self.place.policies

    @property
    def calendar(self) -> Calendar | None:
        """The days on which the organisation works; None where it does not say, or says something wrong."""
        return self.place.calendar.calendar

    def all(self) -> list[Diagnostic]:
        """Return everything that is wrong: broken links to published clauses as well."""
        trees = (*self._faults_of_trees(), *self.reviews.diagnostics)
        of_policies = [*self.place.faults_of_policies(), *self.place.faults_against_archive()]
        return self._explained([*self.place.calendar.diagnostics, *of_policies, *trees])

    def within(self, paths: Iterable[Path]) -> list[Diagnostic]:
        """Return what is wrong in these files, and in those beneath these folders."""
        wanted = [path.resolve() for path in paths]
        docs = self.place.folders.docs
        near = any(path.is_relative_to(docs) or docs.is_relative_to(path) for path in wanted)
        of_policies = self.place.faults_of_policies() if near else self.policies.diagnostics
        found = [*self.place.calendar.diagnostics, *of_policies, *self._faults_of_trees()]
        named = [d for d in found if any(self.files[d.source.name].is_relative_to(path) for path in wanted)]
        return self._explained(named)

    def _faults_of_trees(self) -> list[Diagnostic]:
        """Return what is wrong in the trees, and what of them would be lost in print."""
        suspect = [source for source in self.sources if missing_signs(unescape(source.text))]
        if not suspect:
            return [*self.procedures.diagnostics]
        # A build of which every sign can be printed has no use for what tells which cannot.
        from clausetree.publish.printing.unprintable_trees import check_signs  # noqa: PLC0415

        return in_reading_order([*self.procedures.diagnostics, *check_signs(suspect)])

    def _explained(self, found: list[Diagnostic]) -> list[Diagnostic]:
        """Where the calendar is broken, that is told in place of the deadlines which it cannot count."""
        calendar = self.place.calendar.diagnostics
        uncounted = [d for d in found if calendar and d.code in _UNCOUNTED]
        others = [d for d in found if d not in uncounted]
        return [*calendar, *(d for d in others if d not in calendar)] if uncounted else others


def read_site(
    folders: Folders, named: Mapping[Path, Source] = MappingProxyType({}), readers: Readers = ANEW
) -> Reading:
    """Read the policies and trees of a site. What is `named` stands in place of what the disk holds.

    Every tree is read, whatever was named, because trees lead to one another. Raises `OSError` for a file that
    cannot be read.
    """
    return read_with(open_workplace(folders, readers), named, readers)


def read_with(place: Workplace, named: Mapping[Path, Source], readers: Readers) -> Reading:
    """Do the same with policies that were read."""
    folders, trees = place.folders, place.folders.trees
    policies = place.policies
    by_path = {trees.parent / source.name: source for source in tree_sources(trees)}
    by_path |= {path.resolve(): source for path, source in named.items()}
    files = {source.name: path for path, source in by_path.items()}
    files |= {name: folders.docs.parent / name for name in _pages_of(place)}
    sources = tuple(by_path.values())
    published = folders.lock.read_text(encoding="utf-8") if folders.lock.exists() else ""
    procedures = readers.read_trees(sources, policies, place.calendar.calendar, published)
    reviews = review_all(reviewed_source(folders.trees_lock), procedures, policies.registry, sources)
    return Reading(place, procedures, reviews, sources, files)


def _pages_of(place: Workplace) -> Iterator[str]:
    told = (*place.calendar.diagnostics, *place.policies.diagnostics)
    yield from (diagnostic.source.name for diagnostic in told)
    yield from (source.name for source in place.policies.sources.values())


def named_trees(paths: Iterable[Path]) -> Iterator[tuple[Path, Source]]:
    """Yield every tree that `paths`, files and folders, name, called as its author called it."""
    for path in paths:
        for file in sorted(path.rglob("*.tree")) if path.is_dir() else [path]:
            if file.suffix == ".tree":
                yield file, tree_source(file.as_posix(), file.read_bytes())
