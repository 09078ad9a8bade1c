"""The document that a policy is made of, opened; why it was not read is told in a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from clausetree.commands.refused import RefusedError
from clausetree.importing.changes import ChangedError, Settle
from clausetree.importing.documents import KINDS, Taken, read_file, taken_pages
from clausetree.importing.package import NotReadError, Reason
from clausetree.publish.unpacking.part import Reason as Unread

_REASONS: Mapping[Reason, str] = {
    Reason.LOCKED: "it is protected with a password. Open it, take the password out, and save it.",
    Reason.OLD: "it is in the format of Word before 2007. Open it, and save it as a Word document (.docx).",
    Reason.MACROS: "it holds macros, which are programs. Save it as a Word document (.docx), which holds none.",
    Reason.DAMAGED: "it is damaged{part}. Open it in its own program, which may repair it, and save it.",
    Reason.TOO_LARGE: "it unpacks to more than a policy can be{part}. Save its pictures smaller.",
    Reason.UNSAFE: "it holds what no office program writes{part}. Open it in its own program, and save it.",
    Reason.SCANNED: "it has no text: each page is a picture, as a scanner makes it. Ask for the document"
    " that was printed, or have a program for text recognition (OCR) read it first.",
    Reason.EMPTY: "there are no words in it.",
    Reason.OTHER_KIND: "it is no document of a kind that can be read. Save it as one of these: {kinds}.",
}

_OF_PDF = {Unread.LOCKED: Reason.LOCKED, Unread.DAMAGED: Reason.DAMAGED, Unread.TOO_LARGE: Reason.TOO_LARGE}
_LARGEST = 50_000_000
"""So many bytes has no picture of a policy."""
_MOST_LETTERS = 20_000_000
"""A policy of a thousand pages has three million letters."""


def opened(document: Path, how: Settle | None) -> Taken:
    """Read a document, its tracked changes settled. Raises RefusedError."""
    try:
        data = document.read_bytes()
        return (
            _of_pdf(data)
            if document.suffix.lower() == ".pdf"
            else read_file(document.name, data, how, lambda path: _beside(document, path))
        )
    except OSError as error:
        raise RefusedError(f"{document} cannot be opened: {error.strerror}.") from error
    except NotReadError as error:
        raise RefusedError(told_why(document.name, error, KINDS)) from error
    except ChangedError as error:
        raise RefusedError("\n".join(_changes(document.name, error))) from error


def _beside(document: Path, path: str) -> bytes | None:
    """Read a picture of a page. None lies outside its folder: a page may name any file of this machine."""
    folder = document.parent.resolve()
    try:
        file = (folder / path).resolve()
        inside = file.is_relative_to(folder) and file.is_file() and file.stat().st_size <= _LARGEST
        return file.read_bytes() if inside else None
    except (OSError, ValueError):
        return None


def told_why(name: str, error: NotReadError, kinds: Sequence[str]) -> str:
    """Say why the file `name` was not read, and what to do; `kinds` are the endings of those that are."""
    part = f" ({error.part})" if error.part else ""
    said = _REASONS[error.reason].format(part=part, kinds=", ".join(kinds))
    return f"{name} was not read, for {said}"


def _of_pdf(data: bytes) -> Taken:
    # What reads a PDF runs in no browser, where this may be called for other documents.
    from clausetree.publish.unpacking.pdf import UnreadablePdfError, read_pdf  # noqa: PLC0415

    try:
        return taken_pages([page.words for page in read_pdf(data, _MOST_LETTERS)])
    except UnreadablePdfError as error:
        raise NotReadError(_OF_PDF[error.reason]) from error


def _changes(name: str, error: ChangedError) -> Iterator[str]:
    yield f"{name} has tracked changes. Say --changes accepted or --changes rejected, or settle them there:"
    for change in error.found:
        done = "added" if change.added else "taken out"
        yield f"  “{change.words}” {done}, in “{' '.join(change.around.split())[:80]}”"
