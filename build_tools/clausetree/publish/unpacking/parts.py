"""A course opened: every text in it, however deep it lies, and everything that could not be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import assert_never
from zipfile import is_zipfile

from clausetree.policy.encodings import decode, reads_as_text
from clausetree.publish.unpacking.archives import Member, holds_tar, is_packed_tar, tar_members, zip_members
from clausetree.publish.unpacking.bounded import DamagedError, TooLargeError, gunzip, inflate, unbrotli
from clausetree.publish.unpacking.coded import LONG, coded_in, is_worth_a_look
from clausetree.publish.unpacking.kinds import LOOKED_AT, FileKind, kind_of
from clausetree.publish.unpacking.leaves import pdf_parts, read_in_part, why_not_read
from clausetree.publish.unpacking.limits import Budget, Limits
from clausetree.publish.unpacking.mail import MailPart, is_mail, read_mail
from clausetree.publish.unpacking.named import is_left_behind, is_package
from clausetree.publish.unpacking.office_links import OfficeLinks
from clausetree.publish.unpacking.part import MediaPart, Part, Reason, TextPart, UnreadPart
from clausetree.publish.unpacking.web_archive import Resource, read_web_archive

_PROGRAM = b"\0asm"
_UNPACKED_BY = {FileKind.GZIP: gunzip, FileKind.ZLIB: inflate, FileKind.BROTLI: unbrotli}


def parts_of(course: Path, limits: Limits | None = None) -> Iterator[Part]:
    """Yield what is in a file, an archive or a folder. What cannot be read is among it, and why."""
    opener = _Opener(Budget(limits or Limits()))
    if course.is_dir():
        yield from opener.folder(course)
    else:
        yield from opener.file(course, course.name, "")
    if opener.budget.is_spent:
        yield UnreadPart(course.name, Reason.TOO_MUCH)


@dataclass(frozen=True, slots=True)
class _Opener:
    budget: Budget

    def folder(self, folder: Path) -> Iterator[Part]:
        closed = list[OSError]()
        for within, folders, files in folder.walk(on_error=closed.append):
            folders.sort()
            for path in (within / file for file in sorted(files) if not self.budget.is_spent):
                name = path.relative_to(folder).as_posix()
                if path.is_dir():
                    # Such a link may lead to the folder that it lies in.
                    yield UnreadPart(name, Reason.LINKED)
                else:
                    yield from self.file(path, name, f"{name}/")
        for error in closed:
            yield UnreadPart(str(error.filename), Reason.NO_ACCESS)

    def file(self, path: Path, name: str, within: str) -> Iterator[Part]:
        try:
            with path.open("rb") as stream:
                beginning = stream.read(LOOKED_AT)
                if kind_of(name, beginning) is FileKind.ZIP and is_zipfile(path):
                    # An archive of a whole course is read where it lies.
                    yield from self.members(zip_members(path, self.budget), within, name, 1)
                elif kind_of(name, beginning) is FileKind.MEDIA:
                    yield MediaPart(name)
                elif kind_of(name, beginning) is FileKind.TAR or is_packed_tar(name, beginning, stream):
                    stream.seek(0)
                    yield from self.members(tar_members(stream, self.budget), f"{name}/", name, 1)
                elif path.stat().st_size > self.budget.limits.of_one:
                    yield UnreadPart(name, Reason.TOO_LARGE)
                else:
                    yield from self.open(name, beginning + stream.read(), 0)
        except OSError:
            yield UnreadPart(name, Reason.NO_ACCESS)

    def members(self, members: Iterator[Member], within: str, archive: str, depth: int) -> Iterator[Part]:
        links = OfficeLinks()
        for member in members:
            name = within + member.name if member.name else archive
            if isinstance(member.content, Reason):
                yield UnreadPart(name, member.content)
            else:
                links.take(name, member.content)
                yield from self.open(name, member.content, depth)
        yield from links.found()

    def open(self, name: str, content: bytes, depth: int) -> Iterator[Part]:
        """Yield what is in `content`. `depth` counts what it lies in."""
        self.budget.spend(len(content))
        kind = kind_of(name, content[:LOOKED_AT])
        if self.budget.is_spent:
            return
        if kind is FileKind.MEDIA or is_left_behind(name):
            yield MediaPart(name)
        elif depth > self.budget.limits.depth:
            yield UnreadPart(name, Reason.TOO_DEEP)
        else:
            yield from self._open(name, content, kind, depth)

    def _open(self, name: str, content: bytes, kind: FileKind, depth: int) -> Iterator[Part]:
        match kind:
            case FileKind.ZIP:
                yield from self.members(zip_members(BytesIO(content), self.budget), f"{name}/", name, depth + 1)
            case FileKind.TAR | FileKind.GZIP if kind is FileKind.TAR or holds_tar(BytesIO(content)):
                yield from self.members(tar_members(BytesIO(content), self.budget), f"{name}/", name, depth + 1)
            case FileKind.GZIP | FileKind.ZLIB | FileKind.BROTLI:
                yield from self._packed(name, content, kind, depth)
            case FileKind.PDF:
                yield from self._pdf(name, content)
            case FileKind.WEB_ARCHIVE:
                yield from self._files_in(name, content, read_web_archive, Reason.OTHER_PROGRAM, depth)
            case FileKind.TEXT | FileKind.UNKNOWN if is_package(name):
                yield from read_in_part(name, content, Reason.DAMAGED)
            case FileKind.TEXT if is_mail(content):
                yield from self._files_in(name, content, read_mail, Reason.DAMAGED, depth)
            case FileKind.TEXT:
                yield from self._text(name, content, depth)
            case FileKind.OLD_OFFICE:
                yield from read_in_part(name, content, why_not_read(content))
            case FileKind.OTHER_ARCHIVE:
                yield UnreadPart(name, Reason.OTHER_ARCHIVE)
            case FileKind.UNKNOWN:
                yield from read_in_part(name, content, Reason.OTHER_PROGRAM)
            case FileKind.MEDIA:
                yield MediaPart(name)
            case _:
                assert_never(kind)

    def _pdf(self, name: str, content: bytes) -> Iterator[Part]:
        for part in pdf_parts(name, content, self.budget.limits.of_one):
            if isinstance(part, TextPart):
                self.budget.spend(len(part.text))
            yield part

    def _files_in(
        self,
        name: str,
        content: bytes,
        read: Callable[[bytes], Iterable[MailPart | Resource]],
        otherwise: Reason,
        depth: int,
    ) -> Iterator[Part]:
        """Open the files of a mail or a saved page; `otherwise` is why they are not read."""
        try:
            files = read(content)
        except DamagedError:
            yield from read_in_part(name, content, otherwise)
            return
        for file in files:
            yield from self.open(f"{name}/{file.address}", file.content, depth + 1)

    def _packed(self, name: str, content: bytes, kind: FileKind, depth: int) -> Iterator[Part]:
        unpack = _UNPACKED_BY[kind]
        try:
            found = unpack(content, self.budget.limits.of_one)
        except TooLargeError:
            yield UnreadPart(name, Reason.TOO_LARGE)
        except DamagedError:
            yield UnreadPart(name, Reason.OTHER_PROGRAM if kind is FileKind.ZLIB else Reason.DAMAGED)
        else:
            stem = re.sub(r"\.(?:gz|br|z)$", "", name, flags=re.IGNORECASE)
            yield from self.open(stem, found, depth + 1)

    def _text(self, name: str, content: bytes, depth: int) -> Iterator[Part]:
        decoded = decode(content)
        yield TextPart(name, decoded.text)
        if not decoded.whole:
            yield UnreadPart(name, Reason.LETTERS)
        for coded in coded_in(decoded.text):
            yield from self._coded(name, coded, depth)

    def _coded(self, name: str, content: bytes, depth: int) -> Iterator[Part]:
        kind = kind_of("", content[:LOOKED_AT])
        if kind is FileKind.TEXT and reads_as_text(content):
            if is_worth_a_look(content):
                yield from self.open(name, content, depth + 1)
        elif kind in (FileKind.ZIP, FileKind.GZIP, FileKind.ZLIB, FileKind.PDF):
            found = list(self.open(name, content, depth + 1))
            # Two letters by chance make zlib's beginning.
            yield from found if len(content) > LONG else [part for part in found if isinstance(part, TextPart)]
        elif kind is not FileKind.MEDIA and len(content) > LONG and not content.startswith(_PROGRAM):
            yield UnreadPart(name, Reason.CODED)
