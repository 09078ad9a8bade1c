"""Zips whose bytes follow from what is put in: neither the clock nor whoever runs the program reaches them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

type ZipDate = tuple[int, int, int, int, int, int]

_OLDEST: Final[ZipDate] = (1980, 1, 1, 0, 0, 0)
"""The first second that a zip can name."""

_READ_BY_ALL: Final = 0o100644
"""Whoever unpacks a file with these rights, a web server may read it."""


def write_zip(
    target: Path | IO[bytes],
    files: Iterable[tuple[str, bytes]],
    *,
    date: ZipDate = _OLDEST,
    is_packed: Callable[[str], bool] = lambda _: True,
) -> None:
    """Write a zip of `files`, names and contents, in the order given; those that are packed are deflated.

    A `date` before 1980, which a zip cannot name, counts as its first second. Raises `OSError` if the target
    cannot be written.
    """
    with ZipFile(target, "w") as archive:
        for name, content in files:
            entry = ZipInfo(name, max(date, _OLDEST))
            entry.external_attr = _READ_BY_ALL << 16
            archive.writestr(entry, content, ZIP_DEFLATED if is_packed(name) else ZIP_STORED)


def read_zip(archive: Path) -> dict[str, bytes]:
    """Return the files of a zip, by name, folders left out.

    Raises `OSError` if it cannot be read, and `zipfile.BadZipFile` if it is none.
    """
    with ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist() if not name.endswith("/")}
