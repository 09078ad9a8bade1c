"""Put packed copies beside the files of a site, for a server to send instead."""

from __future__ import annotations

import gzip
import hashlib
import shutil
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

import brotli

from publish.cache import Cache
from publish.hosting.media_types import COMPRESSIBLE

_WORTH_IT = 1024
"""Below this many bytes, a packed file takes as many packets as the file itself."""
_SMALLER = 0.95
"""A file that hardly gets smaller is sent as it is."""

_PACKERS: Mapping[str, Callable[[bytes, int], bytes]] = {
    "gz": lambda content, level: gzip.compress(content, level, mtime=0),
    "br": lambda content, level: brotli.compress(content, quality=level),
}
_VERSION = version("brotli")


@dataclass(frozen=True, slots=True)
class Packing:
    """`kind` is what the cache calls such copies, and `levels` how hard to pack, by the ending of the copy."""

    kind: str
    levels: Mapping[str, int]


_BEST = Packing("packed", {"gz": 9, "br": 11})
"""For files that stay the same. Brotli's next best takes two thirds of the time, and adds 80 kB to Python's."""
_QUICK = Packing("packed-pages", {"gz": 6, "br": 5})
"""For pages: a tenth larger, and a hundred times quicker."""


def compress(site: Path, kept: Sequence[str], cache: Cache, say: Callable[[str], object]) -> None:
    """Write `NAME.gz` and `NAME.br` beside each file of `site` that packing makes smaller.

    Files in the folders `kept` change seldom and are packed as well as can be. What `cache` holds is not
    packed again. The bytes depend on the content alone. `say` is told of a long wait.
    """
    files = _worth_packing(site, tuple(kept))
    if _BEST in files.values() and not (cache.folder / _BEST.kind).exists():
        say("Packing the Python that browsers run. This takes half a minute, once.")
    with ThreadPoolExecutor() as pool:
        list(pool.map(partial(_pack, cache), files, files.values()))


def _worth_packing(site: Path, kept: tuple[str, ...]) -> dict[Path, Packing]:
    """How hard to pack each file, the largest first, so that no thread is left with it at the end."""
    found: dict[Path, tuple[int, Packing]] = {}
    for path in site.rglob("*"):
        lasts, ending = path.relative_to(site).as_posix().startswith(kept), path.suffix.removeprefix(".")
        # The zip of Python's modules is there to be packed. One to download is packed already.
        if ending in COMPRESSIBLE and (lasts or ending != "zip"):
            found[path] = path.stat().st_size, _BEST if lasts else _QUICK
    large = sorted((-size, path) for path, (size, _) in found.items() if size >= _WORTH_IT)
    return {path: found[path][1] for _, path in large}


def _pack(cache: Cache, path: Path, packing: Packing) -> None:
    """Some files are large, and as a rule not even read into memory: a copy of what the cache holds is made."""
    with path.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    for ending, level in packing.levels.items():
        make = partial(_packed, path, ending, level)
        packed = cache.file(packing.kind, _VERSION, ending, str(level), digest, make=make)
        if packed.stat().st_size < _SMALLER * path.stat().st_size:
            shutil.copyfile(packed, path.with_name(f"{path.name}.{ending}"))


def _packed(path: Path, ending: str, level: int) -> bytes:
    return _PACKERS[ending](path.read_bytes(), level)
