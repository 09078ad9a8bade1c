"""Folders that are named after what they are made of: made once, and kept until that changes."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path


def digest_of(files: Mapping[str, Path], start: str = "") -> str:
    """Return a hash of `start` and of the files' names and contents, in the order given."""
    digest = sha256(start.encode())
    for name, file in files.items():
        digest.update(f"\0{name}\0".encode())
        digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]


def made_once(folder: Path, make: Callable[[Path], object]) -> Path:
    """Return `folder`, which `make` fills (given an empty one) unless it was filled before.

    It gets its name last: one that is half made must never be taken for whole.
    """
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="making-") as workshop:
        half = Path(workshop) / "half"
        half.mkdir()
        make(half)
        try:
            half.rename(folder)
        except OSError:
            if not folder.is_dir():  # another build was quicker and made the same
                raise
    return folder
