"""One zip with all the Python that the reader's browser needs, and nothing else.

The engine is run once inside Pyodide, under Node, to see which modules it loads. The zip holds the byte
code of those alone, beside the whole of our own wheel. Starting Python is then mostly reading one file.
"""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from clausetree.publish.assets.node import run_node
from clausetree.publish.files.zip_archive import write_zip

_LISTING = Path(__file__).with_name("modules_used.mjs")


def write_python(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a zip whose bytes depend on `files` alone.

    The zip itself packs nothing: the site's packed copies of it are a fifth smaller than a packed zip, and the
    reader's browser has nothing to unpack.
    """
    write_zip(path, sorted(files.items()), is_packed=lambda _: False)


def modules_used(pyodide: Path, archive: Path, entry: str) -> frozenset[str]:
    """Return the modules that Pyodide loads from `archive` to start, to import `entry` and to report an error.

    Raises `RuntimeError` if Pyodide cannot import `entry`.
    """
    listed = run_node([_LISTING, pyodide, archive, entry], f"Pyodide could not import {entry}")
    return frozenset(json.loads(listed))


def only_modules(files: Mapping[str, bytes], modules: Iterable[str]) -> dict[str, bytes]:
    """Return those of `files` that are the source of one of `modules`."""
    paths = [name.replace(".", "/") for name in modules]
    wanted = {f"{path}{ending}" for path in paths for ending in (".py", "/__init__.py")}
    return {name: content for name, content in files.items() if name in wanted}
