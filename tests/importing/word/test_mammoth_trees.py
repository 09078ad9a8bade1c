"""What mammoth is given of a part is what it would read of it itself."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import mammoth.docx.xmlparser
import pytest
from mammoth import writers
from mammoth.docx import office_xml

from clausetree.importing.package import NotReadError, read_xml
from clausetree.importing.word.mammoth_trees import as_mammoth_has_it, between_trees

FOLDER = Path(__file__).parents[2] / "cases" / "imported"
DOCUMENTS = sorted(FOLDER.glob("*/*.docx"))
PREFIXES = office_xml._namespaces


def joined(element: mammoth.docx.xmlparser.XmlElement) -> tuple[object, ...]:
    """An element with words that follow each other as one: mammoth parts them where a comment stood."""
    children: list[object] = []
    for child in element.children:
        if isinstance(child, mammoth.docx.xmlparser.XmlElement):
            children.append(joined(child))
        elif children and isinstance(children[-1], str):
            children[-1] += child.value
        else:
            children.append(child.value)
    return element.name, element.attributes, tuple(children)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_each_part_is_read_as_mammoth_reads_it(path: Path) -> None:
    with ZipFile(path) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels"))]
    assert parts
    for part in parts:
        own = mammoth.docx.xmlparser.parse_xml(BytesIO(part), PREFIXES)
        assert joined(as_mammoth_has_it(read_xml(part, ""), PREFIXES)) == joined(own)


def test_mammoth_is_left_as_it_was() -> None:
    own = office_xml.parse_xml, writers.writer
    with ZipFile(BytesIO(), "w") as archive:
        archive.writestr("styles.xml", '<!DOCTYPE w [<!ENTITY word "harmless">]><w>&word;</w>')
        with pytest.raises(NotReadError), between_trees({}):
            office_xml.read(archive.open("styles.xml"))
    assert (office_xml.parse_xml, writers.writer) == own
