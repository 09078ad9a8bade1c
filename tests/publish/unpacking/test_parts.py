"""Everything in a course is read, or told; and nothing is read without end."""

from __future__ import annotations

import gzip
import io
import tarfile
import zlib
from base64 import b64encode
from email.message import EmailMessage
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import typst

from clausetree.publish.unpacking.limits import Limits
from clausetree.publish.unpacking.part import MediaPart, Reason, TextPart, UnreadPart
from clausetree.publish.unpacking.parts import parts_of

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)
NOISE = bytes(range(256)) * 20


def zipped(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w:gz") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return made.getvalue()


def opened(
    folder: Path, name: str, content: bytes, limits: Limits | None = None
) -> dict[str, str | Reason | None]:
    """Return what is in a file: its texts, why it was not read, and None for a picture."""
    (folder / name).write_bytes(content)
    found: dict[str, str | Reason | None] = {}
    for part in parts_of(folder / name, limits):
        match part:
            case TextPart(name=inner, text=text):
                found.setdefault(inner, text)
            case UnreadPart(name=inner, reason=reason):
                found[inner] = reason
            case MediaPart(name=inner):
                found[inner] = None
    return found


def test_a_backup_of_moodle_is_read_by_what_its_files_are(tmp_path: Path) -> None:
    backup = tarred({"files/ab/abcd": b"<p>one</p>", "files/cd/cdef": PNG, "moodle_backup.xml": b"<x/>"})
    assert opened(tmp_path, "course.mbz", backup) == {
        "course.mbz/files/ab/abcd": "<p>one</p>",
        "course.mbz/files/cd/cdef": None,
        "course.mbz/moodle_backup.xml": "<x/>",
    }


def test_films_in_a_backup_are_passed_over_and_do_not_count(tmp_path: Path) -> None:
    film = b"\x00\x00\x00\x18ftypmp42" + bytes(3_000_000)
    backup = tarred({"files/ab/film": film, "files/cd/cdef": b"<p>one</p>"})
    few = Limits(of_one=100_000, of_all=200_000)
    assert opened(tmp_path, "course.mbz", backup, few) == {
        "course.mbz/files/ab/film": None,
        "course.mbz/files/cd/cdef": "<p>one</p>",
    }
    assert opened(tmp_path, "course.zip", zipped({"a.mbz": backup}), few) == {
        "a.mbz/files/ab/film": None,
        "a.mbz/files/cd/cdef": "<p>one</p>",
    }
    assert Reason.TOO_LARGE in opened(tmp_path, "a.mbz", backup, Limits(passed=1_000_000)).values()


def test_a_tar_that_is_damaged_in_its_middle_is_not_called_read(tmp_path: Path) -> None:
    content = bytearray(gzip.decompress(tarred({"a.html": b"one", "b.html": b"two"})))
    content[1024:1030] = b"XXXXXX"
    assert opened(tmp_path, "course.tar", bytes(content)) == {
        "course.tar/a.html": "one",
        "course.tar": Reason.DAMAGED,
    }


def test_what_is_attached_to_a_message_is_read(tmp_path: Path) -> None:
    message = EmailMessage()
    message["Subject"], message["From"] = "The course", "a@example.org"
    message.set_content("Words with = signs and é", cte="quoted-printable")
    message.add_attachment(zipped({"a.txt": b"one"}), "application", "zip", filename="course.zip")
    found = opened(tmp_path, "mail.eml", bytes(message))
    assert found["mail.eml/text/plain"] == "Words with = signs and é\n"
    assert found["mail.eml/course.zip/a.txt"] == "one"


UNREAD = {
    "player.swf": (b"CWS\x0a" + NOISE, Reason.OTHER_PROGRAM),
    "course.7z": (b"7z\xbc\xaf\x27\x1c" + NOISE, Reason.OTHER_ARCHIVE),
    "old.ppt": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NOISE, Reason.OLD_OFFICE),
    "locked.docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        Reason.LOCKED,
    ),
    "broken.pdf": (b"%PDF-1.7\nnothing", Reason.DAMAGED),
    "half.h5p": (zipped({"content.json": NOISE})[:60], Reason.DAMAGED),
    "half.json.gz": (gzip.compress(NOISE)[:60], Reason.DAMAGED),
    "data.js": (b"d='" + b64encode(NOISE[1:] * 4) + b"'", Reason.CODED),
    "page.html": (b"<meta charset=shift_jis>\x82\xa0\x82\x20\xff", Reason.LETTERS),
}


