"""A document that is a zip of XML, opened without trusting it: limits on all that it may unpack to."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from itertools import chain
from xml.etree.ElementTree import Element, ParseError, XMLParser, fromstring
from zipfile import BadZipFile, ZipFile, ZipInfo

PARTS, PART, ALL = 5_000, 200_000_000, 500_000_000
"""The most parts, bytes of a part and bytes of all: a policy of a thousand pages has a tenth of them."""
RATIO = 300
"""How many times as large as it is packed a part may become, if it is larger than a megabyte."""
DEPTH = 400

_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class Reason(Enum):
    """Why a document is not read."""

    LOCKED = "locked"
    OLD = "old"
    MACROS = "macros"
    DAMAGED = "damaged"
    TOO_LARGE = "too large"
    UNSAFE = "unsafe"
    OTHER_KIND = "other kind"
    SCANNED = "scanned"
    EMPTY = "empty"


class NotReadError(Exception):
    """A document that cannot be read, `reason` says why; `part` is where in it."""

    def __init__(self, reason: Reason, part: str = "") -> None:
        """Tell the reason."""
        super().__init__(reason.value)
        self.reason, self.part = reason, part


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a document by their names."""

    parts: dict[str, bytes]

    def xml(self, name: str) -> Element | None:
        """Return the root of a part; None where it is not there. Raises NotReadError."""
        data = self.parts.get(name)
        return None if data is None else read_xml(data, name)


def open_package(data: bytes, most_parts: int = PARTS, most: int = ALL) -> Package:
    """Unpack a document of no more parts, and bytes, than these.

    Raises NotReadError where that cannot be done, or should not.
    """
    if data.startswith(_OLD):
        # Word keeps a document with a password in the file format of its versions before 2007.
        raise NotReadError(Reason.LOCKED if "EncryptedPackage".encode("utf-16-le") in data else Reason.OLD)
    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
            if len(infos) > most_parts or sum(info.file_size for info in infos) > most:
                raise NotReadError(Reason.TOO_LARGE)
            return Package({info.filename: _part(archive, info) for info in infos})
    except (BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError) as error:
        raise NotReadError(Reason.DAMAGED) from error


def _part(archive: ZipFile, info: ZipInfo) -> bytes:
    if info.flag_bits & 1:
        raise NotReadError(Reason.LOCKED, info.filename)
    if info.file_size > PART or info.file_size > max(1_000_000, RATIO * info.compress_size):
        raise NotReadError(Reason.TOO_LARGE, info.filename)
    with archive.open(info) as part:
        # What the zip says of its sizes may be wrong.
        data = part.read(info.file_size + 1)
    if len(data) > info.file_size:
        raise NotReadError(Reason.DAMAGED, info.filename)
    return data


def read_xml(data: bytes, name: str) -> Element:
    """Return the root of an XML part. One that declares entities is refused. Raises NotReadError."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = re.sub(rb"^<\?xml[^>]*\?>", b"", data.decode("utf-16", "replace").encode())
    if _DECLARED.search(data):
        raise NotReadError(Reason.UNSAFE, name)
    try:
        root = fromstring(data, XMLParser())
    except (ParseError, ValueError, LookupError) as error:
        raise NotReadError(Reason.DAMAGED, name) from error
    if is_deeper(root, DEPTH):
        raise NotReadError(Reason.UNSAFE, name)
    return root


def is_deeper(root: Element, depth: int) -> bool:
    """Tell whether elements stand more than `depth` deep in each other."""
    level = [root]
    for _ in range(depth):
        level = list(chain.from_iterable(level))
        if not level:
            return False
    return True
