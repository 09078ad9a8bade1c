"""The site's own styles and scripts, in a folder whose name changes with them.

A browser may keep that folder for ever. Scripts import each other by relative addresses, so the whole folder
has one name and no script is changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

ASSETS = "assets/"


@dataclass(frozen=True, slots=True)
class ThemeFiles:
    """`files` are paths below `theme`; those in its folder `assets` go to `folder`, which ends in a slash."""

    theme: Path
    files: tuple[str, ...]
    folder: str

    @property
    def worker(self) -> str:
        """Where the script stands that starts Python."""
        return f"{self.folder}javascripts/widget/worker.js"

    def address(self, file: str) -> str:
        """Return where a file of `files` stands in the site."""
        return self.folder + file.removeprefix(ASSETS) if file.startswith(ASSETS) else file


def read_theme_files(theme: Path) -> ThemeFiles:
    """Read what stands in the folder `assets` of `theme`."""
    files = sorted(path.relative_to(theme).as_posix() for path in (theme / ASSETS).rglob("*") if path.is_file())
    digest = sha256()
    for file in files:
        digest.update(f"{file}\0".encode())
        digest.update(sha256((theme / file).read_bytes()).digest())
    return ThemeFiles(theme, tuple(files), f"{ASSETS}{digest.hexdigest()[:16]}/")
