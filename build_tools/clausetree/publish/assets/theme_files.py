"""The site's own styles, scripts and images, in a folder whose name changes with them.

A browser may keep that folder for ever.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from clausetree.publish.assets.beforehand import scripts_joined
from clausetree.publish.assets.bundle import JOINED, bundle
from clausetree.publish.files.by_content import by_path, digest_of
from clausetree.publish.files.cache import Cache
from clausetree.publish.files.installed import IS_WHEEL

ASSETS = "assets/"

FOR_AUTHORS = frozenset({"authors.js", "drawing.js", "workbench.css", "workbench.js"})
"""What only the page for authors asks for."""


@dataclass(frozen=True, slots=True)
class ThemeFiles:
    """`folder`, from the site's root, ends in a slash; `files` are what stands in it, by their paths there."""

    folder: str
    files: Mapping[str, Path]

    @property
    def worker(self) -> str:
        """Where the script stands that starts Python."""
        return f"{self.folder}worker.js"


def read_theme_files(theme: Path, cache: Cache, *, for_authors: bool = False) -> ThemeFiles:
    """Return what is published of the folder `assets` of `theme`, for authors too where they have a page.

    Raises `NotJoinedError` where esbuild is needed and not there, and `RuntimeError` where it fails.
    """
    assets = theme / ASSETS
    others = sorted(path for path in assets.rglob("*") if path.is_file() and path.suffix not in JOINED)
    joined = scripts_joined() if IS_WHEEL else bundle(assets, cache)
    every = by_path(others, assets) | dict(joined)
    files = {name: file for name, file in every.items() if for_authors or name not in FOR_AUTHORS}
    return ThemeFiles(f"{ASSETS}{digest_of(files)}/", files)
