"""Data that a text holds in base64, as authoring tools put whole courses into a page."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator

_RUN = re.compile(r"[A-Za-z0-9+/_-]{20,}={0,2}")
_LINES = re.compile(r"(?<![A-Za-z0-9+/_-])(?:[A-Za-z0-9+/_-]{60,100}\r?\n[ \t]*)+[A-Za-z0-9+/_-]*={0,2}")
"""As in mail: several lines of one length, and a shorter one."""
_ADDRESS = re.compile(r"aHR0c(?:DovL|HM6L)[A-Za-z0-9+/_-]{8,}")
"""`http://` and `https://`, which may stand behind letters that are no part of it."""
_LINE_ENDS = re.compile(r"\s+")
_URL_SAFE = str.maketrans("-_", "+/")


def coded_in(text: str) -> Iterator[bytes]:
    """Yield everything that reads as base64. Most of it is none: long names read so, too."""
    for pattern in (_RUN, _LINES, _ADDRESS):
        for match in pattern.finditer(text):
            found = _decoded(match[0])
            if found:
                yield found


def _decoded(run: str) -> bytes:
    digits = _LINE_ENDS.sub("", run).translate(_URL_SAFE).rstrip("=")
    if len(digits) % 4 == 1:
        digits = digits[:-1]
    try:
        return b64decode(digits + "=" * (-len(digits) % 4))
    except Error:
        return b""
