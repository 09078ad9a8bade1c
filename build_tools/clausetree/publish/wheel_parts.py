"""Make what the wheel is to hold: run it as a module of Python, in the repository, with the folder to write."""

from __future__ import annotations

import sys
from pathlib import Path

from clausetree.publish.beforehand import write_made
from clausetree.publish.bundle import bundle
from clausetree.publish.cache import cache_of
from clausetree.publish.delivery import BROWSER_PARTS, list_npm
from clausetree.publish.installed import PROJECT, THEME_FOLDER
from clausetree.publish.runtime import make_runtime
from clausetree.publish.theme_files import ASSETS


def main(folder: Path) -> None:
    """Write everything into `folder`, anew."""
    cache = cache_of(PROJECT)
    runtime = make_runtime(cache, lambda words: sys.stderr.write(f"{words}\n"))
    write_made(folder, bundle(THEME_FOLDER / ASSETS, cache), runtime.folder, runtime.files, cache)
    list_npm(PROJECT, folder / BROWSER_PARTS)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
