"""List the files of Pyodide that `npm ci` fetched, and pack what browsers are sent of them.

`make runtime` runs this as a module of Python, and `make lock` does. Packing takes half a minute, so what is
packed stays in the repository: a build needs no more than to copy it. The engine is run inside Pyodide, under
Node, to see which modules it loads; of the standard library those alone are packed, as byte code that
pyodide-build makes of them.
"""

from __future__ import annotations

import json
import marshal
import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import brotli

from clausetree.publish.assets.beforehand import WHOLE_LIBRARY, write_listing
from clausetree.publish.assets.byte_code import byte_compile, join, run_python
from clausetree.publish.assets.node import run_node
from clausetree.publish.assets.python_archive import JOINED, only_modules, write_python
from clausetree.publish.assets.runtime import ENTRY, KNOWN_HASHES, PYODIDE, engine_files
from clausetree.publish.files.by_content import by_path, file_digest
from clausetree.publish.files.installed import PACKAGE, PACKED
from clausetree.publish.files.zip_archive import read_zip

_COMPILE = ("-m", "pyodide_cli", "py-compile", "--silent", "--no-keep", "--compression-level", "0")
_SAME_BYTES = {"SOURCE_DATE_EPOCH": "315532800", "PYTHONHASHSEED": "0"}
"""Neither the clock nor the order of a set may reach the bytes."""

_ARCHIVE, _LOCK = "python_stdlib.zip", "pyodide-lock.json"
_NOT_FOR_AUTHORS = (
    *("_pyrepl", "asyncio/__main__", "bdb", "cProfile", "doctest", "multiprocessing", "pdb", "pickletools"),
    *("profile", "pydoc", "socketserver", "timeit", "trace", "turtle", "unittest", "webbrowser", "wsgiref"),
    *("xmlrpc", "http/server", "http/cookiejar", "ftplib", "imaplib", "poplib", "smtplib", "venv"),
)
"""Of Python's library: what is for programmers, for servers and for mail."""
_UNCHANGED = ("pyodide.asm.js", "pyodide.asm.wasm")
"""Files of Pyodide that browsers are sent as they are."""
_MODULES_USED = Path(__file__).with_name("modules_used.mjs")

STAND_INS = Path(__file__).with_name("stand_ins")
"""Modules of ours that take the place of larger ones, of which Pyodide wants no more than to find them."""
_WHOLE = ("collections/__init__.py", "functools.py", "traceback.py")
"""What a stand-in reads in when it is needed after all."""
_FIRST = "_pyodide"
"""The stand-in that has the joined modules read. Python lists a module once it is through, so it comes late."""
_LATE = "late"
_TRIAL = {
    f"{_LATE}.py": b"""
import encodings.ascii, encodings.latin_1, linecache, tokenize

def fail():
    raise ExceptionGroup("outer", [ValueError("inner")]) from KeyError("cause")
""",
    JOINED: marshal.dumps(({}, {})),
}
"""Beside all modules, for a trial: none is joined, and one reads in what Python needs late, or for an error."""


def main() -> None:
    """Write the lists and the packed files, and delete those of earlier versions."""
    names = [line.split()[1] for line in KNOWN_HASHES.read_text(encoding="ascii").splitlines()]
    lines = [f"{file_digest(PYODIDE / name)}  {name}\n" for name in names]
    KNOWN_HASHES.write_text("".join(lines), encoding="ascii", newline="")
    with TemporaryDirectory() as workshop:
        made = {name: Path(workshop, name) for name in (_ARCHIVE, _LOCK)}
        modules = write_library(made[_ARCHIVE])
        write_package_list(made[_LOCK])
        whole = Path(workshop, WHOLE_LIBRARY)
        write_whole_library(whole)
        files = made | {name: PYODIDE / name for name in _UNCHANGED}
        digests = {name: file_digest(file) for name, file in sorted(files.items())}
        for_authors = {WHOLE_LIBRARY: file_digest(whole)}
        kept = digests | for_authors
        for old in PACKED.glob("*.br"):
            if old.stem not in kept.values():
                old.unlink()
        for name, digest in kept.items():
            packed = PACKED / f"{digest}.br"
            if not packed.exists():
                packed.write_bytes(
                    brotli.compress((files | {WHOLE_LIBRARY: whole})[name].read_bytes(), quality=11)
                )
    write_listing(PACKED, digests, for_authors, modules=modules)


def write_library(archive: Path) -> list[str]:
    """Write what our engine uses of the standard library, and return all modules of others that it reads in.

    What is read in as Python starts is joined. Before that can be read, and after an error, modules come one by
    one. Raises `RuntimeError` where Pyodide reads in others of the smaller archive than of the whole one.
    """
    sources = library()
    ours = {name: file.read_bytes() for name, file in by_path(engine_files(), PACKAGE.parent).items()}
    trial = archive.with_name("trial.zip")
    write_python(trial, sources | ours | _TRIAL)
    at_once, known, inside = _modules_used(trial)
    small = _compiled(only_modules(sources, {*known} - {*inside}))
    first = [*at_once[: at_once.index(JOINED) + 1], _FIRST]
    joined = [name for name in at_once if name not in first]
    alone, together = (only_modules(small, names, ".pyc") for names in ({*known} - {*joined}, joined))
    write_python(archive, alone | {JOINED: join(together)})
    together |= byte_compile(only_modules(ours, known))
    write_python(trial, _TRIAL | alone | {JOINED: join(together)})
    if _modules_used(trial) != (at_once, known, inside):
        raise RuntimeError("Pyodide loads other modules from the smaller archive than from the whole one.")
    trial.unlink()
    return sorted(name for name in known if name.split(".")[0] != PACKAGE.name and name != _LATE)


def write_whole_library(archive: Path) -> None:
    """Write what the page for authors is given of the standard library: nearly all of it, as it is.

    There whole commands run, and nobody can say which modules a document makes them read in. Raises
    `RuntimeError` where it cannot be compiled.
    """
    theirs = read_zip(PYODIDE / _ARCHIVE)
    write_python(archive, _compiled({n: c for n, c in theirs.items() if not _is_left_out(n)}))


def _is_left_out(name: str) -> bool:
    return any(name == f"{left}.py" or name.startswith(f"{left}/") for left in _NOT_FOR_AUTHORS)


def library() -> dict[str, bytes]:
    """Return the sources of Pyodide's library, with our own in place of what we do not want of it."""
    theirs = read_zip(PYODIDE / _ARCHIVE)
    files = by_path(sorted(STAND_INS.rglob("*.py")), STAND_INS)
    ours = {name: file.read_bytes() for name, file in files.items()}
    packages = {name.replace(".py", "/__init__.py") for name in ours}
    kept = {name: source for name, source in theirs.items() if name not in packages}
    return kept | {f"whole_{name}": theirs[name] for name in _WHOLE} | ours


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


def _modules_used(archive: Path) -> tuple[list[str], list[str], list[str]]:
    """Return the modules that are there once the engine is read in from `archive`, in the order of reading.

    Behind them come all that are there at the end, and those of them that are in Python itself.
    """
    failed = f"Pyodide could not import {ENTRY}"
    at_once, known, inside = json.loads(run_node([_MODULES_USED, PYODIDE, archive, ENTRY], failed))
    return at_once, known, inside


if __name__ == "__main__":
    main()
