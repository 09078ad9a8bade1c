"""Put packed copies beside the files of a site, for a server to send instead."""

from __future__ import annotations

import gzip
import hashlib
import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from importlib.metadata import version
from pathlib import Path

import brotli

from publish.cache import Cache
from publish.hosting.media_types import COMPRESSIBLE

_WORTH_IT = 1024
"""Below this many bytes, a packed file takes as many packets as the file itself."""
_SMALLER = 0.95
"""A file that hardly gets smaller was packed before, as the packages for learning systems are."""

type Packers = dict[str, Callable[[bytes], bytes]]

_BEST: Packers = {
    "gz": lambda content: gzip.compress(content, 9, mtime=0),
    "br": partial(brotli.compress, quality=11),
}
"""For files that stay the same. Brotli's next best takes two thirds of the time, and adds 80 kB to Python's."""

_QUICK: Packers = {
    "gz": lambda content: gzip.compress(content, 6, mtime=0),
    "br": partial(brotli.compress, quality=5),
}
"""For pages: a tenth larger, and a hundred times quicker."""


def compress(site: Path, kept: Sequence[str], cache: Cache, say: Callable[[str], object]) -> None:
    """Write `NAME.gz` and `NAME.br` beside each file of `site` that packing makes smaller.

    Files in the folders `kept` change seldom and are packed as well as can be; `cache` saves doing so again.
    The bytes depend on the content alone. `say` is told of a long wait.
    """
    files = _worth_packing(site)
    lasting = [path.relative_to(site).as_posix().startswith(tuple(kept)) for path in files]
    if any(lasting) and not (cache.folder / "packed").exists():
        say("Packing the Python that browsers run. This takes half a minute, once.")
    with ThreadPoolExecutor() as pool:
        list(pool.map(lambda path, lasts: _pack_once(path, cache) if lasts else _pack(path), files, lasting))


def _worth_packing(site: Path) -> list[Path]:
    """The largest first, so that no thread is left with it at the end."""
    files = [path for path in site.rglob("*") if path.suffix.removeprefix(".") in COMPRESSIBLE]
    large = [path for path in files if path.is_file() and path.stat().st_size >= _WORTH_IT]
    return sorted(large, key=lambda path: (-path.stat().st_size, path))


def _pack(path: Path) -> None:
    content = path.read_bytes()
    for ending, packer in _QUICK.items():
        packed = packer(content)
        if len(packed) < _SMALLER * len(content):
            path.with_name(f"{path.name}.{ending}").write_bytes(packed)


def _pack_once(path: Path, cache: Cache) -> None:
    """The file is large, and as a rule not even read into memory: a copy of what the cache holds is made."""
    with path.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    for ending, packer in _BEST.items():
        made_from = (version("brotli"), ending, digest)
        packed = cache.file("packed", *made_from, make=partial(_packed, packer, path))
        if packed.stat().st_size < path.stat().st_size:
            shutil.copyfile(packed, path.with_name(f"{path.name}.{ending}"))


def _packed(packer: Callable[[bytes], bytes], path: Path) -> bytes:
    return packer(path.read_bytes())
