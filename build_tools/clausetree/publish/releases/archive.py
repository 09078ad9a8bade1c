"""Read what was published: the lock, and the copy of each released version."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from clausetree.history.archive import Archive
from clausetree.history.checking.copies import compare_copy, released_line
from clausetree.history.event import Release
from clausetree.history.lock import History
from clausetree.history.lock_file import read_lock
from clausetree.history.messages import to_diagnostic
from clausetree.history.problems import CopyChanged, HistoryProblem
from clausetree.history.released import from_record
from clausetree.policy.policy import Policy
from clausetree.publish.files.by_content import file_digest
from clausetree.report.source import Source

RECORD, PAGE, MARKDOWN, ATTESTED = "record.json", "page.html", "policy.md", "policy.json"
_FILES = (RECORD, PAGE, MARKDOWN, ATTESTED)


@dataclass(frozen=True, slots=True)
class ReleasedFiles:
    """The `folder` of the files that were kept of the versions in an archive, read when they are asked for.

    What is asked of a version that is not among the archive's copies raises `OSError`.
    """

    folder: Path
    archive: Archive

    def pictures(self) -> Iterator[tuple[Policy, Path]]:
        """Yield every file of a released version that its page shows, with that version."""
        for history in self.archive.lock.histories.values():
            for release in history.releases:
                copy = self.archive.copies.get(history.policy, {}).get(release.version)
                if copy is not None:
                    folder = folder_of(self.folder, history.policy, release.version)
                    yield from ((copy, folder / name) for name in release.copies if name not in _FILES)

    def page(self, policy: str, version: str) -> str:
        """Return the HTML of a version that is among the copies."""
        return self._file(policy, version, PAGE).read_text(encoding="utf-8")

    def markdown(self, policy: str, version: str) -> str:
        """Return the Markdown of a version that is among the copies."""
        # Not read_text: it would turn every line ending into a line feed.
        return self._file(policy, version, MARKDOWN).read_bytes().decode("utf-8")

    def attested(self, policy: str, version: str) -> str:
        """Return what a version among the copies was released with for attestation, as JSON."""
        return self._file(policy, version, ATTESTED).read_text(encoding="utf-8")

    def statement(self, policy: str, version: str) -> str | None:
        """Return the sentence that people confirm of a released version."""
        if version not in self.archive.copies.get(policy, {}):
            return None
        return str(json.loads(self.attested(policy, version))["statement"])

    def _file(self, policy: str, version: str, name: str) -> Path:
        return folder_of(self.folder, policy, version) / name


def load_archive(lock_file: Path, released: Path) -> Archive:
    """Read `lock_file`, which may not exist yet, and the copies in the folder `released`.

    What is wrong with them is among the archive's diagnostics. Raises `OSError` for a file that cannot be read.
    """
    text = lock_file.read_text(encoding="utf-8") if lock_file.exists() else ""
    source = Source(lock_file.name, text)
    lock, problems = read_lock(source)
    copies: dict[str, dict[str, Policy]] = {}
    for history in lock.histories.values():
        for release in history.releases:
            folder = folder_of(released, history.policy, release.version)
            faults = list(_check_copy(folder, history, release, source))
            problems += faults
            if not faults:
                copy, withdrawn = from_record((folder / RECORD).read_text(encoding="utf-8"))
                copies.setdefault(history.policy, {})[release.version] = copy
                problems += compare_copy(copy, withdrawn, history, release, source)
    diagnostics = tuple(to_diagnostic(problem, source) for problem in problems)
    return Archive(lock, copies, diagnostics)


def folder_of(released: Path, policy: str, version: str) -> Path:
    """Return the folder that holds the copy of one version."""
    return released / policy / version


def _check_copy(folder: Path, history: History, release: Release, source: Source) -> Iterator[HistoryProblem]:
    for name in dict.fromkeys((*_FILES, *release.copies)):
        path = folder / name
        if not path.is_file() or file_digest(path) != release.copies.get(name):
            span = released_line(source, history.policy, release.version)
            yield CopyChanged(span, history.policy, release.version, name)
