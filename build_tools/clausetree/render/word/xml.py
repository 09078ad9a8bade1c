"""XML as text: every word in it is escaped, and signs that XML forbids are left out."""

from __future__ import annotations

import re
from typing import Final
from xml.sax.saxutils import escape, quoteattr

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATED: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def tag(name: str, /, *inner: str, **attributes: str | int) -> str:
    """Return an element. The names of attributes have an underscore for the colon: `w_val`."""
    said = "".join(
        f" {key.replace('_', ':', 1)}={quoteattr(legal(str(value)))}" for key, value in attributes.items()
    )
    content = "".join(inner)
    return f"<{name}{said}>{content}</{name}>" if content else f"<{name}{said}/>"


def val(name: str, value: str | int) -> str:
    """Return an element that says no more than a value."""
    return tag(name, w_val=value)


def words(text: str) -> str:
    """Return words as they stand within an element."""
    return escape(legal(text))


def part(name: str, /, *inner: str, **attributes: str | int) -> bytes:
    """Return a part of a document: its root and what stands in it."""
    declared = {"xmlns_w": WORD, "xmlns_r": RELATED} if name.startswith("w:") else {}
    body = tag(name, *inner, **declared, **attributes)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{body}'.encode()


def legal(text: str) -> str:
    """Return text without what XML forbids."""
    return _FORBIDDEN.sub("", text)
