"""Data that a text holds in base64, as authoring tools put whole courses into a page."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from clausetree.history.courses.spelling import spelled_out

_DIGIT = "[A-Za-z0-9+/_-]"
_RUN = re.compile(rf"{_DIGIT}{{20,}}={{0,2}}")
_ADDRESS = re.compile(rf"aHR0c(?:DovL|HM6L){_DIGIT}{{8,}}")
"""`http://` and `https://`, which may stand behind letters that are no part of it."""
_LINE_END = r"(?:\r?\n|(?:\\r)?\\n)[ \t]*"
_LINES = re.compile(rf"(?<!{_DIGIT})(?:{_DIGIT}{{20,}}{_LINE_END})+(?:{_DIGIT}+={{0,2}})?")
_LINE_ENDS = re.compile(_LINE_END)
_PERCENT = re.compile(r"%(?:2[BbFf]|3[Dd])")
_URL_SAFE = str.maketrans("-_", "+/")

_DIGITS = re.compile(rb"[A-Za-z0-9+/_=\s-]*")
LONG: Final = 1_500
"""Of fewer bytes that read as coded data and hold no text, most are names and numbers."""
_ADDRESSED = (b"//", b"href", b"h\0t\0t\0p\0", b"\0h\0t\0t\0p", b"%2F", b"u002")
"""What a short piece of coded data has in it that is worth a look."""


def coded_in(text: str) -> Iterator[bytes]:
    """Yield everything that reads as base64. Most of it is none: long names read so, too."""
    written = _PERCENT.sub(lambda sign: unquote(sign[0]), spelled_out(text))
    at = 0
    for match in _LINES.finditer(written):
        if _is_one(match[0]):
            yield from _in_runs(written[at : match.start()])
            yield from _decoded(_LINE_ENDS.sub("", match[0]))
            at = match.end()
    yield from _in_runs(written[at:])


def is_worth_a_look(content: bytes) -> bool:
    """Whether a text that was coded may hold an address: of the short ones most are names and numbers."""
    if len(content) > LONG or _DIGITS.fullmatch(content):
        return True
    return any(sign in content for sign in _ADDRESSED)


def _is_one(lines: str) -> bool:
    """As in mail: several lines of one length, and a shorter one. A line alone would be half of an address."""
    *whole, last = _LINE_ENDS.split(lines)
    return len({len(line) for line in whole}) == 1 and len(last) <= len(whole[0])


def _in_runs(text: str) -> Iterator[bytes]:
    for pattern in (_RUN, _ADDRESS):
        for match in pattern.finditer(text):
            yield from _decoded(match[0])


def _decoded(run: str) -> Iterator[bytes]:
    digits = run.translate(_URL_SAFE).rstrip("=")
    if len(digits) % 4 == 1:
        digits = digits[:-1]
    try:
        found = b64decode(digits + "=" * (-len(digits) % 4))
    except Error:
        return
    if found:
        yield found
