"""A file that was made to hang or to break the program is told, and all else is read."""

from __future__ import annotations

import gzip
import io
import plistlib
import tarfile
import zlib
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import typst

from clausetree.publish.sources.kept import NotRead, read_kept
from clausetree.publish.unpacking.limits import Limits
from clausetree.publish.unpacking.part import Reason, TextPart
from clausetree.publish.unpacking.parts import parts_of

from .test_parts import opened, zipped


def zip_of_a_later_version() -> bytes:
    content = bytearray(zipped({"a.html": b"one"}))
    content[content.index(b"PK\x01\x02") + 6] = 255
    return bytes(content)


def tar_of_heads_without_end() -> bytes:
    made = io.BytesIO()
    for _ in range(5_000):
        head = tarfile.TarInfo("././@LongLink")
        head.type = tarfile.GNUTYPE_LONGNAME
        made.write(head.tobuf(tarfile.GNU_FORMAT))
    return made.getvalue()


def mail_within_mail() -> bytes:
    heads = (
        f'Subject: x\nContent-Type: multipart/mixed; boundary="{at}"\n\n--{at}\n'.encode()
        for at in range(3_000)
    )
    return b"".join(heads)


BREAK = {
    "later.zip": (zip_of_a_later_version(), Reason.OTHER_ARCHIVE),
    "heads.tar": (tar_of_heads_without_end(), Reason.DAMAGED),
    "deep.eml": (mail_within_mail(), Reason.DAMAGED),
}


@pytest.mark.parametrize("name", BREAK)
def test_what_breaks_a_library_is_told(tmp_path: Path, name: str) -> None:
    content, reason = BREAK[name]
    assert reason in opened(tmp_path, name, content).values()
    assert isinstance(read_kept(tmp_path / name), NotRead)


def test_a_document_with_elements_within_each_other_is_read(tmp_path: Path) -> None:
    within = 20_000
    xml = b"<document>" + b"<p>" * within + b"words" + b"</p>" * within + b"</document>"
    (tmp_path / "deep.docx").write_bytes(zipped({"word/document.xml": xml}))
    assert not isinstance(read_kept(tmp_path / "deep.docx"), NotRead)


def binary(archive: dict[str, Any]) -> bytes:
    return plistlib.dumps(archive, fmt=plistlib.FMT_BINARY)


def frames_within_frames() -> bytes:
    """Return an archive of 1 kB of which each of 40 frames holds the next one twice."""
    frame: dict[str, Any] = {"WebMainResource": {"WebResourceData": b"one"}}
    for _ in range(40):
        frame = {"WebMainResource": {"WebResourceData": b"one"}, "WebSubframeArchives": [frame, frame]}
    return binary(frame)


def test_a_web_archive_that_claims_more_than_it_holds_is_not_read(tmp_path: Path) -> None:
    huge = binary({"WebMainResource": {"WebResourceData": 10**12}})
    for archive in (huge, frames_within_frames()):
        assert Reason.OTHER_PROGRAM in opened(tmp_path, "page.webarchive", archive).values()


def test_all_of_a_course_is_bounded_by_what_is_unpacked(tmp_path: Path) -> None:
    many = zipped({f"{at}.html": b" " * 1_000_000 for at in range(50)})
    (tmp_path / "course.zip").write_bytes(many)
    texts = [
        part.text
        for part in parts_of(tmp_path / "course.zip", Limits(of_all=3_000_000))
        if isinstance(part, TextPart)
    ]
    assert sum(map(len, texts)) <= 3_000_000
    assert opened(tmp_path, "course.zip", many, Limits(of_all=3_000_000))["course.zip"] is Reason.TOO_MUCH


def test_a_pdf_is_bounded_by_what_is_packed_in_it(tmp_path: Path) -> None:
    stream = b"stream\n" + zlib.compress(b"x" * 5_000_000) + b"\nendstream\n"
    made = typst.compile(b'#set document(title: "A")\nWords.') + stream * 20
    found = opened(tmp_path, "a.pdf", made)
    assert Reason.TOO_LARGE in found.values()


LONG = 12
"""Seconds: what is done in time that grows with the length needs a tenth of that."""
QUICK = {
    "many small pieces of gzip": ("a.gz", gzip.compress(b"x") * 60_000),
    "many beginnings of packed data in a PDF": (
        "a.pdf",
        typst.compile(b"Words.") + (b"stream\n" + zlib.compress(b"x" * 9) + b"\n") * 100_000,
    ),
    "a long word among the links of Word": (
        "a.docx",
        zipped({"word/_rels/a.xml.rels": b"<Relationship " + b"a" * 400_000 + b">"}),
    ),
    "elements that are never closed": ("a.html", b"<p>one</b>" * 50_000),
}


@pytest.mark.parametrize("case", QUICK)
def test_the_time_does_not_grow_with_the_square_of_the_length(tmp_path: Path, case: str) -> None:
    name, content = QUICK[case]
    (tmp_path / name).write_bytes(content)
    start = process_time()
    assert list(parts_of(tmp_path / name))
    assert process_time() - start < LONG
