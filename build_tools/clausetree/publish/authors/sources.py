"""The sources of a site as it was built, in one zip that the page for authors opens."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from clausetree.publish.files.zip_archive import write_zip
from clausetree.publish.loading.reading import Reading
from clausetree.publish.sources.settings_file import Folders
from clausetree.tree.wire import calendar_text

FOLDER = "workbench/"
"""Where the page for authors and what it opens stand, from the site's root."""

ARCHIVE = f"{FOLDER}site.zip"
TOLD = f"{FOLDER}site.json"

_INHERITED = re.compile(r"""^INHERIT:[ \t]*["']?(?P<file>[^"'#\n]*[^"'#\s])""", re.MULTILINE)

PAGE = "workbench.md"
PAGE_TEXT = """\
---
title: Workbench
template: workbench.html
robots: noindex
hide: [toc, navigation, path]
search:
  exclude: true
---
"""
"""The page itself: its template has all of it."""


@dataclass(frozen=True, slots=True)
class Sources:
    """`archive` is the zip, and `told` is what the page needs to know of it, as JSON."""

    archive: bytes
    told: str


def sources_of(reading: Reading, pages: Iterable[Path], language: str) -> Sources:
    """Return the sources that a site was built from.

    `pages` are the files in the folder of pages that are published, as they are written. The other files are
    policies, procedures, links, the calendar, the settings, and all that was recorded as published.
    """
    folders = reading.place.folders
    written = BytesIO()
    files = sorted({*_files(folders), *pages})
    named = [(path.relative_to(folders.folder).as_posix(), path) for path in files if _is_within(path, folders)]
    write_zip(written, ((name, path.read_bytes()) for name, path in named))
    archive = written.getvalue()
    calendar = reading.place.calendar
    source = (folders.docs / "calendar.yml").read_text(encoding="utf-8") if _has_calendar(folders) else ""
    told = {
        "digest": sha256(archive).hexdigest()[:16],
        "docs": _name(folders.docs, folders),
        "trees": _name(folders.trees, folders),
        "calendar": {"text": source, "calendar": calendar_text(calendar.calendar)},
        "language": language,
    }
    return Sources(archive, json.dumps(told, ensure_ascii=False, indent=1) + "\n")


def _files(folders: Folders) -> Iterator[Path]:
    single = (*_settings(folders.settings), folders.lock, folders.trees_lock, folders.courses)
    beside = (folders.docs / "links.yml", folders.docs / "calendar.yml")
    yield from filter(Path.is_file, (*single, *beside))
    for folder, pattern in ((folders.trees, "*.tree"), (folders.released, "*")):
        yield from filter(Path.is_file, folder.rglob(pattern))


def _settings(file: Path, beneath: tuple[Path, ...] = ()) -> Iterator[Path]:
    """Yield a file of settings, and those that it inherits."""
    yield file
    found = _INHERITED.search(file.read_text(encoding="utf-8-sig")) if file.is_file() else None
    if found and (other := (file.parent / found["file"]).resolve()) not in (file, *beneath):
        yield from _settings(other, (*beneath, file))


def _is_within(path: Path, folders: Folders) -> bool:
    return path.is_relative_to(folders.folder)


def _has_calendar(folders: Folders) -> bool:
    return (folders.docs / "calendar.yml").is_file()


def _name(folder: Path, folders: Folders) -> str:
    return folder.relative_to(folders.folder).as_posix() if _is_within(folder, folders) else folder.name
