"""The files of the pictures that a policy shows."""

from __future__ import annotations

import binascii
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from clausetree.policy.document import Document
from clausetree.render.policy.pictures import pictures_in

IN_ITSELF: Final = "data:image/"
"""Begins the address of a picture that stands in the text itself."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """What each picture of a policy holds, by its source as written; and the sources that lead to no file."""

    found: Mapping[str, bytes]
    missing: tuple[str, ...]


def read_pictures(document: Document, page: Path, docs: Path) -> Pictures:
    """Read the pictures of a document. `page` is the policy's file, somewhere in the folder `docs`.

    A picture is a file in that folder, named from the page, or from the folder itself where its source begins
    with a slash. One at an address of the network is none: it may change, and cannot be kept.
    """
    found: dict[str, bytes] = {}
    missing: list[str] = []
    for source in dict.fromkeys(picture.source for picture in pictures_in(document)):
        content = _within(source) if source.startswith(IN_ITSELF) else _file(source, page, docs)
        if content is None:
            missing.append(source)
        else:
            found[source] = content
    return Pictures(found, tuple(missing))


def _within(source: str) -> bytes | None:
    kind, _, data = source.partition(",")
    try:
        return b64decode(unquote(data), validate=True) if kind.endswith(";base64") else unquote_to_bytes(data)
    except binascii.Error:
        return None


def _file(source: str, page: Path, docs: Path) -> bytes | None:
    address = urlsplit(source)
    if address.scheme or address.netloc or not address.path:
        return None
    path = unquote(address.path)
    file = (docs / path.lstrip("/") if path.startswith("/") else page.parent / path).resolve()
    inside = file.is_relative_to(docs.resolve())
    try:
        return file.read_bytes() if inside and file.is_file() else None
    except (OSError, ValueError):
        return None
