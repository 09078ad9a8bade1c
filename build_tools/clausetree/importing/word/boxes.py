"""Text boxes: their paragraphs stand behind the one that they hang on. Word writes each of them twice."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clausetree.importing.remarks import Kind, Remark
from clausetree.importing.word.names import holds, w

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TWO_WAYS = f"{_COMPATIBLE}AlternateContent"
_CHOICE, _FALLBACK = f"{_COMPATIBLE}Choice", f"{_COMPATIBLE}Fallback"
_BOX = w("txbxContent")
BOX = "box"
"""The attribute of what a box was taken out of, and of its paragraphs."""


def settle_boxes(root: Element) -> list[Remark]:
    """Take the text boxes out of a part's drawings, and put their paragraphs behind."""
    waiting = [root] if holds(root, {_TWO_WAYS}) else []
    while waiting:
        parent = waiting.pop()
        parent[:] = [found for element in parent for found in _one_way(element)]
        waiting += parent
    return list(_taken_out(root)) if holds(root, {_BOX}) else []


def _one_way(element: Element) -> Iterator[Element]:
    """Of two ways to say the same, the newer one where a box is in it; else the one that any reader knows."""
    if element.tag != _TWO_WAYS:
        yield element
        return
    choice, fallback = element.find(_CHOICE), element.find(_FALLBACK)
    newer = choice is not None and (fallback is None or next(choice.iter(_BOX), None) is not None)
    chosen = choice if newer else fallback
    for inner in [] if chosen is None else chosen:
        yield from _one_way(inner)


def _taken_out(root: Element) -> Iterator[Remark]:
    parents = {inner: outer for outer in root.iter() for inner in outer}
    for box in list(root.iter(_BOX)):
        host, element = _host(box, parents)
        if host is None or element is None:
            continue
        words = "".join(text.text or "" for text in box.iter(w("t")))
        parents[box].remove(box)
        parents[box].set(BOX, "1")
        behind = list(host).index(element) + 1
        while behind < len(host) and host[behind].get(BOX):
            behind += 1
        for inner in list(box):
            inner.set(BOX, "1")
            host.insert(behind, inner)
            parents[inner] = host
            behind += 1
        if words.strip():
            yield Remark(Kind.BOX, words, "".join(text.text or "" for text in element.iter(w("t"))))


def _host(box: Element, parents: dict[Element, Element]) -> tuple[Element | None, Element | None]:
    """Return what holds the outermost paragraph around a box, and that paragraph."""
    element: Element | None = box
    paragraph = None
    while element is not None:
        if element.tag == w("p"):
            paragraph = element
        element = parents.get(element)
    return (parents.get(paragraph), paragraph) if paragraph is not None else (None, None)
