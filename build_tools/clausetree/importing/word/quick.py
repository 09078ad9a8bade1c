"""What makes a long document quick to read: a quarter of the time of an import each (0041)."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import IO
from xml.etree.ElementTree import Element

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


def read_part(part: IO[bytes], namespaces: Sequence[tuple[str, str]] | None = None) -> XmlElement:
    """Return the root of an XML part as mammoth has it, the names by the prefixes of `namespaces`.

    mammoth's own way makes a whole `minidom` of each part first. Raises NotReadError.
    """
    prefixes = {address: prefix for prefix, address in namespaces or ()}

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

    return taken(read_xml(part.read(), getattr(part, "name", "")))
