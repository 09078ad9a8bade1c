"""A site's folder, in the memory of a browser: what somebody edits, and beside it what is published."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from clausetree.publish.calendars.reading import read_calendar
from clausetree.publish.loading.reading import Reading
from clausetree.publish.loading.remembered import RememberedReading
from clausetree.publish.sources.settings_file import read_folders, settings_in


@dataclass(slots=True)
class SiteFolder:
    """The files of a site in the folder `root`, and what was read of them."""

    root: Path
    today: date | None = None
    _read: Reading | None = None
    _remembered: RememberedReading | None = None
    _changed: set[str] = field(default_factory=set)

    def fill(self, files: Mapping[str, bytes]) -> None:
        """Hold these files, by their paths, in place of all that were there."""
        shutil.rmtree(self.root, ignore_errors=True)
        self.root.mkdir(parents=True)
        for path, content in files.items():
            self._write(path, content)
        self._remembered = self._read = None

    def write(self, path: str, text: str) -> None:
        """Take what a file says now."""
        # Half of a letter, as some programs type it, is no text.
        self._write(path, text.encode(errors="replace"))
        self._changed.add(path)

    def note(self, path: str) -> None:
        """Take notice of a file that was written by somebody else."""
        self._changed.add(path)

    def remove(self, path: str) -> None:
        """Take a file away."""
        (self.root / path).unlink(missing_ok=True)
        self._changed.add(path)

    def text(self, path: str) -> str:
        """Return what a file says; nothing where it is not there."""
        file = self.root / path
        return file.read_bytes().decode("utf-8-sig", errors="replace") if file.is_file() else ""

    def files(self) -> dict[str, str | bytes]:
        """Return all files by their paths, those that are text as text."""
        paths = sorted(path for path in self.root.rglob("*") if path.is_file())
        return {path.relative_to(self.root).as_posix(): _content(path.read_bytes()) for path in paths}

    def reading(self) -> Reading:
        """Return the site as it is now.

        Raises `SettingsUnreadableError` where its settings cannot be read.
        """
        changed, self._changed = self._changed, set()
        try:
            return self._read_again(changed)
        except BaseException:
            self._changed |= changed
            raise

    def _read_again(self, changed: set[str]) -> Reading:
        if self._remembered is None or not self._keeps_settings(changed):
            folders = read_folders(settings_in(self.root))
            self._remembered = RememberedReading(folders, read_calendar, self.today)
            self._read = None
        if self._read is None or changed:
            only_trees = self._read is not None and all(path.endswith(".tree") for path in changed)
            self._read = self._remembered.read(only_trees=only_trees)
        return self._read

    def _keeps_settings(self, changed: Iterable[str]) -> bool:
        return not any(path.endswith((".yml", ".yaml")) and "/" not in path for path in changed)

    def _write(self, path: str, content: bytes) -> None:
        file = (self.root / path).resolve()
        if not file.is_relative_to(self.root.resolve()):
            raise ValueError(f"{path} leads out of the folder.")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _content(content: bytes) -> str | bytes:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return content
