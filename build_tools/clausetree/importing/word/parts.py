"""The parts of a Word document: those that hold its text, and those that stand beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import basename, dirname, join, normpath
from xml.etree.ElementTree import Element

from clausetree.importing.package import NotReadError, Package, Reason
from clausetree.importing.remarks import Kind, Remark
from clausetree.importing.word.names import text_of, w

_STRICT = (b"http://purl.oclc.org/ooxml/wordprocessingml/main", w("")[1:-1].encode())
_OFFICE = b"http://purl.oclc.org/ooxml/officeDocument/relationships"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = f"{_RELATED}/officeDocument"
_NOTES = (f"{_RELATED}/footnotes", f"{_RELATED}/endnotes")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_RUNNING = re.compile(r"word/(?:header|footer)\d*\.xml")
"""Where all writers of the format keep heads and feet."""


def plainly_named(package: Package) -> Package:
    """Return a document whose XML has the usual names: the strict form of the format has others."""
    return Package(
        {
            name: data.replace(*_STRICT).replace(_OFFICE, _RELATED.encode())
            for name, data in package.parts.items()
        }
    )


def stories_of(package: Package) -> dict[str, Element]:
    """Return the parts with text by their names, the main one first. Raises NotReadError."""
    main, root = _main(package)
    if any(name.endswith("vbaProject.bin") for name in package.parts):
        raise NotReadError(Reason.MACROS)
    listed = relations_of(package, main)
    named = [one for one in listed if one.get("Type") in _NOTES] if listed is not None else []
    found = [normpath(join("/", dirname(main), one.get("Target") or ""))[1:] for one in named]
    usual = [join(dirname(main), f"{part}.xml") for part in ("footnotes", "endnotes")]
    beside = dict.fromkeys((*found, *usual))
    return {main: root, **{name: notes for name in beside if (notes := package.xml(name)) is not None}}


def relations_of(package: Package, name: str) -> Element | None:
    """Return what a part names elsewhere, by ids; None where it names nothing. Raises NotReadError."""
    return package.xml(join(dirname(name), "_rels", f"{basename(name)}.rels"))


def is_dropped(name: str) -> bool:
    """Tell whether a part says nothing any more, once a document was made plainer."""
    return name.endswith(("/numbering.xml", "/comments.xml", "/styles.xml")) or bool(_RUNNING.fullmatch(name))


def _main(package: Package) -> tuple[str, Element]:
    root = package.xml("_rels/.rels")
    targets = (
        []
        if root is None
        else [one.get("Target") or "" for one in root.iter(_RELATIONSHIP) if one.get("Type") == _MAIN]
    )
    main = normpath(targets[0].lstrip("/")) if targets else "word/document.xml"
    if main not in package.parts:
        raise NotReadError(Reason.OTHER_KIND)
    element = package.xml(main)
    if element is None or element.tag != w("document"):
        raise NotReadError(Reason.OTHER_KIND)
    return main, element


def comments(root: Element | None) -> Iterator[Remark]:
    """Yield the comments, with who wrote them."""
    for comment in [] if root is None else root.findall(w("comment")):
        yield Remark(
            Kind.COMMENT, " ".join(map(text_of, comment.iter(w("p")))), more=comment.get(w("author")) or ""
        )


def running(package: Package) -> Iterator[Remark]:
    """Yield what stands at the head or the foot of pages, each once."""
    met = set()
    for name in sorted(package.parts):
        root = package.xml(name) if _RUNNING.fullmatch(name) else None
        for paragraph in () if root is None else root.iter(w("p")):
            words = text_of(paragraph).strip()
            if words and words not in met:
                met.add(words)
                yield Remark(Kind.RUNNING, words)
