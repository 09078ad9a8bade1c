"""The parts of a document for mammoth, which are read already: its own way takes twice as long (0041)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from threading import Lock
from xml.etree.ElementTree import Element
from zipfile import ZipExtFile

from mammoth.docx import office_xml
from mammoth.docx.xmlparser import XmlElement, XmlText

from clausetree.importing.package import read_xml

_ONE_AT_A_TIME = Lock()
"""mammoth has one way to read a part for everybody."""


@contextmanager
def parts_read(roots: Mapping[str, Element]) -> Iterator[None]:
    """Have mammoth take parts, meanwhile, from `roots` by their names, and read all others by ElementTree.

    Its own way makes a whole `minidom` of each part first. Raises NotReadError for a part that cannot be read.
    """

    def read(part: ZipExtFile, namespaces: Sequence[tuple[str, str]]) -> XmlElement:
        known = roots.get(part.name)
        return as_mammoth_has_it(read_xml(part.read(), part.name) if known is None else known, namespaces)

    with _ONE_AT_A_TIME:
        own, office_xml.parse_xml = office_xml.parse_xml, read
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
