"""Pictures and drawings of a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import normpath
from xml.etree.ElementTree import Element

from clausetree.importing.open_document.names import inner, named, said
from clausetree.importing.pictures import kind_of
from clausetree.importing.remarks import Kind, Remark
from clausetree.policy.document import Inline, Picture

_WITH_WORDS = ("text:p", "text:list", "text:h")


class Pictures:
    """Takes the pictures that are shown. `taken` are those so far, by the names that they get."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """Take the parts of a document."""
        self._parts = parts
        self.taken: dict[str, bytes] = {}

    def drawn(self, element: Element, boxes: list[Element], remarks: list[Remark]) -> Iterator[Inline]:
        """Yield the pictures in a drawing. What holds words is added to the boxes."""
        match named(element):
            case "draw:frame":
                yield from self._framed(element, boxes, remarks)
            case "draw:a" | "draw:g":
                for child in element:
                    if named(child).startswith("draw:"):
                        yield from self.drawn(child, boxes, remarks)
            case _ if any(True for _ in inner(element, *_WITH_WORDS)):
                boxes.append(element)
            case "draw:control" | "draw:glue-point":
                pass
            case _:
                remarks.append(Remark(Kind.DRAWING, _words(element) or said(element, "draw:name")))

    def _framed(self, frame: Element, boxes: list[Element], remarks: list[Remark]) -> Iterator[Inline]:
        found = list(inner(frame, "draw:text-box"))
        if found:
            boxes += found
            return
        if any(True for _ in inner(frame, "draw:object", "draw:object-ole")):
            remarks.append(Remark(Kind.DRAWING, _words(frame) or said(frame, "draw:name")))
            return
        images = [(image, self._data(image)) for image in inner(frame, "draw:image")]
        shown = next(((data, kind) for _, data in images if (kind := kind_of(data))), None)
        words = _words(frame)
        if shown is None:
            if images:
                kind = said(images[0][0], "xlink:href").rpartition(".")[2]
                remarks.append(Remark(Kind.NOT_SHOWN, words, more=kind))
            return
        name = f"picture-{len(self.taken) + 1}.{shown[1]}"
        self.taken[name] = shown[0]
        if not words and said(frame, "loext:decorative") != "true":
            remarks.append(Remark(Kind.NO_WORDS, name))
        yield Picture(name, words)

    def _data(self, image: Element) -> bytes:
        return self._parts.get(normpath(said(image, "xlink:href") or "-"), b"")


def _words(frame: Element) -> str:
    """Return the words for those who do not see it: its title, and what describes it."""
    found = (" ".join("".join(said.itertext()).split()) for said in inner(frame, "svg:title", "svg:desc"))
    return ". ".join(dict.fromkeys(filter(None, found)))
