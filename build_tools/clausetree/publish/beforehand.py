"""What needs Node is made beforehand for the wheel, and found again by who has installed it.

The folder `made` of the wheel holds the joined scripts and styles, the Python that browsers run, packed as well
as can be and named by the hash of what it is, and the lists of what these are made of.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import brotli

from clausetree.publish.by_content import file_digest
from clausetree.publish.cache import Cache
from clausetree.publish.installed import IS_WHEEL, MADE

_RUNTIME, _PACKED, _SCRIPTS = "runtime.json", "packed", "scripts"


def packed_beforehand(digest: str) -> bytes | None:
    """Return a file packed by Brotli whose content has this SHA-256, if it was packed for the wheel."""
    file = MADE / _PACKED / f"{digest}.br"
    return file.read_bytes() if IS_WHEEL and file.is_file() else None


def scripts_made() -> Mapping[str, Path]:
    """Return the joined scripts and styles of the wheel, by name."""
    return {file.name: file for file in sorted((MADE / _SCRIPTS).iterdir())}


def runtime_made() -> tuple[str, Mapping[str, str]]:
    """Return the folder of the Python that browsers run, from a site's root, and the SHA-256 of its files."""
    said: dict[str, Any] = json.loads((MADE / _RUNTIME).read_text(encoding="utf-8"))
    return said["folder"], said["files"]


def unpack(files: Mapping[str, str], folder: Path) -> None:
    """Write the files into `folder`; `files` says the SHA-256 of each."""
    for name, digest in files.items():
        packed = packed_beforehand(digest)
        assert packed is not None, f"{name} is not in the wheel"
        (folder / name).write_bytes(brotli.decompress(packed))


def write_made(
    folder: Path, scripts: Mapping[str, Path], runtime: str, files: Mapping[str, Path], cache: Cache
) -> None:
    """Write what the wheel is to hold into `folder`, anew. `runtime` is the folder of `files` in a site."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / _PACKED).mkdir(parents=True)
    (folder / _SCRIPTS).mkdir()
    for name, file in scripts.items():
        shutil.copyfile(file, folder / _SCRIPTS / name)
    digests = {name: file_digest(file) for name, file in sorted(files.items())}
    for name, digest in digests.items():
        packed = cache.file("packed-for-wheels", digest, make=partial(_packed, files[name]))
        shutil.copyfile(packed, folder / _PACKED / f"{digest}.br")
    said = json.dumps({"folder": runtime, "files": digests}, indent=1)
    (folder / _RUNTIME).write_text(f"{said}\n", encoding="utf-8", newline="")


def _packed(file: Path) -> bytes:
    packed: bytes = brotli.compress(file.read_bytes(), quality=11)
    return packed
