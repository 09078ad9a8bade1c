"""The built site as one archive that is unpacked into a folder, and opened there without a server."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from clausetree.publish.files.zip_archive import write_zip
from clausetree.render.hosting.from_folder import SEARCHED, is_wanted, page_of, script_of, searched

ARCHIVE = "site-from-a-folder.zip"
_PACKED = (".zip", ".pdf", ".png")
_LOOKED_THROUGH = ("search/search_index.json", "clauses.json")


def write_for_folder(site: Path, target: Path, moment: int) -> None:
    """Write the archive, with the date `moment` (seconds since 1970) on its files. Raises `OSError`."""
    date = time.gmtime(moment)[:6]
    write_zip(target, _files(site), date=date, is_packed=lambda name: not name.endswith(_PACKED))


def _files(site: Path) -> Iterator[tuple[str, bytes]]:
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    held = {name: files[name].read_text(encoding="utf-8") for name in _LOOKED_THROUGH if name in files}
    yield SEARCHED, searched(held).encode()
    for name in sorted(filter(is_wanted, files)):
        yield name, _one(name, files[name].read_bytes(), files)


def _one(name: str, data: bytes, files: dict[str, Path]) -> bytes:
    if name.endswith((".html", ".svg")):
        return page_of(data.decode(), name, files).encode()
    if name.startswith("assets/") and name.endswith(("/site.js", "/finding.js", "/embed.js")):
        return script_of(data.decode()).encode()
    return data
