"""What stands in a file that should be Markdown in UTF-8, and what the file is where it is something else."""

from __future__ import annotations

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
    codec = encoding or _without_mark(content[:_LOOKED_AT])
    if codec:
        text = content.decode(codec, errors="replace").removeprefix("\ufeff")
        return FileText(text, codec.removesuffix("-LE").removesuffix("-BE"))
    try:
        return FileText(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return FileText(content.decode("utf-8-sig", errors="replace"), whole=False)


def _without_mark(beginning: bytes) -> str:
    """Return the UTF-16 that this is without saying so, or "". No text has zeros in UTF-8."""
    high, low = beginning[::2].count(0), beginning[1::2].count(0)
    if low > _CLEARLY * high:
        return "UTF-16-LE"
    return "UTF-16-BE" if high > _CLEARLY * low else ""
