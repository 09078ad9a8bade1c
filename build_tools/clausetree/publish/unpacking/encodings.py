"""Bytes that hold a text, in whichever encoding it was saved."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from clausetree.policy.file_text import file_text

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z][\w:.-]*)""", re.IGNORECASE)
_LOOKED_AT = 4_096
_WESTERN = "windows-1252"
"""What browsers suppose where nothing is declared, and what they read for ISO-8859-1."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text; some of one that is not `whole` could not be read, and has U+FFFD there."""

    text: str
    whole: bool = True


def decode(content: bytes, declared: str = "") -> Decoded:
    """Read a text by its byte order mark, by what it is, or by what is declared for it or in it."""
    found = file_text(content)
    if found.encoding:
        return Decoded(found.text, "\ufffd" not in found.text)
    codec = _known(declared) or _known(_declared_in(content))
    # What is no ASCII and is sound UTF-8 is never anything else, whatever a page that was saved again declares.
    if found.whole and not found.kind and not (codec and content.isascii()):
        return Decoded(found.text)
    return _by(codec or _WESTERN, content)


def _by(codec: str, content: bytes) -> Decoded:
    try:
        return Decoded(content.decode(codec))
    except UnicodeDecodeError:
        text = content.decode(codec, "replace")
        return Decoded(text, whole=False)


def _declared_in(content: bytes) -> str:
    match = _DECLARED.search(content, 0, _LOOKED_AT)
    return match[1].decode("ascii") if match else ""


def _known(name: str) -> str:
    """Return the codec of a declared encoding, or "". A text that declares UTF-16 in ASCII is none."""
    try:
        codec = codecs.lookup(name).name if name else ""
        "".encode(codec or "ascii")
    except LookupError:
        return ""
    if codec.startswith("utf"):
        return ""
    return _WESTERN if codec in ("iso8859-1", "ascii") else codec


def reads_as_text(content: bytes) -> bool:
    """Whether bytes of which nobody said what they are hold a text."""
    decoded = decode(content)
    return decoded.whole and (decoded.text.isprintable() or content.isascii() or _is_utf(content))


def _is_utf(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return bool(file_text(content).encoding)
    return True
