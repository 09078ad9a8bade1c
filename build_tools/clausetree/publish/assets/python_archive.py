"""The two zips with all the Python that the reader's browser needs, and nothing else.

One holds those modules of the standard library, and of Pyodide, that our engine uses. It changes with Pyodide,
or when the engine uses a module more, and is packed beforehand (pyodide_parts.py). The other
holds the engine. Both hold byte code, and what is wanted at once is joined into one file: starting Python is
then mostly reading two files.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from clausetree.publish.files.installed import PACKAGE
from clausetree.publish.files.zip_archive import write_zip

JOINED = "joined"
"""In both zips: the byte code of many modules as one file (stand_ins/joined.py)."""


class ModuleNotPackedError(Exception):
    """The engine imports a module that the Python for browsers was packed without."""


def write_python(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a zip whose bytes depend on `files` alone.

    The zip itself packs nothing: the site's packed copies of it are a fifth smaller than a packed zip, and the
    reader's browser has nothing to unpack.
    """
    write_zip(path, sorted(files.items()), is_packed=lambda _: False)


def only_modules(files: Mapping[str, bytes], modules: Iterable[str], ending: str = ".py") -> dict[str, bytes]:
    """Return those of `files` that are the source of one of `modules`; its byte code, by that `ending`."""
    paths = [name.replace(".", "/") for name in modules]
    wanted = {f"{path}{end}" for path in paths for end in (ending, f"/__init__{ending}")}
    return {name: content for name, content in files.items() if name in wanted}


def engine(entry: str, packed: Collection[str]) -> dict[str, bytes]:
    """Return the source of our modules that are read in with the module `entry`, by their paths in the archive.

    An import within a function is not followed. `packed` are the modules of others that there are in browsers.
    Raises `ModuleNotPackedError` where one is imported that is not among them.
    """
    found: dict[str, bytes] = {}
    waiting = [entry]
    while waiting:
        module = waiting.pop()
        path = _ours(module)
        if path is None:
            if module not in packed:
                raise ModuleNotPackedError(
                    f"The Python for browsers was packed without the module `{module}`, which our engine "
                    "imports. Run `make runtime` to pack it anew."
                )
        elif (name := path.relative_to(PACKAGE.parent).as_posix()) not in found:
            found[name] = path.read_bytes()
            waiting += _imported(found[name])
            waiting += filter(None, [module.rpartition(".")[0]])
    return found


def _ours(module: str) -> Path | None:
    path = PACKAGE.parent / module.replace(".", "/")
    candidates = (path.with_suffix(".py"), path / "__init__.py")
    return next((file for file in candidates if file.is_file()), None)


def _imported(source: bytes) -> Iterator[str]:
    """Yield what a module of ours imports: we write every import in full, and at the top."""
    for statement in ast.parse(source).body:
        match statement:
            case ast.Import(names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(str(module), names):
                yield module
                modules = (f"{module}.{alias.name}" for alias in names)
                yield from (name for name in modules if _ours(name))
            case _:
                pass
