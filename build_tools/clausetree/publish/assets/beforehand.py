"""What was made beforehand is found again: all that needs Node, and what takes long to pack.

The wheel holds the joined scripts and styles, and the Python that browsers run, packed as well as can be. The
repository keeps the same but for our own Python: what is Pyodide's changes only when Pyodide does, or when our
engine uses a module more of its standard library. Beside the packed files lies a list of them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import brotli

from clausetree.publish.files.installed import PACKED

SCRIPTS: Final = "scripts"
"""Beside the packed files: the folder of the joined scripts and styles, which are not packed."""

RUNTIME: Final = "runtime.json"
"""Of the packed files: what they are, and in the repository the modules of others that are in them."""


WHOLE_LIBRARY: Final = "library.zip"
"""What the page for authors is given of Python's standard library."""


def packed_beforehand(digest: str) -> bytes | None:
    """Return a file packed by Brotli whose content has this SHA-256, if it was packed beforehand."""
    file = PACKED / f"{digest}.br"
    return file.read_bytes() if file.is_file() else None


def scripts_joined() -> Mapping[str, Path]:
    """Return the scripts and styles that were joined beforehand, by name."""
    return {file.name: file for file in sorted((PACKED / SCRIPTS).iterdir())}


def runtime_files() -> Mapping[str, str]:
    """Return the SHA-256 of each file that was packed of the Python that browsers run, by name."""
    files: Mapping[str, str] = _listing()["files"]
    return files


def files_for_authors() -> Mapping[str, str]:
    """Return the same of what only the page for authors is given."""
    files: Mapping[str, str] = _listing()["for_authors"]
    return files


def modules_packed() -> frozenset[str]:
    """Return the modules that are in them, or in Python itself. The wheel has no list of them."""
    return frozenset(_listing()["modules"])


def _listing() -> Mapping[str, Any]:
    listing: Mapping[str, Any] = json.loads((PACKED / RUNTIME).read_text(encoding="utf-8"))
    return listing


def write_listing(folder: Path, files: Mapping[str, str], for_authors: Mapping[str, str], **more: Any) -> None:
    """Write beside packed files what they are: `files` for readers, and what is only for authors."""
    text = json.dumps({"files": files, "for_authors": for_authors, **more}, indent=1)
    (folder / RUNTIME).write_text(f"{text}\n", encoding="utf-8", newline="")


def unpack(files: Mapping[str, str], folder: Path) -> None:
    """Write the files into `folder`; `files` says the SHA-256 of each."""
    for name, digest in files.items():
        packed = packed_beforehand(digest)
        assert packed is not None, f"{name} is not packed"
        (folder / name).write_bytes(brotli.decompress(packed))
