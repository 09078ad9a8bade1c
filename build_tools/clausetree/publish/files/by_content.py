"""Names that follow from content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path


def digest_of(files: Mapping[str, Path], start: str = "") -> str:
    """Return a hash of `start` and of the files' names and contents, in the order given."""
    digest = hashlib.sha256(start.encode())
    for name, file in files.items():
        digest.update(f"\0{name}\0{file_digest(file)}".encode())
    return digest.hexdigest()[:16]


def by_path(files: Iterable[Path], folder: Path) -> dict[str, Path]:
    """Return the files by their paths from `folder`, which holds all of them."""
    # Not relative_to: it looks at every folder on the way, and takes ten times as long.
    start = f"{folder.as_posix()}/"
    return {file.as_posix().removeprefix(start): file for file in files}


def file_digest(file: Path) -> str:
    """Return the SHA-256 of a file, which may be a large one, in hexadecimal."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
