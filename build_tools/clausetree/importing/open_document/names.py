"""Names of elements and attributes in OpenDocument's XML (ISO/IEC 26300), as ElementTree writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from xml.etree.ElementTree import Element

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES: Mapping[str, str] = {
    **{
        name: f"{_OASIS}:{name}:1.0"
        for name in ("office", "text", "table", "style", "draw", "meta", "presentation")
    },
    "draw": f"{_OASIS}:drawing:1.0",
    "fo": f"{_OASIS}:xsl-fo-compatible:1.0",
    "svg": f"{_OASIS}:svg-compatible:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xml": "http://www.w3.org/XML/1998/namespace",
    "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
}
_PREFIXES = {space: prefix for prefix, space in _SPACES.items()}
_UNSAFE = re.compile(r"[^\w.-]")


@cache
def q(name: str) -> str:
    """Return the full name of one with a prefix, such as `text:p`."""
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


@cache
def _short(tag: str) -> str:
    space, _, local = tag[1:].partition("}")
    return f"{_PREFIXES.get(space, '')}:{local}"


def named(element: Element) -> str:
    """Return the name of an element with its usual prefix."""
    return _short(element.tag)


def said(element: Element, name: str) -> str:
    """Return what an attribute says; "" where it is not there."""
    return element.get(q(name), "")


def number(element: Element, name: str, otherwise: int) -> int:
    """Return what an attribute says as a number."""
    text = said(element, name)
    return int(text) if text.isdecimal() and len(text) < 10 else otherwise


def inner(element: Element | None, *names: str) -> Iterator[Element]:
    """Yield the children that have one of these names."""
    wanted = {q(name) for name in names}
    yield from (child for child in element if child.tag in wanted) if element is not None else ()


def safe(name: str) -> str:
    """Return the name of a place as a link can say it, without blanks and brackets."""
    return _UNSAFE.sub(lambda sign: f"_{ord(sign[0]):x}_", name)


def printed_line(line: Element) -> str:
    """Return the words of a line of contents as they are printed."""
    return "".join(
        f"{'\t' if named(one) == 'text:tab' else one.text or ''}{'' if one is line else one.tail or ''}"
        for one in line.iter()
    )
