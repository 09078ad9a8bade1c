"""What a Word document names and does not hold: the links, pictures and notes of damaged ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from clausetree.importing.package import Package
from clausetree.importing.remarks import Kind, Remark
from clausetree.importing.word.names import holds, text_of, w
from clausetree.importing.word.parts import relations_of

_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NAMING = {f"{_RELATED}id", f"{_RELATED}embed", f"{_RELATED}link"}


def settle_relations(package: Package, roots: Mapping[str, Element]) -> Iterator[Remark]:
    """Take out of the parts what leads to nothing, and tell it; the words of links stay.

    Who reads pictures tells of those. Raises NotReadError.
    """
    for name, root in roots.items():
        listed = relations_of(package, name)
        known = {one.get("Id") for one in listed} if listed is not None else set()
        for element in root.iter():
            lost = [key for key in _NAMING.intersection(element.keys()) if element.attrib[key] not in known]
            for key in lost:
                del element.attrib[key]
            if lost and element.tag == w("hyperlink") and not element.get(w("anchor")):
                element.tag = w("smartTag")
                if (words := text_of(element)).strip():
                    yield Remark(Kind.LOST, words)
    held = {w(f"{note}Reference"): _ids(roots, note) for note in ("footnote", "endnote")}
    for root in roots.values():
        yield from _notes(root, held)


def _ids(roots: Mapping[str, Element], note: str) -> set[str | None]:
    return {one.get(w("id")) for root in roots.values() for one in root.iter(w(note))}


def _notes(root: Element, held: Mapping[str, set[str | None]]) -> Iterator[Remark]:
    if not holds(root, held.keys()):
        return
    for paragraph in root.iter(w("p")):
        for reference in paragraph.iter():
            if reference.tag in held and reference.get(w("id")) not in held[reference.tag]:
                reference.tag, reference.attrib = w("proofErr"), {}
                yield Remark(Kind.UNREAD, "a note that is not in the file", text_of(paragraph))
