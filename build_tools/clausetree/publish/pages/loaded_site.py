"""Everything that a site is made of, read, checked and drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clausetree.history.archive import Archive
from clausetree.history.past import Past
from clausetree.history.policies import Policies
from clausetree.policy.policy import Policy
from clausetree.publish.files.cache import Cache
from clausetree.publish.loading.reading import Reading
from clausetree.publish.pages.versions import Versions
from clausetree.publish.printing.pictures import Pictures
from clausetree.publish.releases.archive import ReleasedFiles
from clausetree.publish.releases.statements import Statements
from clausetree.publish.sources.courses import CoursesByClause
from clausetree.publish.sources.settings_file import Folders
from clausetree.render.policy.clause_tools import Use
from clausetree.render.policy.uses import uses_of
from clausetree.render.review.notice import to_line
from clausetree.render.versions.attestation import Attestation
from clausetree.report.diagnostic import Diagnostic
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.procedures import Procedures
from clausetree.tree.review.reviews import Reviews
from clausetree.tree.wire import Wire


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are, and what the organisation chose.

    `address` is the site's own, or "" where it is not known. `runtime` is the folder, from the site's
    root, of the Python that widgets run, and `entry` the module that speaks for a tree. `language` is that of
    the pages themselves.
    """

    folders: Folders
    cache: Cache
    address: str
    attestation: Attestation
    runtime: str
    entry: str
    language: str = "en"


@dataclass(frozen=True, slots=True)
class LoadedSite:
    """The policies and procedures of one build.

    By the id of its tree, `wires` is each procedure as browsers are sent it, `drawings` the SVG of each part of
    its flowchart, and `pictures` the files of that to take away, where there are any.
    """

    settings: Settings
    reading: Reading
    wires: Mapping[str, Wire]
    drawings: Mapping[str, tuple[str, ...]]
    pictures: Mapping[str, Pictures]
    courses: CoursesByClause

    @property
    def policies(self) -> Policies:
        """The policies as they are written."""
        return self.reading.policies

    @property
    def calendar(self) -> Calendar | None:
        """The days on which the organisation works; None where it does not say, or says something wrong."""
        return self.reading.calendar

    @property
    def archive(self) -> Archive:
        """What was published of the policies."""
        return self.reading.place.archive

    @property
    def released(self) -> ReleasedFiles:
        """The files that were kept of released versions."""
        return self.reading.place.released

    @property
    def procedures(self) -> Procedures:
        """The trees."""
        return self.reading.procedures

    @property
    def reviews(self) -> Reviews:
        """What each tree rests on."""
        return self.reading.reviews

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything that is wrong with what the authors wrote."""
        return tuple(self.reading.all())

    @property
    def notices(self) -> tuple[str, ...]:
        """What somebody has still to do, a line each; none of it stops a build."""
        waiting = [to_line(review) for review in self.reviews.of.values() if review.changed]
        return (self.policies.unfilled_line(), *waiting, *self.statements.kept(self.policies.registry))

    @property
    def statements(self) -> Statements:
        """What people confirm of each policy."""
        return Statements(self.settings.attestation, self.released)

    @property
    def versions(self) -> Versions:
        """The pages of released versions."""
        return Versions(self.policies.registry, self.released, self.uses_of, self.courses, self.settings.cache)

    @property
    def pasts(self) -> dict[str, Past]:
        """What was published of each policy."""
        return {policy.id: self.archive.past(policy.id) for policy in self.policies.registry}

    def uses_of(self, policy: Policy, root: str) -> dict[str, list[Use]]:
        """Return, by anchor, the trees that cite a clause; `root` leads from the page to the site's own."""
        return uses_of(policy, self.procedures, root)
