"""Where a command finds the policies and what was published of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from clausetree.publish.releases.archive import Archive, load_archive
from clausetree.publish.sources.policies import Policies, load_policies
from clausetree.publish.sources.settings_file import Folders
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.grouped import grouped


@dataclass(frozen=True, slots=True)
class Workplace:
    """A site: where its files are, its policies as they are written, and as they were published."""

    folders: Folders
    policies: Policies
    archive: Archive


def open_workplace(folders: Folders) -> Workplace:
    """Read everything in the folders of a site."""
    archive = load_archive(folders.lock, folders.released)
    return Workplace(folders, load_policies(folders.docs, lock=archive.lock), archive)


def show(diagnostics: Iterable[Diagnostic]) -> int:
    """Print diagnostics, those that say the same together, and return how many there were."""
    told = list(diagnostics)
    print("\n".join(group.text() for group in grouped(told)), end="\n" if told else "")
    return len(told)


def count(number: int, what: str) -> str:
    """Return "1 clause", "2 clauses"."""
    return f"{number} {what}" + ("" if number == 1 else "s")
