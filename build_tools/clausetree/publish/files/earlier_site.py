"""The site that stands in a folder already, put aside while another is written there.

What is the same in both is moved back and not written again. To make thousands of files is slow just after
thousands were deleted, and a file that nobody touched keeps its date: whoever copies the site elsewhere copies
only what is new. When a build fails, the earlier site stands where it stood, if it could be put aside.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from clausetree.publish.files.cache import Cache, delete

type Place = Callable[[Path, Path], object]
"""Lets the second file, of a site, have the content of the first."""


@dataclass(frozen=True, slots=True)
class EarlierSite:
    """`aside` holds what stood in the folder `site`, but for what was `taken` back: paths within either.

    It is None where nothing was put aside.
    """

    site: Path
    aside: Path | None
    taken: list[Path] = field(default_factory=list)

    def place(self, source: Path, target: Path) -> None:
        """Let `target`, below the site's folder, be a file with the content of `source`."""
        self.write(source.read_bytes(), target)

    def write(self, content: bytes, target: Path) -> None:
        """Let `target`, below the site's folder, be a file with this content."""
        name = target.relative_to(self.site)
        earlier = self.aside / name if self.aside else None
        if earlier and earlier.is_file() and earlier.read_bytes() == content:
            earlier.replace(target)
            self.taken.append(name)
        else:
            target.write_bytes(content)

    def put_back(self) -> None:
        """Let the earlier site stand where it stood, or nothing where nothing stood."""
        if self.aside:
            for name in self.taken:
                (self.site / name).replace(self.aside / name)
            for path in _shown(self.site) if self.site.is_dir() else ():
                delete(path)
            _move(self.aside, self.site)
            delete(self.aside)

    def forget(self) -> None:
        """Delete what is left of the earlier site; what others wrote again as it was keeps its date."""
        if self.aside:
            for earlier in filter(Path.is_file, self.aside.rglob("*")):
                now = self.site / earlier.relative_to(self.aside)
                if now.is_file() and now.read_bytes() == earlier.read_bytes():
                    dates = earlier.stat()
                    os.utime(now, ns=(dates.st_atime_ns, dates.st_mtime_ns))
            delete(self.aside)


def put_aside(site: Path, cache: Cache) -> EarlierSite:
    """Move what stands in the folder `site` aside, into the folder of `cache`.

    Where that is on another disk, everything stays where it is, and is written again.
    """
    aside = cache.folder_for("earlier") / sha256(str(site.resolve()).encode()).hexdigest()
    if aside.is_dir() and any(aside.iterdir()):
        EarlierSite(site, aside).put_back()  # of a build that was killed
    aside.mkdir(exist_ok=True)
    if site.is_dir():
        try:
            _move(site, aside)
        except OSError:
            _move(aside, site)
            aside.rmdir()
            return EarlierSite(site, None)
    return EarlierSite(site, aside)


def _move(source: Path, target: Path) -> None:
    """Move what is in one folder into another, where nothing has its names.

    Not the folder itself, which a server may have open.
    """
    for path in _shown(source):
        path.replace(target / path.name)


def _shown(folder: Path) -> list[Path]:
    """Return what is in a folder but for hidden files, which MkDocs leaves alone too."""
    return [path for path in folder.iterdir() if not path.name.startswith(".")]
