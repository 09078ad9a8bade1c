"""What a file is, told by how it begins: its name may say anything, or nothing."""

from __future__ import annotations

import re
from enum import Enum, auto

from clausetree.policy.file_text import wide_without_mark

LOOKED_AT = 4_096
"""Bytes from the beginning that tell the kind."""


class FileKind(Enum):
    """What is to be done with a file."""

    TEXT = auto()
    ZIP = auto()
    TAR = auto()
    GZIP = auto()
    ZLIB = auto()
    BROTLI = auto()
    PDF = auto()
    WEB_ARCHIVE = auto()
    OLD_OFFICE = auto()
    OTHER_ARCHIVE = auto()
    MEDIA = auto()
    UNKNOWN = auto()


# A text may begin with "OTTO", too: what tells a font is the byte behind it, which no text has.
_BEGINNINGS: tuple[tuple[bytes, FileKind], ...] = (
    (rb"PK(?:\x03\x04|\x05\x06|\x07\x08)", FileKind.ZIP),
    (rb"\x1f\x8b\x08", FileKind.GZIP),
    (rb"\s*%PDF-", FileKind.PDF),
    (rb"bplist00", FileKind.WEB_ARCHIVE),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind.OLD_OFFICE),
    (
        rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\xfd7zXZ\x00|BZh[1-9]1AY|\x28\xb5\x2f\xfd|MSCF",
        FileKind.OTHER_ARCHIVE,
    ),
    (rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|BM.{4}\x00{4}|II\*\x00|MM\x00\*", FileKind.MEDIA),
    (rb"\x01\x00\x00\x00.{36} EMF|\xd7\xcd\xc6\x9a|VCLMTF[\x00-\x08]|8BPS\x00|icns\x00", FileKind.MEDIA),
    (rb"\x00\x00[\x01\x02]\x00.\x00|\x00\x00\x00\x0cjP  ", FileKind.MEDIA),
    (rb"RIFF.{4}(?:WEBP|WAVE|AVI )|ID3[\x02-\x04]|\xff[\xe2\xe3\xf1-\xf3\xf9-\xfb]", FileKind.MEDIA),
    (rb"\x00\x00.{2}ftyp|OggS\x00|\x1aE\xdf\xa3|FLV\x01|fLaC[\x00\x80]", FileKind.MEDIA),
    (rb"\x30\x26\xb2\x75|\x00\x00\x01[\xb3\xba]", FileKind.MEDIA),
    (rb"wOF[F2](?:\x00|OTTO|true)|OTTO\x00|\x00\x01\x00\x00\x00|true\x00|ttcf\x00", FileKind.MEDIA),
    (rb".{8}[\x00\x01\x02]\x00[\x01\x02]\x00.{22}LP", FileKind.MEDIA),
)
_KINDS = [(re.compile(beginning, re.DOTALL), kind) for beginning, kind in _BEGINNINGS]
_ZLIB = re.compile(rb"\x78[\x01\x5e\x9c\xda]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_FEW = 0.002
"""The share of control characters that a text may have: some tools leave a few in."""


def kind_of(name: str, beginning: bytes) -> FileKind:
    """Return the kind of the file `name` that begins so."""
    found = next((kind for pattern, kind in _KINDS if pattern.match(beginning)), None)
    if found is not None:
        return found
    if beginning[257:262] == b"ustar":
        return FileKind.TAR
    # Compressed data of these kinds begin with almost anything: what else they may be is asked first.
    if name.lower().endswith(".br"):
        return FileKind.BROTLI
    if _is_text(beginning):
        return FileKind.TEXT
    return FileKind.ZLIB if _ZLIB.match(beginning) else FileKind.UNKNOWN


def _is_text(beginning: bytes) -> bool:
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return True
    controls = len(_CONTROLS.findall(beginning))
    return controls <= max(1, _FEW * len(beginning)) or bool(wide_without_mark(beginning))
