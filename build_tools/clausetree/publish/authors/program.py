"""The Python that runs in the browser of whoever edits: all of ours, and the libraries that it reads with.

A reader's browser is sent a twentieth of this (runtime.py). Here are whole commands: what checks policies and
trees, imports documents, and writes what changes. Pyodide itself is the same file for both.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from platform import python_version

from clausetree.publish.assets.beforehand import files_for_authors, unpack
from clausetree.publish.assets.byte_code import byte_compile
from clausetree.publish.assets.python_archive import write_python
from clausetree.publish.assets.runtime import Runtime
from clausetree.publish.courses.package import theme_files
from clausetree.publish.files.by_content import digest_of, file_digest
from clausetree.publish.files.cache import Cache
from clausetree.publish.files.installed import EXPLANATIONS, IS_WHEEL, PACKAGE, THEME_FOLDER

ENTRY = "clausetree.workbench.page"

PROGRAM = "program.zip"
"""Our own Python and the libraries. It is unpacked before it is run: some of it reads files that lie beside."""

LIBRARIES = (
    *("anyascii", "cobble", "justhtml", "mammoth", "markdown_it", "mdit_py_plugins", "mdurl", "mergedeep"),
    *("yaml", "yaml_env_tag"),
)
"""What our Python reads with. All of it is Python alone."""

EXPLAINED = "workbench/codes"
"""Where they stand beside the program."""

_OURS = (
    "commands",
    "editing",
    "history",
    "importing",
    "policy",
    "publish",
    "render",
    "report",
    "tree",
    "workbench",
)
_NOT_WANTED = "/publish/assets/stand_ins/"
_AS_IT_IS = ("/commands/site/sample/", "/publish/courses/files/")
"""What a new folder is written from, and what courses are made with."""


def make_program(cache: Cache) -> Runtime:
    """Make what the page for authors is sent beside Pyodide, anew only if something of it has changed.

    The wheel has all of it. Raises `RuntimeError` where our code cannot be compiled.
    """
    digests = dict(files_for_authors())
    kept = cache.directory("for-authors", repr(sorted(digests.items())), make=partial(unpack, digests))
    files = {name: kept / name for name in digests}
    if not IS_WHEEL:
        sources = dict(_sources())
        known = digest_of(sources, f"{python_version()} {digest_of({'maker': Path(__file__)})}")
        program = cache.directory("program", known, make=partial(_make_program, sources))
        files[PROGRAM] = program / PROGRAM
        digests[PROGRAM] = file_digest(files[PROGRAM])
    digest = sha256(repr(sorted(digests.items())).encode()).hexdigest()[:16]
    return Runtime(f"assets/for-authors/{digest}/", ENTRY, dict(sorted(files.items())))


def _sources() -> Iterator[tuple[str, Path]]:
    """Yield every file of the program, by its path in the archive."""
    yield from ((f"{PACKAGE.name}/{name}", PACKAGE / name) for name in ("__init__.py", "cli.py"))
    for folder in _OURS:
        yield from _files(PACKAGE / folder, f"{PACKAGE.name}/{folder}")
    codes = EXPLANATIONS.glob("*.md")
    yield from ((f"{PACKAGE.name}/{EXPLAINED}/{code.name}", code) for code in sorted(codes))
    yield from ((f"{PACKAGE.name}/theme/{name}", THEME_FOLDER / name) for name in sorted(theme_files()))
    for library in LIBRARIES:
        spec = find_spec(library)
        assert spec, f"{library} is installed with this program"
        assert spec.origin
        origin = Path(spec.origin)
        if origin.name == "__init__.py":
            yield from _files(origin.parent, library)
        else:
            yield origin.name, origin


def _files(folder: Path, name: str) -> Iterator[tuple[str, Path]]:
    for path in sorted(folder.rglob("*")):
        place = f"{name}/{path.relative_to(folder).as_posix()}"
        is_data = path.parent.name == "_data" or any(kept in f"/{place}" for kept in _AS_IT_IS)
        if path.is_file() and (is_data or path.suffix in (".py", ".txt")) and _NOT_WANTED not in f"/{place}":
            yield place, path


def _make_program(sources: dict[str, Path], folder: Path) -> None:
    contents = {name: path.read_bytes() for name, path in sources.items()}
    code = {name: content for name, content in contents.items() if name.endswith(".py")}
    data = {name: content for name, content in contents.items() if name not in code}
    write_python(folder / PROGRAM, byte_compile(code) | data)
