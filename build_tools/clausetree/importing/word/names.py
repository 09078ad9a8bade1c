"""Names of elements and attributes in Word's XML (ECMA-376 part 1), as ElementTree writes them."""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cache
from xml.etree.ElementTree import Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@cache
def w(name: str) -> str:
    """Return the full name of `w:name`."""
    return f"{{{WORD}}}{name}"


VAL = w("val")
_WORDS = w("t")
_SIGNS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "\u2011"}
PRINTED = {
    *(w(name) for name in ("t", "tab", "br", "sym", "noBreakHyphen", "drawing", "object")),
    *(w(name) for name in ("footnoteReference", "endnoteReference")),
}
"""What shows something on paper, but for pictures of older documents, which can be a line."""
_OFF = ("0", "false", "off", "none")


def child(element: Element | None, *path: str) -> Element | None:
    """Return the element at the end of a path of names, if there is one."""
    for name in path:
        element = None if element is None else element.find(w(name))
    return element


def value(element: Element | None, *path: str) -> str | None:
    """Return what `w:val` of the element at the end of a path says."""
    found = child(element, *path)
    return None if found is None else found.get(VAL)


def number(element: Element | None, *path: str) -> int | None:
    """Return what `w:val` says as a number; None where it says none."""
    said = value(element, *path) or ""
    return int(said) if said.removeprefix("-").isdecimal() else None


def switched_on(element: Element | None, *path: str) -> bool | None:
    """Tell whether a property is switched on, or off; None where nothing is said of it."""
    found = child(element, *path)
    return None if found is None else found.get(VAL, "true") not in _OFF


def each(root: Element, *names: str) -> Iterator[Element]:
    """Yield all elements with one of these names, in order."""
    wanted = {w(name) for name in names}
    yield from (element for element in root.iter() if element.tag in wanted)


def holds(root: Element, names: Set[str]) -> bool:
    """Tell whether an element, or one within it, has one of these full names."""
    return not names.isdisjoint({element.tag for element in root.iter()})


def text_of(element: Element) -> str:
    """Return the words that an element prints."""
    return "".join(
        found.text or "" if found.tag == _WORDS else _SIGNS.get(found.tag, "") for found in element.iter()
    )
