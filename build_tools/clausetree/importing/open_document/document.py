"""An OpenDocument text, opened and read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from clausetree.importing.blocks import Block
from clausetree.importing.changes import ChangedError, Settle, remark_of
from clausetree.importing.open_document.changes import settled
from clausetree.importing.open_document.names import inner, named, q, said
from clausetree.importing.open_document.pictures import Pictures
from clausetree.importing.open_document.read import Reader
from clausetree.importing.open_document.styles import Styles
from clausetree.importing.package import NotReadError, Package, Reason, is_deeper, open_package
from clausetree.importing.remarks import Kind, Remark

_MACRO = re.compile(r"Scripts/|Basic/[^/]+/(?!script-l[bc]\.xml\Z)")
"""A list of libraries may be there that has nothing in it."""
_DEPTH = 150
"""Elements within elements: ten lists in a table in a section have a third of it."""


@dataclass(frozen=True, slots=True)
class Read:
    """A document as blocks, its pictures by the names that these give them, and what there is to be told."""

    blocks: list[Block]
    pictures: dict[str, bytes]
    remarks: tuple[Remark, ...]
    properties: dict[str, str]


def read_open_document(data: bytes, how: Settle | None = None) -> Read:
    """Read a document. Raises NotReadError, and ChangedError where changes are tracked and `how` is None."""
    package = open_package(data)
    if b"encryption-data" in package.parts.get("META-INF/manifest.xml", b""):
        raise NotReadError(Reason.LOCKED)
    if any(map(_MACRO.match, package.parts)):
        raise NotReadError(Reason.MACROS)
    content, styles = package.xml("content.xml"), package.xml("styles.xml")
    text = _text(content)
    found = settled(text, how)
    if found and how is None:
        raise ChangedError(found)
    remarks = [remark_of(one, how or Settle.ACCEPT) for one in found]
    pictures = Pictures(package.parts)
    known = Styles((content, styles))
    reader = Reader(known, pictures)
    blocks = reader.read(text)
    remarks += [*reader.remarks, *_running(styles)]
    return Read(
        blocks,
        pictures.taken,
        tuple(remarks),
        {**_properties(package), **({"language": known.language} if known.language else {})},
    )


def _text(content: Element | None) -> Element:
    body = next(inner(content, "office:body"), None)
    text = next(inner(body, "office:text"), None)
    if text is None:
        raise NotReadError(Reason.OTHER_KIND)
    if is_deeper(text, _DEPTH):
        raise NotReadError(Reason.UNSAFE, "content.xml")
    return text


def _running(styles: Element | None) -> Iterator[Remark]:
    met = set()
    for masters in inner(styles, "office:master-styles"):
        for part in masters.iter():
            if (
                not named(part).startswith(("style:header", "style:footer"))
                or said(part, "style:display") == "false"
            ):
                continue
            for paragraph in part.iter(q("text:p")):
                words = " ".join("".join(paragraph.itertext()).split())
                if words and words not in met:
                    met.add(words)
                    yield Remark(Kind.RUNNING, words)


def _properties(package: Package) -> dict[str, str]:
    """Return the properties that the document says of itself, by their names."""
    for meta in inner(package.xml("meta.xml"), "office:meta"):
        return {element.tag.rpartition("}")[2]: (element.text or "").strip() for element in meta}
    return {}
