"""Files that stand among the policies and are none: an author who put one there thinks that it is published."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from clausetree.history.lock import Lock
from clausetree.policy.policy import Policy
from clausetree.policy.problems.front_matter import NotAPolicy
from clausetree.policy.wording import to_diagnostic
from clausetree.publish.files.relative import way_to
from clausetree.report.diagnostic import Diagnostic
from clausetree.report.source import Source
from clausetree.report.span import Span

CUSTOMARY = "policy"
"""The folder, within that of all pages, for which the guides say that policies are put there."""
_WRITTEN = {
    *(".docx", ".doc", ".docm", ".dotx", ".odt", ".pages", ".wpd", ".rtf", ".pdf", ".txt", ".text"),
    *(".htm", ".html", ".xhtml", ".mht", ".epub", ".tex", ".rst", ".adoc", ".org"),
    *(".md", ".markdown", ".mdown", ".mkdn", ".mkd", ".mdx", ".qmd"),
}
"""Endings of files that hold written words. `.md` as such is read; it is here for `.MD`."""
_FOR_READERS_OF_THE_FOLDER = ("index.md", "README.md")
_HIDDEN = re.compile(r"[.~]")
"""What the name of a hidden file begins with, and that of a file which Word keeps while another is open."""


def strangers(
    folder: Path, sources: Mapping[str, Source], pages: Mapping[str, Policy], lock: Lock
) -> Iterator[tuple[str, Diagnostic]]:
    """Yield the path within `folder` of each file among the policies that is none, and what is said of it.

    Policies are kept in `policy`, and in every other folder that holds one or in which one was published;
    beneath them too. The folder of all pages is none of them, even where a policy stands in it: other pages
    belong there. Among the policies, a page that introduces the folder (`index.md`) is no stranger, nor is a
    file that a policy leads to, as to a form, nor one that holds no words, as a picture. `sources` are the
    pages that may have been meant as policies, and `pages` those that are.
    """
    held = policy_folders(pages, lock)
    for page, source in sources.items():
        name = PurePosixPath(page)
        if page not in pages and _is_within(name, held) and name.name not in _FOR_READERS_OF_THE_FOLDER:
            yield page, to_diagnostic(NotAPolicy(_first_line(source), ""), source)
    led_to = {way_to(lead.address, page) for page, policy in pages.items() for lead in policy.document.leads}
    for file in _files(folder, held):
        page = file.relative_to(folder).as_posix()
        if file.suffix != ".md" and file.suffix.lower() in _WRITTEN and page not in led_to:
            yield page, to_diagnostic(NotAPolicy(Span(0, 0), file.suffix), Source(f"{folder.name}/{page}", ""))


def policy_folders(pages: Iterable[str], lock: Lock) -> frozenset[PurePosixPath]:
    """Return the folders in which policies are kept, by their paths within that of all pages."""
    published = (history.last.page for history in lock.histories.values() if history.last)
    parents = {PurePosixPath(page).parent for page in (*pages, *published)}
    return frozenset({PurePosixPath(CUSTOMARY), *parents} - {PurePosixPath()})


def _is_within(page: PurePosixPath, folders: Collection[PurePosixPath]) -> bool:
    return any(parent in folders for parent in page.parents)


def _files(folder: Path, held: Iterable[PurePosixPath]) -> list[Path]:
    found = {file for each in held for file in (folder / each).rglob("*") if not _HIDDEN.match(file.name)}
    return sorted(file for file in found if file.is_file())


def _first_line(source: Source) -> Span:
    return Span(0, len(source.line(1).rstrip()))
