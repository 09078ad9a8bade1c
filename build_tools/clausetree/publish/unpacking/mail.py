"""Messages, and pages saved as one file (.mhtml), which are messages with the page's files in their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message

from clausetree.policy.encodings import Decoded, decode
from clausetree.publish.unpacking.bounded import DamagedError

_HEADERS = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:(?:From|To|Date|Subject|Received|Return-Path|MIME-Version|Message-ID|X-[\w-]+|"
    rb"Snapshot-Content-Location|Delivered-To|Content-[\w-]+):[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2,}",
    re.IGNORECASE,
)
_PART = re.compile(rb"^content-type:", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class MailPart:
    """A part of a message: what it is said to be, where it came from, and what it holds."""

    kind: str
    address: str
    content: bytes
    encoding: str

    @property
    def decoded(self) -> Decoded:
        """The text that it holds."""
        return decode(self.content, self.encoding)


def is_mail(content: bytes) -> bool:
    """Whether this begins with the head of a message that says what it consists of."""
    head = _HEADERS.match(content)
    return head is not None and _PART.search(head[0]) is not None


def read_mail(content: bytes) -> list[MailPart]:
    """Return the parts of a message, of messages within it too. Raises `DamagedError`."""
    try:
        return list(_parts(message_from_bytes(content)))
    except (RecursionError, TypeError, ValueError, LookupError, AttributeError) as error:
        # The library reads much that is no message, and raises anything where it cannot.
        raise DamagedError from error


def _parts(message: Message) -> Iterator[MailPart]:
    for part in message.walk():
        payload = None if part.is_multipart() else part.get_payload(decode=True)
        if isinstance(payload, bytes):
            name = part.get("Content-Location") or part.get_filename() or part.get_content_type()
            yield MailPart(part.get_content_type(), str(name), payload, part.get_content_charset() or "")
