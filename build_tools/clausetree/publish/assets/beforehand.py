"""What was made beforehand is found again: all that needs Node, in the wheel, and what takes long to pack.

The folder `made` of the wheel holds the joined scripts and styles, the Python that browsers run, packed as well
as can be, and the lists of what these are made of. The repository keeps the packed files of Pyodide alone: they
change only when Pyodide does.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import brotli

from clausetree.publish.files.installed import MADE, PACKED

RUNTIME, SCRIPTS = "runtime.json", "scripts"
"""Of `made`: what the Python consists of, and the folder of the joined scripts and styles."""


def packed_beforehand(digest: str) -> bytes | None:
    """Return a file packed by Brotli whose content has this SHA-256, if it was packed beforehand."""
    file = PACKED / f"{digest}.br"
    return file.read_bytes() if file.is_file() else None


def scripts_made() -> Mapping[str, Path]:
    """Return the joined scripts and styles of the wheel, by name."""
    return {file.name: file for file in sorted((MADE / SCRIPTS).iterdir())}


def runtime_made() -> tuple[str, Mapping[str, str]]:
    """Return the folder of the Python that browsers run, from a site's root, and the SHA-256 of its files."""
    listing: dict[str, Any] = json.loads((MADE / RUNTIME).read_text(encoding="utf-8"))
    return listing["folder"], listing["files"]


def unpack(files: Mapping[str, str], folder: Path) -> None:
    """Write the files into `folder`; `files` says the SHA-256 of each."""
    for name, digest in files.items():
        packed = packed_beforehand(digest)
        assert packed is not None, f"{name} is not in the wheel"
        (folder / name).write_bytes(brotli.decompress(packed))
