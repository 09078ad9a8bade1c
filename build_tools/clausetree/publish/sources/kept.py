"""A file that somebody kept of a policy, whichever program saved it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import assert_never

from clausetree.policy.encodings import Decoded, decode
from clausetree.publish.unpacking.bounded import DamagedError
from clausetree.publish.unpacking.kinds import LOOKED_AT, FileKind, kind_of
from clausetree.publish.unpacking.leaves import why_not_read
from clausetree.publish.unpacking.limits import Limits
from clausetree.publish.unpacking.mail import is_mail, read_mail
from clausetree.publish.unpacking.office_words import read_office_words
from clausetree.publish.unpacking.part import Reason
from clausetree.publish.unpacking.pdf import UnreadablePdfError, read_pdf
from clausetree.publish.unpacking.web_archive import read_web_archive

_PAGE = re.compile(r"<!doctype html|<html[\s>]|<body[\s>]", re.IGNORECASE)
_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page, as HTML. Where it is not `whole`, some letters could not be read."""

    html: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class KeptText:
    """Markdown, or words without any form."""

    text: str
    whole: bool = True


@dataclass(frozen=True, slots=True)
class KeptPrint:
    """The words of each page of a PDF; not `whole` where notes, stamps or fields stand over them."""

    pages: tuple[str, ...]
    whole: bool = True


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """The words of a word processor's document, without the numbers that it counts."""

    words: str


@dataclass(frozen=True, slots=True)
class NotRead:
    """Why a file cannot be read, up to the full stop."""

    reason: str


type Kept = KeptPage | KeptText | KeptPrint | KeptDocument | NotRead
_CHANGED = NotRead("it has changes that nobody accepted or rejected; do that first, and save it again")
_RICH = NotRead("it is in Rich Text Format; save it as .docx or .pdf")
_UNPACK_FIRST = NotRead("it is packed; unpack it, and name the page or the document in it")
_PICTURE = NotRead(Reason.NO_WORDS.value)


def read_kept(file: Path) -> Kept:
    """Read a file that somebody kept. Raises `OSError`."""
    if file.stat().st_size > _LIMITS.of_one:
        return NotRead(Reason.TOO_LARGE.value)
    content = file.read_bytes()
    match kind_of(file.name, content[:LOOKED_AT]):
        case FileKind.TEXT if content.startswith(b"{\\rtf"):
            return _RICH
        case FileKind.TEXT if is_mail(content):
            return _mailed(content)
        case FileKind.TEXT:
            return _text(decode(content), is_page=file.suffix.lower() in (".html", ".htm", ".xhtml"))
        case FileKind.PDF:
            return _print(content)
        case FileKind.WEB_ARCHIVE:
            return _web_archive(content)
        case FileKind.ZIP:
            return _document(content)
        case FileKind.GZIP | FileKind.BROTLI | FileKind.TAR:
            return _UNPACK_FIRST
        case FileKind.MEDIA:
            return _PICTURE
        case FileKind.OLD_OFFICE:
            return NotRead(why_not_read(content).value)
        case FileKind.OTHER_ARCHIVE:
            return NotRead(Reason.OTHER_ARCHIVE.value)
        case FileKind.UNKNOWN | FileKind.ZLIB:
            return NotRead(Reason.OTHER_PROGRAM.value)
        case kind:
            assert_never(kind)


def _text(decoded: Decoded, *, is_page: bool) -> Kept:
    if is_page or _PAGE.search(decoded.text, 0, LOOKED_AT):
        return KeptPage(decoded.text, decoded.whole)
    return KeptText(decoded.text, decoded.whole)


def _mailed(content: bytes) -> Kept:
    try:
        parts = read_mail(content)
    except DamagedError:
        return NotRead(Reason.DAMAGED.value)
    page = next((part for part in parts if part.kind in ("text/html", "application/xhtml+xml")), None)
    if page is not None:
        return _text(page.decoded, is_page=True)
    words = [part.decoded for part in parts if part.kind.startswith("text/")]
    if not words:
        return NotRead(Reason.OTHER_PROGRAM.value)
    return KeptText("\n".join(one.text for one in words), all(one.whole for one in words))


def _print(content: bytes) -> Kept:
    try:
        pages = read_pdf(content, _LIMITS.of_one)
    except UnreadablePdfError as error:
        return NotRead(error.reason.value)
    words = tuple(page.words for page in pages)
    whole = not any(page.is_written_on for page in pages)
    return KeptPrint(words, whole) if "".join(words).strip() else NotRead(Reason.NO_WORDS.value)


def _web_archive(content: bytes) -> Kept:
    try:
        page = read_web_archive(content)[0]
    except DamagedError:
        return NotRead(Reason.OTHER_PROGRAM.value)
    return _text(page.decoded, is_page=True)


def _document(content: bytes) -> Kept:
    read = read_office_words(content, _LIMITS)
    if isinstance(read, Reason):
        return _UNPACK_FIRST if read is Reason.OTHER_PROGRAM else NotRead(read.value)
    if read.has_changes:
        return _CHANGED
    return KeptDocument(read.words) if read.words.strip() else NotRead(Reason.NO_WORDS.value)
