"""The files in an archive, each no larger than is allowed."""

from __future__ import annotations

import struct
import tarfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from gzip import GzipFile
from io import BytesIO, RawIOBase
from lzma import LZMAError
from pathlib import Path
from typing import IO, Final, Self, cast, override
from zipfile import BadZipFile, ZipFile, ZipInfo

from clausetree.publish.unpacking.bounded import TooLargeError, read_bounded
from clausetree.publish.unpacking.kinds import LOOKED_AT, FileKind, kind_of
from clausetree.publish.unpacking.limits import Budget
from clausetree.publish.unpacking.part import Reason

_LOCKED = 0x1
_GZIP = b"\x1f\x8b"
DAMAGED: Final = (
    *(BadZipFile, tarfile.TarError, zlib.error, LZMAError, struct.error),
    *(EOFError, OSError, ValueError, RuntimeError, OverflowError),
)
"""What the libraries raise where an archive is damaged; `RecursionError` is one of them."""


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: what it holds, or why it was not read. Of media, only the beginning is read."""

    name: str
    content: bytes | Reason


def zip_members(archive: Path | BytesIO, budget: Budget) -> Iterator[Member]:
    """Yield the files of a zip by name. One that cannot be opened is one damaged file without a name."""
    try:
        with ZipFile(archive) as opened:
            for info in sorted(opened.infolist(), key=lambda info: info.filename):
                if not info.is_dir():
                    yield Member(info.filename, _zipped(opened, info, budget))
                if budget.is_spent:
                    return
    except NotImplementedError:
        yield Member("", Reason.OTHER_ARCHIVE)
    except DAMAGED:
        yield Member("", Reason.DAMAGED)


def tar_members(archive: IO[bytes], budget: Budget) -> Iterator[Member]:
    """Yield the files of a tar, packed or not, as they come. Pictures and films in it are passed over.

    One that cannot be read to its end has a damaged file without a name, or one that is too large.
    """
    try:
        passing = _Passing(_unpacked(archive), budget.limits.passed)
        with tarfile.open(fileobj=passing, mode="r|", tarinfo=_Strict) as opened:
            for info in opened:
                stream = opened.extractfile(info) if info.isfile() else None
                if stream is not None:
                    yield Member(info.name, _bounded(info.name, stream, budget))
                if budget.is_spent:
                    return
    except TooLargeError:
        yield Member("", Reason.TOO_LARGE)
    except DAMAGED:
        yield Member("", Reason.DAMAGED)


def holds_tar(archive: IO[bytes]) -> bool:
    """Whether gzip's data are a tar. The stream is where it was afterwards."""
    at = archive.tell()
    try:
        return kind_of("", _unpacked(archive).read(LOOKED_AT)) is FileKind.TAR
    except DAMAGED:
        return False
    finally:
        archive.seek(at)


def is_packed_tar(name: str, beginning: bytes, stream: IO[bytes]) -> bool:
    """Whether the file `name`, of which the `beginning` was read from the stream, is a tar within gzip."""
    if kind_of(name, beginning) is not FileKind.GZIP:
        return False
    stream.seek(0)
    is_tar = holds_tar(stream)
    stream.seek(len(beginning))
    return is_tar


def _unpacked(archive: IO[bytes]) -> IO[bytes]:
    at = archive.tell()
    packed = archive.read(len(_GZIP)) == _GZIP
    archive.seek(at)
    return cast("IO[bytes]", GzipFile(fileobj=archive)) if packed else archive


class _Strict(tarfile.TarInfo):
    """What stands before a file in a tar. Where it is damaged, the library itself takes it for the end."""

    @classmethod
    @override
    def fromtarfile(cls, tarfile_: tarfile.TarFile) -> Self:
        try:
            return super().fromtarfile(tarfile_)
        except tarfile.InvalidHeaderError as error:  # type: ignore[attr-defined]
            raise tarfile.ReadError(str(error)) from error


class _Passing(RawIOBase):
    """A stream of which no more than `most` bytes are unpacked, also of what is passed over."""

    def __init__(self, stream: IO[bytes], most: int) -> None:
        super().__init__()
        self._stream, self._left = stream, most

    @override
    def read(self, size: int = -1) -> bytes:
        """Return the next bytes. Raises `TooLargeError`."""
        found = self._stream.read(size)
        self._left -= len(found)
        if self._left < 0:
            raise TooLargeError
        return found


def _zipped(opened: ZipFile, info: ZipInfo, budget: Budget) -> bytes | Reason:
    if info.flag_bits & _LOCKED:
        return Reason.LOCKED
    try:
        with opened.open(info) as stream:
            return _bounded(info.filename, stream, budget)
    except NotImplementedError:
        return Reason.OTHER_ARCHIVE
    except DAMAGED:
        return Reason.DAMAGED


def _bounded(name: str, stream: IO[bytes], budget: Budget) -> bytes | Reason:
    beginning = stream.read(LOOKED_AT)
    if kind_of(name, beginning) is FileKind.MEDIA:
        return beginning
    try:
        return beginning + read_bounded(stream, budget.limits.of_one - len(beginning))
    except TooLargeError:
        return Reason.TOO_LARGE
