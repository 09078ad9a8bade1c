"""Make what the wheel is to hold: run it as a module of Python, in the repository, with the folder to write."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from clausetree.publish.assets.beforehand import SCRIPTS, write_listing
from clausetree.publish.assets.bundle import bundle
from clausetree.publish.assets.runtime import make_runtime
from clausetree.publish.assets.theme_files import ASSETS
from clausetree.publish.authors.program import make_program
from clausetree.publish.delivery.delivery import BROWSER_PARTS, list_npm
from clausetree.publish.files.by_content import file_digest
from clausetree.publish.files.cache import Cache, cache_of
from clausetree.publish.files.installed import PROJECT, THEME_FOLDER
from clausetree.publish.hosting.compress import packed_best


def main(folder: Path) -> None:
    """Write everything into `folder`, anew."""
    cache = cache_of(PROJECT)
    shutil.rmtree(folder, ignore_errors=True)
    packed = folder / "packed"
    scripts = packed / SCRIPTS
    scripts.mkdir(parents=True)
    for name, file in bundle(THEME_FOLDER / ASSETS, cache).items():
        shutil.copyfile(file, scripts / name)
    packed_of = [_pack(made.files, packed, cache) for made in (make_runtime(cache), make_program(cache))]
    write_listing(packed, *packed_of)
    list_npm(PROJECT, folder / BROWSER_PARTS)


def _pack(files: Mapping[str, Path], folder: Path, cache: Cache) -> Mapping[str, str]:
    """Write the packed files into `folder`, and return the SHA-256 of what is packed in each."""
    digests = {name: file_digest(file) for name, file in sorted(files.items())}
    for name, digest in digests.items():
        shutil.copyfile(packed_best(files[name], cache), folder / f"{digest}.br")
    return digests


if __name__ == "__main__":
    main(Path(sys.argv[1]))
