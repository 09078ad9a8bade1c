"""A zip says nothing of when and by whom it was made."""

from __future__ import annotations

import time
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from clausetree.publish.files.zip_archive import read_zip, write_zip

FILES = (("b.txt", b"b" * 100), ("a/c.png", b"c"))


def test_the_bytes_follow_from_the_files_and_the_date(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = BytesIO(), BytesIO()
    for target, year in ((first, 2026), (second, 2031)):
        monkeypatch.setattr(time, "localtime", lambda *_, year=year: time.struct_time((year, *[1] * 8)))
        write_zip(target, FILES, is_packed=lambda name: not name.endswith(".png"))
    assert first.getvalue() == second.getvalue()
    entries = ZipFile(first).infolist()
    assert [(e.filename, e.compress_type) for e in entries] == [
        ("b.txt", ZIP_DEFLATED),
        ("a/c.png", ZIP_STORED),
    ]
    assert {(e.date_time, e.external_attr >> 16) for e in entries} == {((1980, 1, 1, 0, 0, 0), 0o100644)}


def test_what_is_written_is_read_again_without_folders(tmp_path: Path) -> None:
    target = tmp_path / "made.zip"
    write_zip(target, [*FILES, ("a/", b"")], date=(2020, 1, 2, 3, 4, 6))
    assert read_zip(target) == dict(FILES)
    assert ZipFile(target).infolist()[0].date_time == (2020, 1, 2, 3, 4, 6)


def test_a_date_before_all_zips_counts_as_their_first() -> None:
    target = BytesIO()
    write_zip(target, FILES, date=(1970, 1, 1, 0, 0, 0))
    assert {entry.date_time for entry in ZipFile(target).infolist()} == {(1980, 1, 1, 0, 0, 0)}
