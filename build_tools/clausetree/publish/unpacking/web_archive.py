"""Safari's web archives: a property list of a page and of all that it shows."""

from __future__ import annotations

import plistlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from clausetree.policy.encodings import Decoded, decode
from clausetree.publish.unpacking.bounded import DamagedError

_MOST = 20_000
_OTHER_DATA = (KeyError, TypeError, ValueError, AttributeError, RecursionError)


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
    """Return the files of a saved page, the page itself first.

    Raises `DamagedError`, also for a property list that holds something else.
    """
    try:
        found = list(islice(_resources(plistlib.loads(content)), _MOST + 1))
    except (plistlib.InvalidFileException, *_OTHER_DATA) as error:
        raise DamagedError from error
    # A frame may hold itself: such an archive has no end.
    if not found or len(found) > _MOST:
        raise DamagedError
    return found


def _resources(archive: Any) -> Iterator[Resource]:
    for one in [archive["WebMainResource"], *archive.get("WebSubresources", [])]:
        data, encoding = one["WebResourceData"], one.get("WebResourceTextEncodingName")
        if not isinstance(data, bytes):
            raise DamagedError
        yield Resource(str(one.get("WebResourceURL", "")), data, str(encoding or ""))
    for inner in archive.get("WebSubframeArchives", []):
        yield from _resources(inner)
