"""Safari's web archives: a property list of a page and of all that it shows."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from clausetree.publish.unpacking.encodings import Decoded, decode


class NoWebArchiveError(Exception):
    """A property list is damaged, or holds something else."""


@dataclass(frozen=True, slots=True)
class Resource:
    """A file of a saved page. `encoding` is what the server said of it, or ""."""

    address: str
    content: bytes
    encoding: str

    @property
    def decoded(self) -> Decoded:
        """The text that it holds."""
        return decode(self.content, self.encoding)


def read_web_archive(content: bytes) -> list[Resource]:
    """Return the files of a saved page, the page itself first. Raises `NoWebArchiveError`."""
    try:
        found = list(_resources(plistlib.loads(content)))
    except (plistlib.InvalidFileException, KeyError, TypeError, ValueError, RecursionError) as error:
        raise NoWebArchiveError from error
    if not found:
        raise NoWebArchiveError
    return found


def _resources(archive: Any) -> Iterator[Resource]:
    for one in [archive["WebMainResource"], *archive.get("WebSubresources", [])]:
        data, encoding = one["WebResourceData"], one.get("WebResourceTextEncodingName")
        yield Resource(str(one.get("WebResourceURL", "")), bytes(data), str(encoding or ""))
    for inner in archive.get("WebSubframeArchives", []):
        yield from _resources(inner)
