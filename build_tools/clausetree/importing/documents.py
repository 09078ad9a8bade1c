"""A file by its kind, read into blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from clausetree.importing.blocks import Block
from clausetree.importing.changes import ChangedError, Settle, remark_of
from clausetree.importing.flow.word import read_word_charts
from clausetree.importing.html.changes import changes, settle
from clausetree.importing.html.inlines import language_of
from clausetree.importing.html.nodes import page_of
from clausetree.importing.html.pictures import Beside, Pictures
from clausetree.importing.html.read import read_page
from clausetree.importing.html.unseen import take_unseen
from clausetree.importing.open_document.document import read_open_document
from clausetree.importing.package import NotReadError, Reason
from clausetree.importing.plain.read import read_pages, read_text
from clausetree.importing.remarks import Kind, Remark
from clausetree.importing.uncollected import uncollected
from clausetree.importing.word.read import read_word
from clausetree.policy.encodings import decode

KINDS = (".docx", ".odt", ".html", ".htm", ".txt", ".pdf")
"""The endings of the files that are read."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What a file holds: blocks, what it says of itself, pictures by their names, and what is to be told.

    `printed` are its words as its own format has them, where they are counted by themselves.
    """

    blocks: Sequence[Block]
    properties: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    remarks: Sequence[Remark] = ()
    printed: Sequence[str] = ()


def read_file(name: str, data: bytes, how: Settle | None = None, beside: Beside = lambda _: None) -> Taken:
    """Read a file, whose kind is the ending of its `name`. Raises NotReadError and ChangedError.

    `beside` has the pictures of a page, where they lie beside it.

    What reads a PDF runs in no browser: whoever has its pages calls `taken_pages`.
    """
    try:
        with uncollected():
            return _taken(name, data, how, beside)
    except RecursionError as error:
        raise NotReadError(Reason.UNSAFE) from error


def _taken(name: str, data: bytes, how: Settle | None, beside: Beside) -> Taken:
    ending = name[name.rfind(".") :].lower()
    match ending:
        case ".docx":
            read = read_word(data, how)
            drawn = [
                Remark(Kind.DRAWING, "; ".join(box.words for box in chart.boxes))
                for chart in read_word_charts(read.package)
            ]
            return Taken(
                read_page(read.page, hyphens="policy" in read.properties),
                read.properties,
                read.pictures,
                [*read.remarks, *drawn],
                read.printed,
            )
        case ".odt":
            opened = read_open_document(data, how)
            return Taken(opened.blocks, opened.properties, opened.pictures, opened.remarks)
        case ".docm" | ".dotm":
            raise NotReadError(Reason.MACROS)
        case ".doc":
            raise NotReadError(Reason.OLD)
        case ".html" | ".htm":
            html, unread = _text(data)
            page = page_of(html)
            found = list(changes(page))
            if found and how is None:
                raise ChangedError(found)
            settle(page, how or Settle.ACCEPT)
            told = [*unread, *(remark_of(change, how or Settle.ACCEPT) for change in found), *take_unseen(page)]
            pictures = Pictures(beside)
            blocks = pictures.taken_from(read_page(page))
            return Taken(blocks, {"language": language_of(html)}, pictures.taken, [*told, *pictures.remarks])
        case ".txt":
            text, unread = _text(data)
            blocks, remarks = read_text(text)
            return Taken(blocks, remarks=[*unread, *remarks])
        case _:
            raise NotReadError(Reason.OTHER_KIND)


def taken_pages(pages: Sequence[str]) -> Taken:
    """Take the words of a PDF, page by page. Raises NotReadError."""
    blocks, remarks = read_pages(pages)
    return Taken(blocks, remarks=remarks)


def _text(data: bytes) -> tuple[str, list[Remark]]:
    """Return a text, read as browsers read it, and what is to be told where some signs cannot be."""
    decoded = decode(data)
    lost = Remark(Kind.UNREAD, "signs in the text, where now \ufffd stands")
    return decoded.text, [] if decoded.whole else [lost]
