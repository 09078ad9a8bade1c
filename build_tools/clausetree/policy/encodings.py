"""Bytes that hold a text, in whichever encoding it was saved."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from clausetree.policy.file_text import file_text

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z][\w:.-]*)""", re.IGNORECASE)
_LOOKED_AT = 4_096
_WESTERN = "cp1252"
"""What browsers suppose where nothing is declared."""
_READ_AS = {
    "ascii": _WESTERN,
    "iso8859-1": _WESTERN,
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
"""What browsers read for others that are declared (WHATWG, Encoding): more than those have, and never less."""
_READ = frozenset(
    {
        *_READ_AS.values(),
        *(f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
        *(f"cp{page}" for page in (866, 1250, 1251, 1253, 1255, 1256, 1257, 1258)),
        *("koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "euc_jp", "iso2022_jp"),
    }
)
"""Of those that Python knows: some others are none of letters, such as hex."""
_UTF = re.compile(r"(?:x-)?(?:utf|unicode.*utf)", re.IGNORECASE)


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
    # What is no ASCII and is sound UTF-8 is never anything else, whatever a page that was saved again declares.
    if found.whole and not found.kind and not content.isascii():
        return Decoded(found.text)
    name = declared or _declared_in(content)
    if not found.kind and (_UTF.match(name) if name else _is_nearly_utf(found.text)):
        return Decoded(found.text, found.whole)
    read = _by(_known(name) or _WESTERN, content)
    return read if _known(name) or not name else Decoded(read.text, content.isascii())


def _is_nearly_utf(text: str) -> bool:
    """Tell whether bytes that were read as UTF-8 were that but for a few: others have hardly a sign right."""
    lost = text.count("\ufffd")
    return sum(sign > "\x7f" for sign in text) > 2 * lost


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
    """Return how Python calls a declared encoding that browsers read, or ""."""
    for written in (name, name.lower().removeprefix("x-")):
        try:
            codec = codecs.lookup(written).name
        except (LookupError, ValueError):
            continue
        codec = _READ_AS.get(codec, codec)
        if codec in _READ:
            return codec
    return ""


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
