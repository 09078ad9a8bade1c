"""Names that follow from content."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path


def digest_of(files: Mapping[str, Path], start: str = "") -> str:
    """Return a hash of `start` and of the files' names and contents, in the order given."""
    digest = sha256(start.encode())
    for name, file in files.items():
        digest.update(f"\0{name}\0".encode())
        digest.update(sha256(file.read_bytes()).digest())
    return digest.hexdigest()[:16]
