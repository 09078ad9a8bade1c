"""The Python that runs in the reader's browser, made to stand in the site so that no page fetches it elsewhere.

Out of the npm package `pyodide` (fetched by `npm ci`) and our own engine comes one folder whose name is the
hash of what it holds: a server may let browsers keep it for ever.
"""

import json
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from platform import python_version
from shutil import copyfile

from clausetree.publish.assets.beforehand import runtime_made, unpack
from clausetree.publish.assets.byte_code import byte_compile
from clausetree.publish.assets.python_archive import modules_used, only_modules, write_python
from clausetree.publish.files import zip_archive
from clausetree.publish.files.by_content import by_path, digest_of, file_digest
from clausetree.publish.files.cache import Cache
from clausetree.publish.files.earlier_site import Place
from clausetree.publish.files.installed import IS_WHEEL, PACKAGE, PROJECT
from clausetree.publish.files.zip_archive import read_zip

PYODIDE = PROJECT / "node_modules" / "pyodide"
ENTRY = "clausetree.render.widget.widget"

KNOWN_HASHES = Path(__file__).with_name("pyodide.sha256")
"""The SHA-256 of each file of Pyodide that we use, as `sha256sum` writes them."""

UNCHANGED = tuple(PYODIDE / name for name in ("pyodide.asm.wasm", "pyodide.asm.js"))
"""Files of Pyodide that browsers are sent as they are."""

_LOCK = "pyodide-lock.json"
_ARCHIVE = "python_stdlib.zip"


class RuntimeNotFetchedError(Exception):
    """The npm package `pyodide` is missing, or is not the one this project was tested with."""


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


def make_runtime(cache: Cache, say: Callable[[str], object], entry: str = ENTRY) -> Runtime:
    """Make the runtime, anew only if something that it is made of has changed since `cache` was filled.

    `say` is told of a long wait. The wheel has one, which is unpacked. Raises `RuntimeNotFetchedError` where
    Pyodide is not the one that was tested, and `RuntimeError` where Node or Pyodide fails.
    """
    if IS_WHEEL:
        name, digests = runtime_made()
        unpacked = cache.directory("runtime", name, make=partial(unpack, digests))
        return Runtime(name, ENTRY, {file.name: file for file in sorted(unpacked.iterdir())})

    def make(folder: Path) -> None:
        say("Making the Python that browsers run. This takes some seconds, once.")
        _make(folder, entry)

    check_fetched(PYODIDE)
    folder = cache.directory("runtime", _inputs_digest(entry), make=make)
    made = {file.name: file for file in sorted(folder.iterdir())}
    # Pyodide's own files have just been checked: their list says what they hold.
    digest = digest_of(made | {KNOWN_HASHES.name: KNOWN_HASHES})
    files = made | {file.name: file for file in UNCHANGED}
    return Runtime(f"assets/pyodide/{digest}/", entry, files)


def check_fetched(pyodide: Path) -> None:
    """Raise `RuntimeNotFetchedError` unless every file of Pyodide that we use is the one listed beside this."""
    for line in KNOWN_HASHES.read_text(encoding="ascii").splitlines():
        known, name = line.split()
        if not (pyodide / name).is_file():
            raise RuntimeNotFetchedError(f"{name} of Pyodide is missing. Run `make setup` to fetch it.")
        if file_digest(pyodide / name) != known:
            raise RuntimeNotFetchedError(
                f"{name} of Pyodide is not the file listed in {KNOWN_HASHES.name}. "
                "Delete node_modules and run `make setup` to fetch it again."
            )


def _inputs_digest(entry: str) -> str:
    """Everything that decides the runtime's bytes: our code, Pyodide, the tools and this maker of it.

    The list of Pyodide's hashes stands for its files, and the list of packages for the tools.
    """
    own = (KNOWN_HASHES.name, "runtime.py", "byte_code.py", "python_archive.py", "modules_used.mjs")
    maker = [*map(KNOWN_HASHES.with_name, own), Path(zip_archive.__file__)]
    files = [PROJECT / "requirements.lock", *maker, *_engine()]
    return digest_of(by_path(files, PROJECT), f"{entry} {python_version()}")


def _engine() -> list[Path]:
    """Return our modules that a browser may run."""
    folders = ("report", "policy", "history", "tree", "render")
    return [
        PACKAGE / "__init__.py",
        *(file for name in folders for file in sorted((PACKAGE / name).rglob("*.py"))),
    ]


def _make(folder: Path, entry: str) -> None:
    """Make the two files that are not Pyodide's own: the archive of Python modules and the list of packages."""
    _write_lock(PYODIDE / _LOCK, folder / _LOCK)
    ours = by_path(_engine(), PACKAGE.parent)
    whole = read_zip(PYODIDE / _ARCHIVE) | {name: file.read_bytes() for name, file in ours.items()}
    archive = folder / _ARCHIVE
    write_python(archive, whole)
    used = modules_used(PYODIDE, archive, entry)
    with tempfile.TemporaryDirectory(dir=folder.parent) as workshop:
        compiled = Path(workshop) / _ARCHIVE
        write_python(compiled, only_modules(whole, used))
        byte_compile(compiled.parent)
        write_python(archive, read_zip(compiled))
    if modules_used(PYODIDE, archive, entry) != used:
        raise RuntimeError("Pyodide loads other modules from the smaller archive than from the whole one.")


def _write_lock(source: Path, target: Path) -> None:
    """Pyodide's list of packages, emptied: it names hundreds of files that lie on another host."""
    info = json.loads(source.read_text(encoding="utf-8"))["info"]
    target.write_text(json.dumps({"info": info, "packages": {}}, sort_keys=True), encoding="utf-8")
