"""Documents that stand in one file of XML, as a zip of parts."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from tests.conftest import CASES

FOLDER = CASES / "imported" / "open_document"


def packed(flat: bytes, **others: bytes) -> bytes:
    """Return a document as a program keeps it: each part takes what it has of the one file."""
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        for name in ("content.xml", "styles.xml", "meta.xml"):
            archive.writestr(name, flat)
        for name, data in others.items():
            archive.writestr(name, data)
    return made.getvalue()


def document(name: str) -> bytes:
    """Return one of the cases."""
    path = FOLDER / name
    return packed(path.read_bytes()) if path.suffix == ".fodt" else path.read_bytes()
