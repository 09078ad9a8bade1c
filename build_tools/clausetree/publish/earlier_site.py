"""The site that stands in a folder already, put aside while another is written there.

What is the same in both is moved back and not written again. To make thousands of files is slow just after
thousands were deleted, and a file that nobody touched keeps its date: whoever copies the site elsewhere copies
only what is new. When a build fails, the earlier site stands where it stood, if it could be put aside.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from clausetree.publish.cache import Cache

type Place = Callable[[Path, Path], object]
"""Lets the second file, of a site, have the content of the first."""


@dataclass(frozen=True, slots=True)
class EarlierSite:
    """`aside` holds what stood in the folder `site`, but for what was `taken` back: paths within either."""

    site: Path
    aside: Path
    taken: list[Path] = field(default_factory=list)

    def place(self, source: Path, target: Path) -> None:
        """Let `target`, below the site's folder, be a file with the content of `source`."""
        if not self._take(target, source.read_bytes()):
            shutil.copyfile(source, target)

    def write(self, content: bytes, target: Path) -> None:
        """Let `target`, below the site's folder, be a file with this content."""
        if not self._take(target, content):
            target.write_bytes(content)

    def _take(self, target: Path, content: bytes) -> bool:
        """Move back what stood at `target`, if that was its content; return whether it was."""
        name = target.relative_to(self.site)
        earlier = self.aside / name
        if not earlier.is_file() or earlier.stat().st_size != len(content) or earlier.read_bytes() != content:
            return False
        earlier.replace(target)
        self.taken.append(name)
        return True

    def put_back(self) -> None:
        """Let the earlier site stand where it stood, or nothing where nothing stood."""
        if self.aside.is_dir():
            for name in self.taken:
                (self.site / name).replace(self.aside / name)
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
    earlier = EarlierSite(site, aside)
    if aside.is_dir() and any(aside.iterdir()):
        earlier.put_back()  # of a build that was killed
    aside.mkdir(exist_ok=True)
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
