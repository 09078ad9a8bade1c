"""A site's policies, as they are written and as they were published."""

from __future__ import annotations

from dataclasses import dataclass, field

from clausetree.history.archive import Archive
from clausetree.history.checking.published import check_archive
from clausetree.history.policies import Policies
from clausetree.publish.calendars.reading import CalendarRead, calendar_source
from clausetree.publish.loading.readers import ANEW, Readers
from clausetree.publish.releases.archive import ReleasedFiles, load_archive
from clausetree.publish.releases.publishable import check_publishable
from clausetree.publish.sources.policies import load_policies
from clausetree.publish.sources.procedures import load_procedures
from clausetree.publish.sources.settings_file import Folders
from clausetree.report.diagnostic import Diagnostic, in_reading_order
from clausetree.tree.procedures import Procedures


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where the files of a site are, its policies, what was published of them, and its calendar."""

    folders: Folders
    policies: Policies
    archive: Archive
    calendar: CalendarRead
    _faults: dict[tuple[str, ...], list[Diagnostic]] = field(default_factory=dict, compare=False, repr=False)
    """Those of policies, by which trees there are: while somebody writes a tree, nothing else has changed."""

    @property
    def released(self) -> ReleasedFiles:
        """The files that were kept of released versions."""
        return ReleasedFiles(self.folders.released, self.archive)

    def faults_of_policies(self) -> list[Diagnostic]:
        """Return what is wrong in the policies, and what of them would be lost on a page or in print."""
        trees = tuple(sorted(path.name for path in self.folders.trees.glob("*.tree")))
        if trees not in self._faults:
            unpublishable = check_publishable(self.policies, self.folders.docs, self.folders.trees)
            self._faults[trees] = in_reading_order([*self.policies.diagnostics, *unpublishable])
        return self._faults[trees]

    def faults_against_archive(self) -> list[Diagnostic]:
        """Return every way in which the policies break what was published, and faults of the archive itself."""
        return check_archive(self.policies, self.archive, self.folders.lock.name)

    def procedures(self) -> Procedures:
        """Read the trees, which may cite these policies."""
        return load_procedures(self.folders.trees, self.policies.registry, self.calendar.calendar)


def open_workplace(folders: Folders, readers: Readers = ANEW) -> Workplace:
    """Read the policies and the calendar of a site. What authors did wrong is among the diagnostics.

    Raises `OSError` for a file that cannot be read.
    """
    archive = load_archive(folders.lock, folders.released)
    policies = load_policies(folders.docs, lock=archive.lock, parse=readers.parse)
    return Workplace(folders, policies, archive, readers.read_calendar(calendar_source(folders.docs)))
