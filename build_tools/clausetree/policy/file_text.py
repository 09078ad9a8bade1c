"""What stands in a file that should be Markdown in UTF-8, and what the file is where it is something else."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
"""The byte order marks that are not UTF-8's. The longer ones come first: one begins with a shorter one."""
_BEGINNINGS = {
    b"PK\x03\x04": ".docx",
    b"%PDF-": ".pdf",
    b"{\\rtf": ".rtf",
    b"\xd0\xcf\x11\xe0": ".doc",
}
"""What files of other programs begin with, and keep when their name is changed."""
_LOOKED_AT = 4_096
_CLEARLY = 9
"""In UTF-16 nearly all of the zeros stand at one side of the pairs: at the other they are this much rarer."""
_OFTEN = 0.04
"""The share of pairs that have a zero at least: Chinese text has them in its spaces and figures."""
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1a\ufffd]")
_SELDOM = 0.01
"""The share of signs that no text has which a text may have all the same."""


@dataclass(frozen=True, slots=True)
class FileText:
    """`encoding` is the file's own where that is plainly not UTF-8.

    Some of a text that is not `whole` could not be read, and has U+FFFD there. `kind` is the ending that the
    file should have where it is of another program; then there is no `text`.
    """

    text: str
    encoding: str = ""
    kind: str = ""
    whole: bool = True


def file_text(content: bytes) -> FileText:
    """Read the bytes of a file. Line endings stay as they are, so that every place is right."""
    kind = next((kind for beginning, kind in _BEGINNINGS.items() if content.startswith(beginning)), "")
    if kind:
        return FileText("", kind=kind)
    encoding = next((name for mark, name in _MARKS.items() if content.startswith(mark)), "")
    codec = encoding or wide_without_mark(content[:_LOOKED_AT])
    if codec:
        text = content.decode(codec, errors="replace").removeprefix("\ufeff")
        return FileText(text, codec.removesuffix("-LE").removesuffix("-BE"))
    try:
        return FileText(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return FileText(content.decode("utf-8-sig", errors="replace"), whole=False)


def wide_without_mark(beginning: bytes) -> str:
    """Return the UTF-16 that a file is without saying so, as Python calls it, or "".

    It has many zeros, nearly all at one side of the pairs. One zero alone says nothing.
    """
    pairs = beginning[: len(beginning) // 2 * 2]
    high, low = pairs[::2].count(0), pairs[1::2].count(0)
    codec = "UTF-16-LE" if low > high else "UTF-16-BE"
    if max(high, low) <= max(_CLEARLY * min(high, low), _OFTEN * len(pairs) / 2):
        return ""
    text = pairs.decode(codec, "replace")
    return codec if len(_NO_TEXT.findall(text)) <= _SELDOM * len(text) else ""
