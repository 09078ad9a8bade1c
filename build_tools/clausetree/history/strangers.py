"""Files that stand among the policies and are none: an author who put one there thinks that it is published."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from posixpath import basename, dirname, splitext

from clausetree.history.lock import Lock
from clausetree.policy.problems.front_matter import NotAPolicy
from clausetree.policy.wording import to_diagnostic
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
    folder: str,
    files: Iterable[str],
    pages: Mapping[str, Source],
    held: Collection[str],
    led_to: Collection[str | None],
) -> Iterator[tuple[str, Diagnostic]]:
    """Yield the path of each file among the policies that is none, and what is said of it.

    Policies are kept in `policy`, and in every other folder that holds one or in which one was published;
    beneath them too: `held` are these folders, and `files` all files in them, by their paths from the folder of
    all pages, which is called `folder`. That is none of them, even where a policy stands in it: other pages
    belong there. Among the policies, a page that introduces the folder (`index.md`) is no stranger, nor is a
    file that a policy leads to, as to a form (`led_to`), nor one that holds no words, as a picture. `pages` are
    those that may have been meant as policies.
    """
    for page, source in pages.items():
        if _is_within(page, held) and basename(page) not in _FOR_READERS_OF_THE_FOLDER:
            yield page, to_diagnostic(NotAPolicy(_first_line(source), ""), source)
    for file in files:
        ending = splitext(file)[1]
        written = ending != ".md" and ending.lower() in _WRITTEN and not _HIDDEN.match(basename(file))
        if written and file not in led_to:
            yield file, to_diagnostic(NotAPolicy(Span(0, 0), ending), Source(f"{folder}/{file}", ""))


def policy_folders(pages: Iterable[str], lock: Lock) -> frozenset[str]:
    """Return the folders in which policies are kept, by their paths within that of all pages."""
    published = (history.last.page for history in lock.histories.values() if history.last)
    # The address of a page ends in a slash.
    parents = {dirname(page.rstrip("/")) for page in (*pages, *published)}
    return frozenset({CUSTOMARY, *parents} - {""})


def _is_within(page: str, folders: Collection[str]) -> bool:
    above = dirname(page)
    return above in folders or (above != "" and _is_within(above, folders))


def _first_line(source: Source) -> Span:
    return Span(0, len(source.line(1).rstrip()))
