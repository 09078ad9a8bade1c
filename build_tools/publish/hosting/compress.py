"""Put packed copies beside the files of a site, for a server to send instead."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from itertools import repeat
from pathlib import Path
from tempfile import NamedTemporaryFile

import brotli

from publish.hosting.media_types import COMPRESSIBLE

_WORTH_IT = 1024
"""Below this many bytes, a packed file takes as many packets as the file itself."""
_BEST, _QUICK = 11, 5
"""Brotli's best saves another eighth and takes a hundred times as long: it is for files that stay the same."""

type Packer = Callable[[bytes], bytes]


def compress(site: Path, kept: Sequence[str], cache: Path, say: Callable[[str], object]) -> None:
    """Write `NAME.gz` and `NAME.br` beside each file of `site` that packing makes smaller.

    Files in the folders `kept` change seldom and are packed as well as can be; `cache`, which goes by
    content, saves doing so again. The bytes depend on the content alone. `say` is told of a long wait.
    """
    (cache / "packed").mkdir(parents=True, exist_ok=True)
    files = _worth_packing(site)
    lasting = [path.relative_to(site).as_posix().startswith(tuple(kept)) for path in files]
    if any(lasting) and not any((cache / "packed").iterdir()):
        say("Packing the Python that browsers run. This takes half a minute, once.")
    with ThreadPoolExecutor() as pool:
        list(pool.map(_pack, files, lasting, repeat(cache / "packed")))


def _worth_packing(site: Path) -> list[Path]:
    """The largest first, so that no thread is left with it at the end."""
    files = [path for path in site.rglob("*") if path.suffix.removeprefix(".") in COMPRESSIBLE]
    large = [path for path in files if path.is_file() and path.stat().st_size >= _WORTH_IT]
    return sorted(large, key=lambda path: (-path.stat().st_size, path))


def _pack(path: Path, lasting: bool, cache: Path) -> None:
    content = path.read_bytes()
    name = sha256(content).hexdigest()
    for ending, packer in _packers(_BEST if lasting else _QUICK).items():
        packed = _cached(cache / f"{name}.{ending}", packer, content) if lasting else packer(content)
        if len(packed) < len(content):
            path.with_name(f"{path.name}.{ending}").write_bytes(packed)


def _packers(quality: int) -> dict[str, Packer]:
    return {
        "gz": lambda content: gzip.compress(content, 9, mtime=0),
        "br": lambda content: brotli.compress(content, quality=quality),
    }


def _cached(file: Path, packer: Packer, content: bytes) -> bytes:
    """A file in the cache is whole: it gets its name last, for several builds may fill it at once."""
    if not file.exists():
        with NamedTemporaryFile(dir=file.parent, delete=False) as half:
            half.write(packer(content))
        Path(half.name).replace(file)
    return file.read_bytes()
