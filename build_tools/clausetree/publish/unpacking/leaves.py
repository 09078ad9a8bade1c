"""Files that are opened no further."""

from __future__ import annotations

from collections.abc import Iterator

from clausetree.publish.unpacking.bounded import TooLargeError
from clausetree.publish.unpacking.part import Part, Reason, TextPart, UnreadPart
from clausetree.publish.unpacking.pdf import UnreadablePdfError, hidden_strings, read_pdf
from clausetree.publish.unpacking.strings import strings_in

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def pdf_parts(name: str, content: bytes, most: int) -> Iterator[Part]:
    """Yield the texts of a PDF, of no more than `most` letters each, or why it is not read."""
    try:
        pages = read_pdf(content, most)
    except UnreadablePdfError as error:
        yield UnreadPart(name, error.reason)
        return
    text = "\n".join("\n".join((page.words, *page.links)) for page in pages)
    yield TextPart(name, text) if text.strip() else UnreadPart(name, Reason.NO_WORDS)
    try:
        yield TextPart(name, hidden_strings(content, most))
    except TooLargeError:
        yield UnreadPart(name, Reason.TOO_LARGE)


def read_in_part(name: str, content: bytes, reason: Reason) -> Iterator[Part]:
    """Yield the plain words in a file that is not read otherwise, and why it is not."""
    yield TextPart(name, strings_in(content))
    yield UnreadPart(name, reason)


def why_not_read(old_office: bytes) -> Reason:
    """Return why a file of the kind of Office before 2007 is not read: with a password, later ones are, too."""
    return Reason.LOCKED if _ENCRYPTED in old_office else Reason.OLD_OFFICE
