"""The words and the links of a PDF."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from clausetree.publish.unpacking.part import Reason


class UnreadablePdfError(Exception):
    """A PDF cannot be read; `reason` says why."""

    def __init__(self, reason: Reason) -> None:
        """Say why it cannot be read."""
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class PdfPage:
    """The words of a page, a line to a line, and where its links lead."""

    words: str
    links: tuple[str, ...]


def read_pdf(content: bytes) -> list[PdfPage]:
    """Return the pages of a PDF. A hyphen at which a line was broken stands there as a hyphen.

    Raises `UnreadablePdfError`.
    """
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == pdfium.FPDF_ERR_PASSWORD
        raise UnreadablePdfError(Reason.LOCKED if locked else Reason.DAMAGED) from error
    try:
        return [_read_page(document, at) for at in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise UnreadablePdfError(Reason.DAMAGED) from error
    finally:
        document.close()


def _read_page(document: pypdfium2.PdfDocument, at: int) -> PdfPage:
    page = document[at]
    words = page.get_textpage().get_text_range().replace("\r\n", "\n").replace("\ufffe", "-")
    return PdfPage(words, tuple(_links(document, page)))


def _links(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Iterator[str]:
    place, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    while pdfium.FPDFLink_Enumerate(page, place, link):
        action = pdfium.FPDFLink_GetAction(link)
        if action and pdfium.FPDFAction_GetType(action) == pdfium.PDFACTION_URI:
            size = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
            address = ctypes.create_string_buffer(size)
            pdfium.FPDFAction_GetURIPath(document, action, address, size)
            yield address.value.decode("utf-8", "replace")
