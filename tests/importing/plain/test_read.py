"""Plain text and the pages of a PDF, with the numbers that were typed."""

from __future__ import annotations

from time import process_time

import pytest

from clausetree.importing.blocks import Bullet, Heading, Paragraph, Table, spoken
from clausetree.importing.documents import read_file, taken_pages
from clausetree.importing.package import NotReadError, Reason
from clausetree.importing.remarks import Kind
from clausetree.policy.document import Text
from clausetree.publish.unpacking.pdf import read_pdf
from tests.conftest import CASES
from tests.importing.printed import printed, printed_by_libreoffice

_PASTE = """\
Key policy
Owner\tThe office
Review date\tMay 2033
Contents
1.\tKeys\t2
2.\tLocks\t3
1.\tKeys
1.1\tKeep every key.
(a)\tOn you;
(i)\tby day;
(b)\tat home:
•\tin a box;
o\tthat is shut;
•\ton a hook.
2.\tLocks
2.1\tShut every lock.
☐ Shut
"""


def test_a_paste_has_its_labels_bullets_tables_and_headings() -> None:
    taken = read_file("keys.txt", _PASTE.encode())

    def words(text: str) -> tuple[Text]:
        return (Text(text),)

    table, *rest = [block for block in taken.blocks if not (isinstance(block, Heading) and block.level == 1)]
    assert isinstance(table, Table)
    assert [[spoken(cell.blocks[0]) for cell in row] for row in table.rows] == [
        ["Owner", "The office"],
        ["Review date", "May 2033"],
    ]
    assert taken.blocks[0] == Heading(1, "", words("Key policy"))
    assert rest == [
        Heading(2, "1.", words("Keys")),
        Paragraph("1.1", words("Keep every key.")),
        Paragraph("(a)", words("On you;"), 1),
        Paragraph("(i)", words("by day;"), 2),
        Paragraph("(b)", words("at home:"), 1),
        Bullet(words("in a box;"), 0),
        Bullet(words("that is shut;"), 1),
        Bullet(words("on a hook."), 0),
        Heading(2, "2.", words("Locks")),
        Paragraph("2.1", words("Shut every lock.")),
        Paragraph("", words("☐ Shut")),
    ]
    assert len([remark for remark in taken.remarks if remark.kind is Kind.CONTENTS]) == 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_any_usual_encoding_is_read(encoding: str) -> None:
    assert printed(read_file("keys.TXT", "“Keys” – all\r\nof them".encode(encoding)).blocks) == [
        "“Keys” – all of them"
    ]


@pytest.mark.parametrize(
    ("data", "reason"), [(b"", Reason.EMPTY), (b" \n\n", Reason.EMPTY), (b"\0\1\2", Reason.OTHER_KIND)]
)
def test_what_is_no_text_is_refused(data: bytes, reason: Reason) -> None:
    with pytest.raises(NotReadError) as told:
        read_file("keys.txt", data)
    assert told.value.reason is reason


def test_the_pages_of_a_pdf_are_whole_paragraphs_again() -> None:
    folder = CASES / "imported" / "plain"
    pages = [page.words for page in read_pdf((folder / "pages.pdf").read_bytes(), 1_000_000)]
    taken = taken_pages(pages)
    assert printed(taken.blocks) == printed_by_libreoffice(folder / "pages.txt")
    running = [remark.words for remark in taken.remarks if remark.kind is Kind.RUNNING]
    assert running == ["Key policy, version 2", "Page 1 of 11"]


def test_the_list_of_contents_of_a_pdf_is_left_out() -> None:
    pages = [
        "Key policy\nContents\n1. Keys 2\n2. Locks ..... 2",
        "1. Keys\n1.1 Keep every key.\n2. Locks\n2.1 Shut them.",
    ]
    taken = taken_pages(pages)
    assert printed(taken.blocks) == [
        "Key policy",
        "1. Keys",
        "1.1 Keep every key.",
        "2. Locks",
        "2.1 Shut them.",
    ]


def test_a_pdf_without_words_is_a_scan() -> None:
    with pytest.raises(NotReadError) as told:
        taken_pages(["", " \n"])
    assert told.value.reason is Reason.SCANNED


def test_a_page_without_words_is_told() -> None:
    taken = taken_pages(["1.1 Keep every key.", ""])
    assert any(remark.kind is Kind.UNREAD and remark.words.startswith("page 2,") for remark in taken.remarks)


@pytest.mark.parametrize("sign", [". ", "a-\n", "1. a\n", "…", ") "])
def test_a_text_that_is_nothing_but_signs_is_read_in_no_time(sign: str) -> None:
    begun = process_time()
    taken = read_file("keys.txt", f"Contents\n{sign * 20_000}".encode())
    assert taken.blocks
    assert process_time() - begun < 10
