"""mammoth takes parts that are read already and gives nodes; its own way, by text, is half as fast (0041)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from threading import Lock
from xml.etree.ElementTree import Element
from zipfile import ZipExtFile

from mammoth import writers
from mammoth.docx import office_xml
from mammoth.docx.xmlparser import XmlElement, XmlText
from mammoth.writers.abc import Writer

from clausetree.importing.html import nodes
from clausetree.importing.package import read_xml

_ONE_AT_A_TIME = Lock()
"""mammoth has one way to read a part, and one to write, for everybody."""


@contextmanager
def between_trees(roots: Mapping[str, Element]) -> Iterator[nodes.Element]:
    """Have mammoth take parts, meanwhile, from `roots` by their names, and read all others by ElementTree.

    Its own way makes a whole `minidom` of each part first. Yields what the HTML that it makes is put into.
    Raises NotReadError for a part that cannot be read.
    """
    made = nodes.Element("#document", {})

    def read(part: ZipExtFile, namespaces: Sequence[tuple[str, str]]) -> XmlElement:
        known = roots.get(part.name)
        return as_mammoth_has_it(read_xml(part.read(), part.name) if known is None else known, namespaces)

    with _ONE_AT_A_TIME:
        own = office_xml.parse_xml, writers.writer
        office_xml.parse_xml, writers.writer = read, lambda _: _Nodes(made)
        try:
            yield made
        finally:
            office_xml.parse_xml, writers.writer = own


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


class _Nodes(Writer):  # type: ignore[misc]  # mammoth has no types
    """Writes what mammoth makes as nodes."""

    def __init__(self, into: nodes.Element) -> None:
        self._within = into

    def text(self, text: str) -> None:
        self._within.children.append(text)

    def start(self, name: str, attributes: Mapping[str, str] | None = None) -> None:
        self._within = self._within.put(name, attributes)

    def end(self, name: str) -> None:
        assert self._within.around is not None, name
        self._within = self._within.around

    def self_closing(self, name: str, attributes: Mapping[str, str] | None = None) -> None:
        self._within.put(name, attributes)

    def append(self, html: str) -> None:
        raise NotImplementedError(html)

    def as_string(self) -> str:
        return ""
