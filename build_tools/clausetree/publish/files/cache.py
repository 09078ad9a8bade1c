"""What an earlier build made, kept to be used again.

Each file or folder is named after everything that it was made from, the program included: one that is found is
the right one, whatever has changed since. What is thrown away is what nobody has used for long.
"""

from __future__ import annotations

import os
import re
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache as once
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory

from clausetree.publish.files.by_content import by_path, digest_of
from clausetree.publish.files.installed import PACKAGE

_UMASK = os.umask(0)
os.umask(_UMASK)
_DAY = 86_400
_MOST_DAYS = 30
_NAME = re.compile("[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Cache:
    """`folder` holds a folder for each kind of thing."""

    folder: Path

    def path(self, kind: str, *made_from: str | bytes) -> Path:
        """Return where the thing of this `kind` stands that was made from these, whether it was made or not."""
        parts = [part.encode() if isinstance(part, str) else part for part in made_from]
        # Their lengths tell "a", "bc" from "ab", "c".
        digest = sha256(repr([*map(len, parts)]).encode())
        for part in parts:
            digest.update(part)
        return self.folder / kind / digest.hexdigest()

    def file(self, kind: str, *made_from: str | bytes, make: Callable[[], bytes]) -> Path:
        """Return the file of this `kind` that was made from these; `make` gives the bytes of a new one.

        It gets its name last: one that is half written must never be taken for whole.

        Raises `OSError` where it cannot be written, and what `make` raises.
        """
        file = self.path(kind, *made_from)
        if not _used_again(file):
            content = make()
            file.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=file.parent, delete=False) as half:
                half.write(content)
            # Who may read it is as for any file: a temporary one is its owner's alone.
            Path(half.name).chmod(0o666 & ~_UMASK)
            try:
                Path(half.name).replace(file)
            except OSError:
                Path(half.name).unlink(missing_ok=True)
                if not file.is_file():  # another build was quicker and made the same
                    raise
        return file

    def text(self, kind: str, *made_from: str | bytes, make: Callable[[], str]) -> str:
        """Return the text of this `kind` that was made from these."""
        return self.file(kind, *made_from, make=lambda: make().encode()).read_text(encoding="utf-8")

    def directory(self, kind: str, *made_from: str | bytes, make: Callable[[Path], object]) -> Path:
        """Return the folder of this `kind` that was made from these; `make` fills a new one, given it empty.

        It too gets its name last.
        """
        folder = self.path(kind, *made_from)
        if _used_again(folder):
            return folder
        folder.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder.parent, prefix="making-") as workshop:
            half = Path(workshop) / "half"
            half.mkdir()
            make(half)
            try:
                half.rename(folder)
            except OSError:
                if not folder.is_dir():  # another build was quicker and made the same
                    raise
        return folder

    def folder_for(self, kind: str) -> Path:
        """Return the folder of things of this `kind`, for what keeps them there by itself."""
        folder = self.folder / kind
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def forget(self) -> None:
        """Delete what no build has used for a month: a person who writes changes a page a hundred times.

        This looks at everything that is kept, and so happens once a day.
        """
        looked, now = self.folder / "looked-through", time.time()
        if looked.exists() and looked.stat().st_mtime > now - _DAY:
            return
        looked.touch()
        oldest = now - _MOST_DAYS * _DAY
        for kind in filter(os.DirEntry.is_dir, os.scandir(self.folder)):
            for made in os.scandir(kind):
                # Other tools keep what they need beside it.
                if _NAME.fullmatch(made.name) and made.stat().st_mtime < oldest:
                    delete(Path(made))


def _used_again(made: Path) -> bool:
    """Return whether it is there, and keep when it was used last: to the day, for it is asked for often."""
    try:
        if made.stat().st_mtime < time.time() - _DAY:
            os.utime(made)
    except FileNotFoundError:
        return False
    except PermissionError:
        pass  # somebody else's, in a cache that several share
    return True


def delete(made: Path) -> None:
    """Delete a file, or a folder with all that is in it, if it is there."""
    if made.is_dir() and not made.is_symlink():
        shutil.rmtree(made, ignore_errors=True)
    else:
        made.unlink(missing_ok=True)


def cache_of(site: Path) -> Cache:
    """Return the cache of the site in a folder. Several sites may share one: `CLAUSETREE_CACHE` names it."""
    return Cache(Path(os.environ.get("CLAUSETREE_CACHE") or site / ".cache"))


def fault_in(cache: Cache, *others: Path) -> str | None:
    """Return why builds cannot keep anything in `cache`, or None. `others` are folders of another use."""
    instead = "Name another folder for it, as in CLAUSETREE_CACHE=/tmp/clausetree before the command."
    folder = cache.folder.resolve()
    for other in (path.resolve() for path in others):
        if folder.is_relative_to(other) or other.is_relative_to(folder):
            return f"What builds keep would be mixed with {other}. {instead}"
    try:
        cache.folder_for("templates")
        with NamedTemporaryFile(dir=folder):
            pass
    except OSError as error:
        return f"What builds keep cannot be written into {cache.folder}: {error.strerror}. {instead}"
    return None


@once
def program() -> str:
    """Return a hash of the program itself, and of what it reads Markdown with."""
    readers = " ".join(version(name) for name in ("markdown-it-py", "mdit-py-plugins", "anyascii"))
    return digest_of(by_path(sorted(PACKAGE.rglob("*.py")), PACKAGE), readers)
