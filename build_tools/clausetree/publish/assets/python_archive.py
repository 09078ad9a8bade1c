"""One zip with all the Python that the reader's browser needs, and nothing else.

The engine is run once inside Pyodide, under Node, to see which modules it loads. The zip holds the byte
code of those alone, beside the whole of our own wheel. Starting Python is then mostly reading one file.
"""

import json
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from clausetree.publish.assets.node import run_node

_LISTING = Path(__file__).with_name("modules_used.mjs")
_OLDEST_DATE = (1980, 1, 1, 0, 0, 0)  # the zip format's zero: the build's own time must not reach the bytes


def read_archive(archive: Path) -> dict[str, bytes]:
    """The files of an archive as a mapping of name to content, folders left out."""
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist() if not name.endswith("/")}


def write_archive(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a zip whose bytes depend on `files` alone.

    The zip itself packs nothing: the site's packed copies of it are a fifth smaller than a packed zip, and the
    reader's browser has nothing to unpack.
    """
    with zipfile.ZipFile(path, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _OLDEST_DATE)
            archive.writestr(entry, files[name], zipfile.ZIP_STORED)


def modules_used(pyodide: Path, archive: Path, entry: str) -> frozenset[str]:
    """The modules that Pyodide loads from `archive` to start, to import `entry` and to report an error."""
    listed = run_node([_LISTING, pyodide, archive, entry], f"Pyodide could not import {entry}")
    return frozenset(json.loads(listed))


def only_modules(files: Mapping[str, bytes], modules: Iterable[str]) -> dict[str, bytes]:
    """Those of `files` that are the source of one of `modules`."""
    paths = [name.replace(".", "/") for name in modules]
    wanted = {f"{path}{ending}" for path in paths for ending in (".py", "/__init__.py")}
    return {name: content for name, content in files.items() if name in wanted}
