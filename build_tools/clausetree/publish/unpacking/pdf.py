"""The words and the links of a PDF."""

from __future__ import annotations

import ctypes
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from clausetree.publish.unpacking.bounded import TooLargeError
from clausetree.publish.unpacking.part import Reason
from clausetree.publish.unpacking.strings import strings_in

_STREAM = re.compile(rb"stream\r?\n(?=[\x48\x58\x68\x78])")
_DRAWN = re.compile(rb"/Subtype\s*/Image|/FontFile|/Length1\b|/Type\s*/XRef")
_BEFORE, _MOST, _STEP = 400, 8_000_000, 16_384


class UnreadablePdfError(Exception):
    """A PDF cannot be read; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        """Say why it cannot be read."""
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class PdfPage:
    """The words of a page, a line to a line, and where its links lead.

    It `is_written_on` where notes, stamps or fields are drawn over it, of which the words are not read.
    """

    words: str
    links: tuple[str, ...]
    is_written_on: bool = False


def read_pdf(content: bytes, most: int) -> list[PdfPage]:
    """Return the pages of a PDF, of no more than `most` letters, with the hyphens at which lines are broken.

    Raises `UnreadablePdfError`.
    """
    # It brings a library of its own, which no other command has a use for.
    import pypdfium2  # noqa: PLC0415
    import pypdfium2.raw as pdfium  # noqa: PLC0415

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        raise UnreadablePdfError(Reason.LOCKED if locked else Reason.DAMAGED) from error
    try:
        return list(_bounded((_read_page(document[at], document, pdfium) for at in range(len(document))), most))
    except pypdfium2.PdfiumError as error:
        raise UnreadablePdfError(Reason.DAMAGED) from error
    finally:
        document.close()


def hidden_strings(content: bytes, most: int) -> str:
    """Return what stands in a PDF besides its pages: bookmarks, buttons, scripts, attached texts.

    It looks at the file's bytes, packed or not, and understands none of them. Raises `TooLargeError` where more
    than `most` bytes are packed in it.
    """
    found = [strings_in(content)]
    for match in _STREAM.finditer(content):
        if _DRAWN.search(content, max(0, match.start() - _BEFORE), match.start()) is None:
            unpacked = _inflated(content, match.end(), min(most, _MOST))
            most -= len(unpacked)
            found.append(strings_in(unpacked))
        if most <= 0:
            raise TooLargeError
    return "\n".join(found)


def _inflated(content: bytes, start: int, most: int) -> bytes:
    """Return what is unpacked from `start` on, as far as it goes. The rest of the file is not looked at."""
    unpacker, found = zlib.decompressobj(), bytearray()
    with memoryview(content) as all_of_it:
        for at in range(start, len(content), _STEP):
            try:
                found += unpacker.decompress(all_of_it[at : at + _STEP], most - len(found))
            except zlib.error:
                break
            if unpacker.eof or len(found) >= most:
                break
    return bytes(found)


def _bounded(pages: Iterator[PdfPage], most: int) -> Iterator[PdfPage]:
    """A short PDF may show one long text on each of its pages."""
    for page in pages:
        most -= len(page.words) + sum(map(len, page.links))
        if most < 0:
            raise UnreadablePdfError(Reason.TOO_LARGE)
        yield page


def _read_page(page: Any, document: Any, pdfium: Any) -> PdfPage:
    words = page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\ufffe", "-")
    return PdfPage(words, tuple(_links(page, document, pdfium)), _is_written_on(page, pdfium))


def _is_written_on(page: Any, pdfium: Any) -> bool:
    for at in range(pdfium.FPDFPage_GetAnnotCount(page)):
        note = pdfium.FPDFPage_GetAnnot(page, at)
        is_link = pdfium.FPDFAnnot_GetSubtype(note) == pdfium.FPDF_ANNOT_LINK
        pdfium.FPDFPage_CloseAnnot(note)
        if not is_link:
            return True
    return False


def _links(page: Any, document: Any, pdfium: Any) -> Iterator[str]:
    place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, place, link):
        action = pdfium.FPDFLink_GetAction(link)
        if action and pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_URI:
            size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
            address = ctypes.create_string_buffer(size)
            pdfium.FPDFAction_GetURIPath(document, action, address, size)
            yield address.value.decode("utf-8", "replace")
