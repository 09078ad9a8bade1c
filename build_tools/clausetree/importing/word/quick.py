"""What makes a long document quick to read: a quarter of the time of an import each (0041)."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import IO
from xml.etree.ElementTree import Element

from mammoth.docx import office_xml
from mammoth.docx.xmlparser import XmlElement, XmlText

from clausetree.importing.package import read_xml


@contextmanager
def all_is_kept() -> Iterator[None]:
    """Do not look, meanwhile, for objects that nobody needs: of a document, nearly all stay."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@contextmanager
def parts_read(roots: Mapping[str, Element]) -> Iterator[None]:
    """Have mammoth take parts, meanwhile, from `roots` by their names, and read all others by ElementTree.

    Its own way makes a whole `minidom` of each part first. Raises NotReadError for a part that cannot be read.
    """

    def read(part: IO[bytes], namespaces: Sequence[tuple[str, str]]) -> XmlElement:
        name = getattr(part, "name", "")
        return as_mammoth_has_it(roots[name] if name in roots else read_xml(part.read(), name), namespaces)

    own = office_xml.parse_xml
    office_xml.parse_xml = read
    try:
        yield
    finally:
        office_xml.parse_xml = own


def as_mammoth_has_it(root: Element, namespaces: Sequence[tuple[str, str]]) -> XmlElement:
    """Return an element with all within it, the names by the prefixes of `namespaces`."""
    prefixes = {address: prefix for prefix, address in namespaces}

    @cache
    def name(full: str) -> str:
        address, found, local = full[1:].partition("}")
        return f"{prefixes[address]}:{local}" if found and address in prefixes else full

    def taken(element: Element) -> XmlElement:
        children = [XmlText(element.text)] if element.text else []
        for child in element:
            children.append(taken(child))
            if child.tail:
                children.append(XmlText(child.tail))
        return XmlElement(name(element.tag), {name(key): said for key, said in element.items()}, children)

    return taken(root)
