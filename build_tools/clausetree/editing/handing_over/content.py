"""What a file says, however its lines end: a copy of it on Windows is no other file."""

from __future__ import annotations

import re
from hashlib import sha256

_TEXT = re.compile(r"\.(tree|md|ya?ml|txt|lock|csv)$")
"""The files that the page for authors opens as text (folder.js)."""
_MARK = b"\xef\xbb\xbf"


def plain(path: str, content: bytes) -> bytes:
    """Return what a file of text says, its lines ended by a line feed alone; any other file as it is."""
    if not _TEXT.search(path):
        return content
    try:
        content.decode()
    except UnicodeDecodeError:
        return content
    return content.removeprefix(_MARK).replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def digest(path: str, content: bytes) -> str:
    """Return the SHA-256, in hexadecimal, of what a file says."""
    return sha256(plain(path, content)).hexdigest()


def in_manner_of(path: str, content: bytes, before: bytes | None) -> bytes:
    """Return `content` with its lines ended, and begun, as in the file that it takes the place of."""
    said = plain(path, content)
    if before is None or not _TEXT.search(path) or said == content == plain(path, before):
        return said
    if b"\r\n" in before:
        said = said.replace(b"\n", b"\r\n")
    return _MARK + said if before.startswith(_MARK) else said
