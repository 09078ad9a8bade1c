"""Documents that are not read: a reason, bounded time and memory, and nothing else."""

from __future__ import annotations

import gc
import tracemalloc
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from clausetree.importing.documents import read_file
from clausetree.importing.package import NotReadError, Reason, open_package, read_xml

from .word.documents import docx, paragraph

GOOD = docx(paragraph("Words"))


def changed(name: str, data: bytes) -> bytes:
    """A good document with another part, or one more."""
    made = BytesIO()
    with ZipFile(BytesIO(GOOD)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info.filename, old.read(info))
        new.writestr(name, data)
    return made.getvalue()


def test_what_can_go_is_looked_for_again_after_a_document_that_cannot_be_read() -> None:
    with pytest.raises(NotReadError):
        read_file("policy.docx", b"no zip")
    assert gc.isenabled()


def reason(name: str, data: bytes) -> Reason:
    with pytest.raises(NotReadError) as raised:
        read_file(name, data)
    return raised.value.reason


def test_a_document_with_a_password_is_said_to_have_one() -> None:
    compound = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    assert reason("p.docx", compound + "EncryptedPackage".encode("utf-16-le")) is Reason.LOCKED
    assert reason("p.docx", compound) is Reason.OLD


def test_macros_are_not_taken() -> None:
    assert reason("p.docx", changed("word/vbaProject.bin", b"x")) is Reason.MACROS
    assert reason("p.docm", GOOD) is Reason.MACROS


@pytest.mark.parametrize("cut", [0, 1, 10, len(GOOD) // 2, len(GOOD) - 5])
def test_what_was_cut_off_is_damaged(cut: int) -> None:
    assert reason("p.docx", GOOD[:cut]) is Reason.DAMAGED


def test_a_part_that_is_no_xml_is_damaged() -> None:
    assert reason("p.docx", changed("word/document.xml", b"<w:document>")) is Reason.DAMAGED


def test_a_part_that_declares_anything_is_refused() -> None:
    data = b"<!DOCTYPE w><w/>"
    assert reason("p.docx", changed("word/styles.xml", data)) is Reason.UNSAFE


def test_another_kind_of_zip_is_no_document() -> None:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert reason("p.docx", made.getvalue()) is Reason.OTHER_KIND
    assert reason("p.xlsx", GOOD) is Reason.OTHER_KIND


def test_what_unpacks_to_far_more_than_it_is_takes_no_memory() -> None:
    large = changed("word/media/a.bmp", bytes(60_000_000))
    tracemalloc.start()
    assert reason("p.docx", large) is Reason.TOO_LARGE
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_elements_in_one_another_without_end_are_refused() -> None:
    with pytest.raises(NotReadError):
        read_xml(b"<a>" * 1000 + b"</a>" * 1000, "part")


def test_a_good_one_is_read() -> None:
    assert "word/document.xml" in open_package(GOOD).parts
