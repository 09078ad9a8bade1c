"""The browser's scripts and styles, put together into the few files that pages ask for.

They are written as small modules, a file for each idea. Sent like that, a page would ask for forty files, and
each asking costs a reader time. esbuild joins them and leaves out what no reader needs. What it made stands in
the repository, with a hash of what it was made from: only who changes something needs esbuild. `make scripts`
fetches it, and runs this as a module of Python, which joins them anew; with the word `check` it only looks.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from clausetree.publish.assets.beforehand import SCRIPTS, scripts_joined
from clausetree.publish.assets.node import run_node
from clausetree.publish.assets.runtime import KNOWN_HASHES, PYODIDE
from clausetree.publish.files.by_content import by_path, digest_of, file_digest
from clausetree.publish.files.cache import Cache
from clausetree.publish.files.installed import PACKED, PROJECT, THEME_FOLDER

SOURCES = (
    "head.js",
    "site.js",
    "finding.js",
    "embed.js",
    "python/worker.js",
    "python/authors.js",
    "python/drawing.js",
    "workbench.js",
    "pages.css",
    "workbench.css",
)
"""What pages ask for, below a theme's folder `assets`. Each becomes one file, with all that it imports."""

JOINED = (".js", ".css")
"""The endings of what is published in no other way."""

TEST = ".test.js"
"""The ending of a test, which stands beside what it tests."""

_MAKER = Path(__file__).with_name("bundle.mjs")
PACKAGES = PYODIDE.parent
_JOINED_FROM = PACKED / "scripts.txt"
"""Says what the scripts and styles in the repository were joined from."""
_CHANGED = "The scripts and styles are not those that were joined last"


class NotJoinedError(Exception):
    """The scripts and styles have changed since they were joined, and what joins them was not fetched."""


def bundle(assets: Path, cache: Cache) -> Mapping[str, Path]:
    """Return the files that are published, by name: those of the repository, unless something has changed.

    Raises `NotJoinedError` where esbuild is needed and is not there, and `RuntimeError` where it fails.
    """
    digest = joined_from(assets)
    if digest == _joined_last():
        return scripts_joined()
    made = cache.directory("bundles", digest, make=partial(join, assets))
    return {file.name: file for file in sorted(made.iterdir())}


def joined_from(assets: Path) -> str:
    """Return a hash of everything that decides the bytes. For this nothing need have been fetched."""
    # The worker imports Pyodide's loader, whose hash is among those that are known.
    files = by_path(written(assets), assets) | {file.name: file for file in (_MAKER, KNOWN_HASHES)}
    return digest_of(files, f"{_esbuild_wanted()} {' '.join(SOURCES)}")


def written(assets: Path) -> list[Path]:
    """Return every module and every style sheet below `assets`, without the tests."""
    files = (path for path in assets.rglob("*") if path.suffix in JOINED)
    return sorted(path for path in files if not path.name.endswith(TEST))


def join(assets: Path, folder: Path, packages: Path = PACKAGES) -> None:
    """Write the files into `folder`, with what npm fetched into `packages`.

    Raises `NotJoinedError` where that is not what this project was tested with, and `RuntimeError` where
    esbuild fails.
    """
    _check_fetched(packages)
    failed = "esbuild could not put the scripts and styles together"
    run_node([_MAKER, assets, packages, folder, *SOURCES], failed)


def _check_fetched(packages: Path) -> None:
    esbuild, loader = packages / "esbuild" / "package.json", packages / "pyodide" / "pyodide.mjs"
    if not (esbuild.is_file() and loader.is_file()):
        raise NotJoinedError(f"{_CHANGED}. Run `make scripts`, which fetches esbuild and joins them anew.")
    version = json.loads(esbuild.read_text(encoding="utf-8"))["version"]
    if version != _esbuild_wanted() or file_digest(loader) not in KNOWN_HASHES.read_text(encoding="ascii"):
        raise NotJoinedError(
            f"{_CHANGED}, and esbuild or Pyodide in {packages.name} is of another release than this project "
            f"was tested with. Delete {packages.name} and run `make scripts`, which fetches both again."
        )


def _esbuild_wanted() -> str:
    packages = json.loads((PROJECT / "package.json").read_text(encoding="utf-8"))
    return str(packages["devDependencies"]["esbuild"])


def _joined_last() -> str:
    return _JOINED_FROM.read_text(encoding="ascii").strip()


def main(words: list[str]) -> None:
    """Join the scripts and styles into the repository, or only say whether that is to be done."""
    assets = THEME_FOLDER / "assets"
    digest = joined_from(assets)
    if digest == _joined_last():
        return
    if words == ["check"]:
        sys.exit(f"{_CHANGED}. Run `make scripts`, and commit what it writes.")
    with TemporaryDirectory() as workshop:
        join(assets, Path(workshop))
        shutil.rmtree(PACKED / SCRIPTS, ignore_errors=True)
        shutil.copytree(workshop, PACKED / SCRIPTS)
    _JOINED_FROM.write_text(f"{digest}\n", encoding="ascii", newline="")


if __name__ == "__main__":
    main(sys.argv[1:])
