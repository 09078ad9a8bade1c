"""Put packed copies beside the files of a site, for a server to send instead."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from threading import Thread

import brotli

from clausetree.publish.assets.beforehand import packed_beforehand
from clausetree.publish.files.by_content import file_digest
from clausetree.publish.files.cache import Cache
from clausetree.publish.files.earlier_site import Place
from clausetree.render.hosting.media_types import COMPRESSIBLE

_WORTH_IT = 1024
"""Below this many bytes, a packed file takes as many packets as the file itself."""
_SMALLER = 0.95
"""A file that hardly gets smaller is sent as it is."""

_PACKERS: Mapping[str, Callable[[bytes, int], bytes]] = {
    "gz": lambda content, level: gzip.compress(content, level, mtime=0),
    "br": lambda content, level: brotli.compress(content, quality=level),
}


@dataclass(frozen=True, slots=True)
class Packing:
    """`kind` is what the cache calls such copies, and `levels` how hard to pack, by the ending of the copy."""

    kind: str
    levels: Mapping[str, int]


_BEST = Packing("packed-best", {"gz": 6, "br": 11})
"""For files that stay the same. Brotli's next best takes two thirds of the time, and adds 80 kB to Python's.
gzip's best takes three times as long, and saves a two-hundredth for servers and browsers without Brotli."""
_QUICK = Packing("packed-quickly", {"gz": 6, "br": 5})
"""For pages: a tenth larger, and a hundred times quicker."""


@dataclass(frozen=True, slots=True)
class _Copy:
    """A packed copy to be made of `file`, whose content has the hash `digest`, and is `size` bytes long."""

    file: Path
    digest: str
    size: int
    kind: str
    ending: str
    level: int

    @property
    def made_from(self) -> tuple[str, ...]:
        return brotli.__version__, self.ending, str(self.level), self.digest

    def is_kept(self, cache: Cache) -> bool:
        return cache.path(self.kind, *self.made_from).exists()

    def packed(self, cache: Cache) -> Path:
        def make() -> bytes:
            packed = packed_beforehand(self.digest) if self.ending == "br" else None
            return packed or _PACKERS[self.ending](self.file.read_bytes(), self.level)

        return cache.file(self.kind, *self.made_from, make=make)

    def put(self, packed: Path, place: Place) -> None:
        if packed.stat().st_size < _SMALLER * self.size:
            place(packed, self.file.with_name(f"{self.file.name}.{self.ending}"))


def pack_meanwhile(files: Iterable[Path], cache: Cache) -> Callable[[], None]:
    """Begin to pack files as well as can be, while the rest of a site is made; return what waits for the end.

    Where the build breaks off, nobody waits.
    """
    copies = [copy for file in files for copy in _copies(file, _BEST)]

    def pack() -> None:
        for copy in copies:
            copy.packed(cache)

    thread = Thread(target=pack, daemon=True)
    thread.start()
    return thread.join


def packed_best(file: Path, cache: Cache) -> Path:
    """Return a copy of a file that Brotli has packed as well as it can."""
    return next(copy for copy in _copies(file, _BEST) if copy.ending == "br").packed(cache)


def compress(site: Path, kept: Sequence[str], cache: Cache, place: Place = copyfile) -> None:
    """Write `NAME.gz` and `NAME.br` beside each file of `site` that packing makes smaller.

    Files in the folders `kept` change seldom and are packed as well as can be. What `cache` holds is not
    packed again; `place` puts a file that is made where it is to stand. The bytes depend on the content alone.
    """
    files = _worth_packing(site, tuple(kept))
    copies = [copy for file, packing in files.items() for copy in _copies(file, packing)]
    missing = [copy for copy in copies if not copy.is_kept(cache)]
    with ThreadPoolExecutor() as pool:  # packing happens outside of Python's lock, and finding does not
        list(pool.map(lambda copy: copy.packed(cache), missing))
    for copy in copies:
        copy.put(copy.packed(cache), place)


def _worth_packing(site: Path, kept: tuple[str, ...]) -> dict[Path, Packing]:
    """How hard to pack each file, the largest first, so that no thread is left with it at the end."""
    found: dict[Path, tuple[int, Packing]] = {}
    folders = tuple(f"{site.as_posix()}/{folder}" for folder in kept)
    for path in site.rglob("*"):
        lasts, ending = path.as_posix().startswith(folders), path.suffix.removeprefix(".")
        # The zip of Python's modules is there to be packed. One to download is packed already.
        if ending in COMPRESSIBLE and (lasts or ending != "zip") and path.is_file():
            found[path] = path.stat().st_size, _BEST if lasts else _QUICK
    large = sorted((-size, path) for path, (size, _) in found.items() if size >= _WORTH_IT)
    return {path: found[path][1] for _, path in large}


def _copies(file: Path, packing: Packing) -> Iterator[_Copy]:
    digest, size = file_digest(file), file.stat().st_size
    for ending, level in packing.levels.items():
        yield _Copy(file, digest, size, packing.kind, ending, level)
