"""The site that stands in a folder already, put aside while another is written there.

What is the same in both is moved back and not written again. To make thousands of files is slow just after
thousands were deleted, and a file that nobody touched keeps its date: whoever copies the site elsewhere copies
only what is new. When a build breaks off, the earlier site stands where it stood.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from clausetree.publish.cache import Cache

type Place = Callable[[Path, Path], object]
"""Lets the second file, of a site, have the content of the first."""


@dataclass(frozen=True, slots=True)
class EarlierSite:
    """`aside` holds what stood in the folder `site`."""

    site: Path
    aside: Path

    def place(self, source: Path, target: Path) -> None:
        """Let `target`, below the site's folder, be a file with the content of `source`."""
        earlier = self._earlier(target)
        if (
            earlier
            and earlier.stat().st_size == source.stat().st_size
            and earlier.read_bytes() == source.read_bytes()
        ):
            earlier.replace(target)
        else:
            shutil.copyfile(source, target)

    def write(self, content: bytes, target: Path) -> None:
        """Let `target`, below the site's folder, be a file with this content."""
        earlier = self._earlier(target)
        if earlier and earlier.read_bytes() == content:
            earlier.replace(target)
        else:
            target.write_bytes(content)

    def _earlier(self, target: Path) -> Path | None:
        earlier = self.aside / target.relative_to(self.site)
        return earlier if earlier.is_file() else None

    def put_back(self) -> None:
        """Let the earlier site stand where it stood, or nothing where nothing stood."""
        if self.aside.is_dir():
            for path in _shown(self.site) if self.site.is_dir() else ():
                _delete(path)
            _move(self.aside, self.site)
            shutil.rmtree(self.aside, ignore_errors=True)

    def forget(self) -> None:
        """Delete what is left of the earlier site; what others wrote again as it was keeps its date."""
        for earlier in filter(Path.is_file, self.aside.rglob("*")):
            now = self.site / earlier.relative_to(self.aside)
            if now.is_file() and now.read_bytes() == earlier.read_bytes():
                dates = earlier.stat()
                os.utime(now, ns=(dates.st_atime_ns, dates.st_mtime_ns))
        shutil.rmtree(self.aside, ignore_errors=True)


def put_aside(site: Path, cache: Cache) -> EarlierSite:
    """Move what stands in the folder `site` aside, into the folder of `cache`.

    Where that is on another disk, everything stays where it is, and is written again.
    """
    aside = cache.folder_for("earlier") / sha256(str(site.resolve()).encode()).hexdigest()
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    earlier = EarlierSite(site, aside)
    if site.is_dir():
        try:
            _move(site, aside)
        except OSError:
            _move(aside, site)
            aside.rmdir()
    return earlier


def _move(source: Path, target: Path) -> None:
    """Move what is in one folder into another, where nothing has its names.

    Not the folder itself, which a server may have open.
    """
    for path in _shown(source):
        path.replace(target / path.name)


def _shown(folder: Path) -> list[Path]:
    """Return what is in a folder but for hidden files, which MkDocs leaves alone too."""
    return [path for path in folder.iterdir() if not path.name.startswith(".")]


def _delete(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink()
