"""A copy is what it is, whichever program saved it; and of what cannot be read, that is said."""

from __future__ import annotations

import io
import plistlib
import re
from collections.abc import Callable
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from html import escape
from zipfile import ZipFile

import pytest

from clausetree.publish.printing.documents import Edition
from clausetree.publish.sources.policies import read_policy
from clausetree.render.typst.document import to_typst
from tests.history.desk import Desk, text_of

from .conftest import Life, Verify

IS_IT = "This is version 2.0 of Borrowing equipment, word for word."
NEAREST = (
    "This is no released version. It is nearest to version 2.0 of Borrowing equipment, and differs from it:"
)


def page_of(life: Life) -> str:
    return (life[1] / "index.html").read_text(encoding="utf-8")


def pdf_of(markdown: str) -> bytes:
    policy = read_policy(markdown, "borrowing.md", {}, {})
    assert policy is not None
    return Edition(to_typst(policy, lambda href: href, {}), {}).to_pdf()


def mhtml(html: str) -> bytes:
    message = MIMEMultipart("related", type="text/html")
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "https://example.org/policy/borrowing/"
    message.attach(MIMEText(html, "html", "utf-8"))
    message.attach(MIMEText("p { color: red }", "css"))
    return message.as_bytes()


def web_archive(html: str) -> bytes:
    main = {"WebResourceData": html.encode(), "WebResourceTextEncodingName": "UTF-8", "WebResourceURL": "x"}
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def docx(*paragraphs: str, more: str = "") -> bytes:
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    words = "".join(f"<w:p><w:r><w:t>{escape(words)}</w:t></w:r></w:p>" for words in paragraphs)
    made = io.BytesIO()
    with ZipFile(made, "w") as archive:
        xml = f'<w:document xmlns:w="{name}"><w:body>{words}{more}</w:body></w:document>'
        archive.writestr("word/document.xml", xml)
    return made.getvalue()


def paragraphs_of(desk: Desk) -> list[str]:
    clauses = desk.archive.copies["borrowing"]["2.0"].clauses
    return ["Borrowing equipment", *(f"{clause.number or ''} {clause.text}".strip() for clause in clauses)]


PROGRAMS: dict[str, Callable[[str], bytes]] = {
    "page.mhtml": mhtml,
    "page.mht": mhtml,
    "page.webarchive": web_archive,
    "utf-16.html": lambda html: html.encode("utf-16"),
    "utf-16-without-a-mark.html": lambda html: html.encode("utf-16-le"),
    "windows.html": lambda html: html.replace('charset="utf-8"', 'charset="windows-1252"').encode(
        "cp1252", "xmlcharrefreplace"
    ),
    "another-ending.txt": str.encode,
}


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_page_is_that_version_however_it_was_saved(life: Life, verify: Verify, name: str) -> None:
    code, said = verify(name, PROGRAMS[name](page_of(life)))
    assert (code, said.splitlines()[0]) == (0, IS_IT)


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_word_that_was_changed_is_found_however_it_was_saved(life: Life, verify: Verify, name: str) -> None:
    changed = page_of(life).replace("must not lend", "may lend")
    code, said = verify(name, PROGRAMS[name](changed))
    assert (code, said) == (1, f"{NEAREST}\n  clause 1.5 has other words\n")


def test_the_pdf_of_the_site_is_that_version(life: Life) -> None:
    code, said = life[0].run("verify", str(life[1] / "borrowing.pdf"))
    assert (code, said.splitlines()[0]) == (0, IS_IT)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("must not lend", "may lend", "clause 1.5 is missing or has other words"),
        ("| 1 May 2033 |", "| 2 May 2033 |", "Approved is missing or has other words"),
    ],
)
def test_a_pdf_with_other_words_is_no_released_version(
    verify: Verify, before: str, after: str, said: str
) -> None:
    text = text_of("2.0")
    assert before in text
    code, found = verify("kept.pdf", pdf_of(text.replace(before, after)))
    assert code == 1
    assert found.startswith(f"{NEAREST}\n")
    assert said in found


def test_words_that_were_put_between_clauses_of_a_pdf_are_found(verify: Verify) -> None:
    text = re.sub(r"(?m)^(1\.5 )", r"Except on Fridays.\n\n\1", text_of("2.0"), count=1)
    code, said = verify("kept.pdf", pdf_of(text))
    assert (code, said) == (1, f"{NEAREST}\n  words that are not in that version: “ExceptonFridays.”\n")


def test_a_page_without_anchors_is_read_by_its_words(life: Life, verify: Verify) -> None:
    words = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs_of(life[0]))
    code, said = verify("reader.html", f"<html><body>{words}</body></html>".encode())
    assert (code, said.splitlines()[0]) == (0, IS_IT)


def test_what_a_page_adds_without_anchors_is_not_called_part_of_the_policy(life: Life, verify: Verify) -> None:
    words = "".join(f"<p>{escape(paragraph)}</p><p>Copy link</p>" for paragraph in paragraphs_of(life[0]))
    code, said = verify("reader.html", f"<html><body>{words}</body></html>".encode())
    assert code == 3
    assert said.startswith("This may be version 2.0 of Borrowing equipment. What could not be compared: ")


def test_a_document_is_read_by_its_words(life: Life, verify: Verify) -> None:
    code, said = verify("kept.docx", docx(*paragraphs_of(life[0])))
    assert (code, said.splitlines()[0]) == (0, IS_IT)


def test_the_numbers_that_a_word_processor_counts_are_said_not_to_be_compared(
    life: Life, verify: Verify
) -> None:
    words = [clause.text for clause in life[0].archive.copies["borrowing"]["2.0"].clauses]
    code, said = verify("kept.docx", docx("Borrowing equipment", *words))
    assert code == 3
    assert "the numbers, which a word processor counts by itself" in said


CANNOT = {
    "scan.png": (b"\x89PNG\r\n\x1a\n" + bytes(40), "it holds pictures of words and no words"),
    "broken.pdf": (b"%PDF-1.7\nnothing", "it is damaged"),
    "old.doc": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "it is of Word, PowerPoint or Excel before 2007",
    ),
    "locked.docx": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "it is locked with a password",
    ),
    "rich.rtf": (b"{\\rtf1 Words}", "it is in Rich Text Format"),
    "changed.docx": (
        docx("Words", more="<w:p><w:ins><w:r><w:t>more</w:t></w:r></w:ins></w:p>"),
        "it has changes that nobody accepted or rejected",
    ),
    "half.docx": (docx("Words")[:60], "it is damaged"),
}


@pytest.mark.parametrize("name", CANNOT)
def test_what_cannot_be_read_is_not_called_another_text(verify: Verify, name: str) -> None:
    content, reason = CANNOT[name]
    code, said = verify(name, content)
    assert code == 3
    assert f"{name} cannot be read: {reason}" in said


def test_letters_of_a_message_that_cannot_be_read_are_told(life: Life, verify: Verify) -> None:
    message = MIMEText("", "plain", "shift_jis")
    message["Subject"] = "The policy"
    content = message.as_bytes().replace(b"base64", b"8bit") + "\n".join(paragraphs_of(life[0])[:-1]).encode()
    code, said = verify("kept.eml", content + b"\x80\xff")
    assert (code, said) == (
        3,
        "It cannot be told whether this is a released version: "
        "some of its letters are in an encoding that is not known.\n",
    )


def test_another_text_is_said_to_have_none_of_the_words(verify: Verify) -> None:
    assert verify("other.txt", b"Milk, bread, and a newspaper.") == (
        1,
        "This has none, or hardly any, of the words of a released version.\n",
    )
