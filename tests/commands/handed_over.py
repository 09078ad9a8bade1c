"""Zips of changes as docs/hosting/changes.md says that they are."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def digest(content: bytes | None) -> str | None:
    """The SHA-256 of a file of text; nothing for a file that is not there."""
    return None if content is None else hashlib.sha256(content.replace(b"\r\n", b"\n")).hexdigest()


def changes(folder: Path, given: Mapping[str, bytes | None], /, **said: Any) -> Path:
    """Write a zip of changes to what a folder holds now, and return where it is."""
    listed = [
        {"path": name, "was": digest(_held(folder / name)), "now": digest(content)}
        for name, content in given.items()
    ]
    manifest = {"format": 1, "program": "1.0", "release": "0123456789abcdef", "files": listed} | said
    place = folder.parent / "changes.zip"
    with zipfile.ZipFile(place, "w") as packed:
        packed.writestr("changes.json", json.dumps(manifest))
        for name, content in given.items():
            if content is not None:
                packed.writestr(name, content)
    return place


def _held(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
