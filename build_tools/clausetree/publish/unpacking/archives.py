"""The files in an archive, each no larger than is allowed."""

from __future__ import annotations

import tarfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from lzma import LZMAError
from pathlib import Path
from zipfile import BadZipFile, ZipFile, ZipInfo

from clausetree.publish.unpacking.bounded import TooLargeError, read_bounded
from clausetree.publish.unpacking.kinds import LOOKED_AT, FileKind, kind_of
from clausetree.publish.unpacking.limits import Budget
from clausetree.publish.unpacking.part import Reason

_LOCKED = 0x1
_DAMAGED = (BadZipFile, tarfile.TarError, zlib.error, LZMAError, EOFError, OSError, ValueError)


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
    except _DAMAGED:
        yield Member("", Reason.DAMAGED)


def tar_members(content: BytesIO, budget: Budget) -> Iterator[Member]:
    """Yield the files of a tar. One that cannot be read to its end has a damaged file without a name."""
    try:
        with tarfile.open(fileobj=content) as opened:
            for info in opened:
                stream = opened.extractfile(info) if info.isfile() else None
                if stream is not None:
                    try:
                        yield Member(info.name, read_bounded(stream, budget.limits.of_one))
                    except TooLargeError:
                        yield Member(info.name, Reason.TOO_LARGE)
                if budget.is_spent:
                    return
    except _DAMAGED:
        yield Member("", Reason.DAMAGED)


def _zipped(opened: ZipFile, info: ZipInfo, budget: Budget) -> bytes | Reason:
    if info.flag_bits & _LOCKED:
        return Reason.LOCKED
    try:
        with opened.open(info) as stream:
            beginning = stream.read(LOOKED_AT)
            if kind_of(info.filename, beginning) is FileKind.MEDIA:
                return beginning
            return beginning + read_bounded(stream, budget.limits.of_one - len(beginning))
    except TooLargeError:
        return Reason.TOO_LARGE
    except NotImplementedError:
        return Reason.OTHER_ARCHIVE
    except (*_DAMAGED, RuntimeError):
        return Reason.DAMAGED
