"""A document that is damaged, locked or hostile is refused, and says why."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from clausetree.importing.documents import read_file
from clausetree.importing.package import NotReadError, Reason
from tests.importing.open_document.flat import FOLDER, packed

_FLAT = (FOLDER / "lists.fodt").read_bytes()
_LOCKED = b"<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"


def _without_text() -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as archive:
        archive.writestr("readme.txt", "no document")
    return made.getvalue()


def _deep(count: int) -> bytes:
    spans = b"<text:p>" + b"<text:span>" * count + b"deep" + b"</text:span>" * count + b"</text:p>"
    return packed(_FLAT.replace(b"<office:text>", b"<office:text>" + spans, 1))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.DAMAGED),
        (b"PK\x03\x04 and no more", Reason.DAMAGED),
        (packed(_FLAT)[:-300], Reason.DAMAGED),
        (packed(b"<office:document>"), Reason.DAMAGED),
        (_without_text(), Reason.OTHER_KIND),
        (packed(_FLAT.replace(b"office:text>", b"office:spreadsheet>")), Reason.OTHER_KIND),
        (packed(_FLAT, **{"META-INF/manifest.xml": _LOCKED}), Reason.LOCKED),
        (packed(_FLAT, **{"Basic/Standard/Module1.xml": b"<script:module/>"}), Reason.MACROS),
        (packed(_FLAT, **{"Scripts/python/greet.py": b"print()"}), Reason.MACROS),
        (packed(_FLAT.replace(b"?>", b'?><!DOCTYPE a [<!ENTITY b "c">]>', 1)), Reason.UNSAFE),
        (_deep(300), Reason.UNSAFE),
    ],
)
def test_it_is_refused(data: bytes, reason: Reason) -> None:
    with pytest.raises(NotReadError) as told:
        read_file("policy.odt", data)
    assert told.value.reason is reason


def test_a_list_of_macros_that_lists_none_is_no_macro() -> None:
    empty = {
        "Basic/script-lc.xml": b"<library:libraries/>",
        "Basic/Standard/script-lb.xml": b"<library:library/>",
    }
    assert read_file("policy.odt", packed(_FLAT, **empty)).blocks


def test_spans_as_deep_as_is_allowed_are_read() -> None:
    assert read_file("policy.odt", _deep(140)).blocks
