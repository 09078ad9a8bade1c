"""The browser's scripts and styles, put together into the few files that pages ask for.

They are written as small modules, a file for each idea. Sent like that, a page would ask for forty files, and
each asking costs a reader time. esbuild, fetched by `npm ci`, joins them and leaves out what no reader needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from clausetree.publish.assets.node import run_node
from clausetree.publish.files.by_content import by_path, digest_of
from clausetree.publish.files.cache import Cache
from clausetree.publish.files.installed import PROJECT

SOURCES = (
    "head.js",
    "site.js",
    "embed.js",
    "python/worker.js",
    "pages.css",
)
"""What pages ask for, below a theme's folder `assets`. Each becomes one file, with all that it imports."""

JOINED = (".js", ".css")
"""The endings of what is published in no other way."""

TEST = ".test.js"
"""The ending of a test, which stands beside what it tests."""

_MAKER = Path(__file__).with_name("bundle.mjs")
_PACKAGES = PROJECT / "node_modules"
_FOREIGN = ("esbuild/package.json", "pyodide/pyodide.mjs")
"""What else decides the bytes: the esbuild that joins the files, and what the worker imports of Pyodide."""


def bundle(assets: Path, cache: Cache) -> Mapping[str, Path]:
    """Return the files that are published, by name; they are made anew only if something has changed.

    Raises `RuntimeError` where esbuild fails.
    """
    inputs = (
        by_path(written(assets), assets) | {_MAKER.name: _MAKER} | {name: _PACKAGES / name for name in _FOREIGN}
    )
    digest = digest_of(inputs, " ".join(SOURCES))
    made = cache.directory("bundles", digest, make=partial(_make, assets))
    return {file.name: file for file in sorted(made.iterdir())}


def written(assets: Path) -> list[Path]:
    """Return every module and every style sheet below `assets`, without the tests."""
    files = (path for path in assets.rglob("*") if path.suffix in JOINED)
    return sorted(path for path in files if not path.name.endswith(TEST))


def _make(assets: Path, folder: Path) -> None:
    failed = "esbuild could not put the scripts and styles together"
    run_node([_MAKER, assets, _PACKAGES, folder, *SOURCES], failed)
