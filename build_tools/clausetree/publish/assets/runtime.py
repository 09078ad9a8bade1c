"""The Python that runs in the reader's browser, made to stand in the site so that no page fetches it elsewhere.

Out of what was packed beforehand of Pyodide (build_tools/packed) and our own engine comes one folder whose name
is the hash of what it holds: a server may let browsers keep it for ever.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from platform import python_version
from shutil import copyfile

from clausetree.publish.assets.beforehand import modules_packed, runtime_files, unpack
from clausetree.publish.assets.byte_code import byte_compile, join
from clausetree.publish.assets.python_archive import JOINED, engine, write_python
from clausetree.publish.files import zip_archive
from clausetree.publish.files.by_content import by_path, digest_of, file_digest
from clausetree.publish.files.cache import Cache
from clausetree.publish.files.earlier_site import Place
from clausetree.publish.files.installed import IS_WHEEL, PACKAGE, PROJECT

PYODIDE = PROJECT / "node_modules" / "pyodide"
ENTRY = "clausetree.render.widget.widget"

KNOWN_HASHES = Path(__file__).with_name("pyodide.sha256")
"""The SHA-256 of each file of Pyodide that we use, as `sha256sum` writes them."""

ENGINE = "engine.zip"
"""Our own Python, which changes with our code. All else is as it was packed beforehand."""


@dataclass(frozen=True, slots=True)
class Runtime:
    """What the browser is sent: `folder` is relative to the site's root and ends in a slash."""

    folder: str
    entry: str
    files: Mapping[str, Path]

    def place(self, site: Path, place: Place = copyfile) -> None:
        """Put the files into their folder of `site`."""
        (site / self.folder).mkdir(parents=True, exist_ok=True)
        for name, file in self.files.items():
            place(file, site / self.folder / name)


def make_runtime(cache: Cache) -> Runtime:
    """Make the runtime, anew only if something that it is made of has changed since `cache` was filled.

    The wheel has all of it. Raises `ModuleNotPackedError` where our code needs more of Pyodide than was packed,
    and `RuntimeError` where our code cannot be compiled.
    """
    digests = dict(runtime_files())
    kept = cache.directory("runtime", repr(sorted(digests.items())), make=partial(unpack, digests))
    files = {name: kept / name for name in digests}
    if not IS_WHEEL:
        files[ENGINE] = cache.directory("engine", _inputs_digest(), make=_make_engine) / ENGINE
        digests[ENGINE] = file_digest(files[ENGINE])
    digest = sha256(repr(sorted(digests.items())).encode()).hexdigest()[:16]
    return Runtime(f"assets/pyodide/{digest}/", ENTRY, dict(sorted(files.items())))


def _inputs_digest() -> str:
    """Everything that decides the bytes of our archive: our code, and this maker of it."""
    own = ("runtime.py", "byte_code.py", "join_byte_code.py", "python_archive.py", "stand_ins/dataclasses.py")
    files = [*map(Path(__file__).parent.joinpath, own), Path(zip_archive.__file__), *engine_files()]
    return digest_of(by_path(files, PROJECT), f"{ENTRY} {python_version()} {sorted(modules_packed())}")


def engine_files() -> list[Path]:
    """Return our modules that a browser may run."""
    folders = ("report", "policy", "history", "tree", "render")
    return [
        PACKAGE / "__init__.py",
        *(file for name in folders for file in sorted((PACKAGE / name).rglob("*.py"))),
    ]


def _make_engine(folder: Path) -> None:
    byte_code = byte_compile(engine(ENTRY, modules_packed()))
    write_python(folder / ENGINE, {JOINED: join(byte_code, ENTRY)})
