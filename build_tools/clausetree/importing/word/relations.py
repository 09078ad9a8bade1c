"""What a Word document names and does not hold: the links, pictures and notes of damaged ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import basename, dirname
from xml.etree.ElementTree import Element

from clausetree.importing.package import Package
from clausetree.importing.remarks import Kind, Remark
from clausetree.importing.word.names import each, text_of, w

_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_NAMING = {f"{_RELATED}id", f"{_RELATED}embed", f"{_RELATED}link"}
_NOTES = {w("footnoteReference"): "footnotes", w("endnoteReference"): "endnotes"}


def settle_relations(package: Package, roots: Mapping[str, Element]) -> Iterator[Remark]:
    """Take out of the parts what leads to nothing, and tell it; words stay. Who reads pictures tells of those.

    Raises NotReadError.
    """
    for name, root in roots.items():
        listed = package.xml(f"{dirname(name)}/_rels/{basename(name)}.rels")
        known = {one.get("Id") for one in listed} if listed is not None else set()
        for element in root.iter():
            for key in _NAMING.intersection(element.keys()):
                if element.attrib[key] in known:
                    continue
                del element.attrib[key]
                if element.tag == w("hyperlink"):
                    element.tag = w("smartTag")
                    yield Remark(Kind.LOST, text_of(element))
    yield from _notes(roots)


def _notes(roots: Mapping[str, Element]) -> Iterator[Remark]:
    main = next(iter(roots))
    for paragraph in list(roots[main].iter(w("p"))):
        for reference in list(each(paragraph, "footnoteReference", "endnoteReference")):
            kind = _NOTES[reference.tag]
            notes = roots.get(f"{dirname(main)}/{kind}.xml")
            if notes is None or all(note.get(w("id")) != reference.get(w("id")) for note in notes):
                reference.tag, reference.attrib = w("proofErr"), {}
                yield Remark(Kind.UNREAD, "a note that is not in the file", text_of(paragraph))