@pytest.mark.parametrize("name", UNREAD)
def test_what_cannot_be_read_is_told_with_the_reason(tmp_path: Path, name: str) -> None:
    content, reason = UNREAD[name]
    assert reason in opened(tmp_path, name, content).values()


def test_plain_words_in_a_file_of_another_program_are_read_all_the_same(tmp_path: Path) -> None:
    content = (
        b"CWS\x0a" + NOISE + "https://example.org/#c1".encode("utf-16-le") + b"\0\1https://example.org/#c2\0"
    )
    (tmp_path / "player.swf").write_bytes(content)
    texts = [part.text for part in parts_of(tmp_path / "player.swf") if isinstance(part, TextPart)]
    assert "https://example.org/#c1" in texts[0]
    assert "https://example.org/#c2" in texts[0]


def test_a_file_of_an_archive_that_is_locked_is_told(tmp_path: Path) -> None:
    content = bytearray(zipped({"a.html": b"one"}))
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    assert opened(tmp_path, "course.zip", bytes(content)) == {"a.html": Reason.LOCKED}


def test_a_small_archive_of_endless_data_is_not_unpacked(tmp_path: Path) -> None:
    bomb = zipped({"a.html": b" " * 5_000_000, "b.html": b"one"})
    assert opened(tmp_path, "course.zip", bomb, Limits(of_one=100_000)) == {
        "a.html": Reason.TOO_LARGE,
        "b.html": "one",
    }
    packed = gzip.compress(b" " * 5_000_000)
    assert opened(tmp_path, "a.json.gz", packed, Limits(of_one=100_000)) == {"a.json.gz": Reason.TOO_LARGE}


def test_archives_within_archives_are_opened_so_far_and_no_further(tmp_path: Path) -> None:
    content, name = b"one", "a.txt"
    for _ in range(10):
        content, name = zipped({name: content}), "a.zip"
    found = opened(tmp_path, "course.zip", content)
    assert list(found.values()) == [Reason.TOO_DEEP]


def test_more_than_is_read_of_one_course_is_told(tmp_path: Path) -> None:
    many = zipped({f"{number}.html": b"one" for number in range(20)})
    found = opened(tmp_path, "course.zip", many, Limits(files=5))
    assert found["course.zip"] is Reason.TOO_MUCH
    assert len(found) < 10


def test_what_computers_leave_in_folders_is_nothing_to_read(tmp_path: Path) -> None:
    files = {
        "__MACOSX/._a": b"\0\5\x16\7",
        ".DS_Store": b"\0\0\0\1Bud1",
        "Thumbs.db": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    }
    assert set(opened(tmp_path, "course.zip", zipped(files)).values()) == {None}


def test_a_pdf_has_its_words_its_links_and_what_stands_beside_its_pages(tmp_path: Path) -> None:
    source = '#set document(title: "A")\n= Heading\nWords. #link("https://example.org/#c1")[clause 1]'
    made = typst.compile(source.encode())
    (tmp_path / "a.pdf").write_bytes(made)
    text = "\n".join(part.text for part in parts_of(tmp_path / "a.pdf") if isinstance(part, TextPart))
    assert "Words. clause 1" in text
    assert "https://example.org/#c1" in text


def test_what_a_script_in_a_pdf_opens_is_found_though_no_page_has_it(tmp_path: Path) -> None:
    script = zlib.compress(b'app.launchURL("https://example.org/#c2");')
    made = typst.compile(b'#set document(title: "A")\nWords.')
    stream = b"\n99 0 obj\n<</Filter /FlateDecode>>\nstream\n" + script + b"\nendstream\nendobj\n"
    (tmp_path / "a.pdf").write_bytes(made.replace(b"\nxref", stream + b"xref", 1) + stream)
    texts = [part.text for part in parts_of(tmp_path / "a.pdf") if isinstance(part, TextPart)]
    assert any("https://example.org/#c2" in text for text in texts)
