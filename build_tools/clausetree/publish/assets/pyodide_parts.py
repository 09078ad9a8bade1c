"""List the files of Pyodide that `npm ci` fetched, and pack what browsers are sent of them.

`make runtime` runs this as a module of Python, and `make lock` does. Packing takes half a minute, so what is
packed stays in the repository: a build needs no more than to copy it. The engine is run inside Pyodide, under
Node, to see which modules it loads; of the standard library those alone are packed, as byte code that
pyodide-build makes of them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import brotli

from clausetree.publish.assets.beforehand import write_listing
from clausetree.publish.assets.byte_code import byte_compile, run_python
from clausetree.publish.assets.node import run_node
from clausetree.publish.assets.python_archive import only_modules, write_python
from clausetree.publish.assets.runtime import ENTRY, KNOWN_HASHES, PYODIDE, engine_files
from clausetree.publish.files.by_content import by_path, file_digest
from clausetree.publish.files.installed import PACKAGE, PACKED
from clausetree.publish.files.zip_archive import read_zip

_COMPILE = ("-m", "pyodide_cli", "py-compile", "--silent", "--no-keep", "--compression-level", "0")
_SAME_BYTES = {"SOURCE_DATE_EPOCH": "315532800", "PYTHONHASHSEED": "0"}
"""Neither the clock nor the order of a set may reach the bytes."""

_ARCHIVE, _LOCK = "python_stdlib.zip", "pyodide-lock.json"
_UNCHANGED = ("pyodide.asm.js", "pyodide.asm.wasm")
"""Files of Pyodide that browsers are sent as they are."""
_MODULES_USED = Path(__file__).with_name("modules_used.mjs")


def main() -> None:
    """Write the lists and the packed files, and delete those of earlier versions."""
    names = [line.split()[1] for line in KNOWN_HASHES.read_text(encoding="ascii").splitlines()]
    lines = [f"{file_digest(PYODIDE / name)}  {name}\n" for name in names]
    KNOWN_HASHES.write_text("".join(lines), encoding="ascii", newline="")
    with TemporaryDirectory() as workshop:
        made = {name: Path(workshop, name) for name in (_ARCHIVE, _LOCK)}
        modules = write_library(made[_ARCHIVE])
        write_package_list(made[_LOCK])
        files = made | {name: PYODIDE / name for name in _UNCHANGED}
        digests = {name: file_digest(file) for name, file in sorted(files.items())}
        for old in PACKED.glob("*.br"):
            if old.stem not in digests.values():
                old.unlink()
        for name, digest in digests.items():
            packed = PACKED / f"{digest}.br"
            if not packed.exists():
                packed.write_bytes(brotli.compress(files[name].read_bytes(), quality=11))
    write_listing(PACKED, digests, modules=modules)


def write_library(archive: Path) -> list[str]:
    """Write what our engine uses of the standard library, and return all modules of others that it reads in.

    Raises `RuntimeError` where Pyodide reads in others of the smaller archive than of the whole one.
    """
    library = read_zip(PYODIDE / _ARCHIVE)
    ours = {name: file.read_bytes() for name, file in by_path(engine_files(), PACKAGE.parent).items()}
    trial = archive.with_name("trial.zip")
    write_python(trial, library | ours)
    used, known = _modules_used(trial)
    small = _compiled(only_modules(library, used))
    write_python(trial, small | byte_compile(only_modules(ours, used)))
    if _modules_used(trial) != (used, known):
        raise RuntimeError("Pyodide loads other modules from the smaller archive than from the whole one.")
    trial.unlink()
    write_python(archive, small)
    return [name for name in known if name.split(".")[0] != PACKAGE.name]


def _compiled(library: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the byte code of modules of Pyodide, made by Pyodide's own tool.

    Raises `RuntimeError` where it fails.
    """
    with TemporaryDirectory() as workshop:
        archive = Path(workshop, _ARCHIVE)
        write_python(archive, library)
        run_python([*_COMPILE, workshop], os.environ | _SAME_BYTES, "Python's library could not be compiled")
        return read_zip(archive)


def write_package_list(target: Path) -> None:
    """Write Pyodide's list of packages, emptied: it names hundreds of files that lie on another host."""
    info = json.loads((PYODIDE / _LOCK).read_text(encoding="utf-8"))["info"]
    target.write_text(json.dumps({"info": info, "packages": {}}, sort_keys=True), encoding="utf-8")


def _modules_used(archive: Path) -> tuple[list[str], list[str]]:
    """Return the modules that come from `archive` once the engine is read in, and all that there are then."""
    failed = f"Pyodide could not import {ENTRY}"
    used, known = json.loads(run_node([_MODULES_USED, PYODIDE, archive, ENTRY], failed))
    return used, known


if __name__ == "__main__":
    main()
