"""Numbers, words and their order are those that LibreOffice prints; each text was written by it."""

from __future__ import annotations

import pytest

from clausetree.importing.documents import read_file
from clausetree.importing.remarks import Kind
from tests.importing.open_document.flat import FOLDER, document, packed
from tests.importing.printed import printed, printed_by_libreoffice


@pytest.mark.parametrize(
    "name",
    [
        "lists.fodt",
        "formats.fodt",
        "uncounted.fodt",
        "outline.fodt",
        "drawn.fodt",
        "word-lists.odt",
        "lone-working.odt",
    ],
)
def test_every_line_is_printed_as_libreoffice_prints_it(name: str) -> None:
    taken = read_file("policy.odt", document(name))
    left = {remark.words for remark in taken.remarks if remark.kind is Kind.CONTENTS}
    expected = printed_by_libreoffice((FOLDER / name).with_suffix(".txt"))
    assert printed(taken.blocks) == [line for line in expected if line not in left]


def test_a_format_that_is_not_known_is_told() -> None:
    flat = (FOLDER / "formats.fodt").read_bytes().replace(b'"First"', '"ア, イ, ウ, ..."'.encode())
    taken = read_file("policy.odt", packed(flat))
    told = [remark for remark in taken.remarks if remark.kind is Kind.FORM]
    assert [remark.words for remark in told] == ["1.", "2.", "26.", "27.", "28."]
    assert {remark.more for remark in told} == {"ア, イ, ウ, ..."}
