"""Data unpacked no further than is allowed."""

from __future__ import annotations

import zlib
from gzip import GzipFile
from io import BytesIO
from typing import IO, cast

import brotli

_STEP = 1024 * 1024


class TooLargeError(Exception):
    """The data are larger than may be read."""


class DamagedError(Exception):
    """The data cannot be unpacked."""


def read_bounded(stream: IO[bytes], most: int) -> bytes:
    """Return all of a stream. Raises `TooLargeError` where that is more than `most` bytes."""
    content = stream.read(most + 1)
    if len(content) > most:
        raise TooLargeError
    return content


def gunzip(content: bytes, most: int) -> bytes:
    """Unpack gzip's data, of which there may be several in a row. Raises `TooLargeError` and `DamagedError`."""
    try:
        return read_bounded(cast("IO[bytes]", GzipFile(fileobj=BytesIO(content))), most)
    except (OSError, EOFError, zlib.error) as error:
        raise DamagedError from error


def inflate(content: bytes, most: int) -> bytes:
    """Unpack zlib's data. Raises `TooLargeError` and `DamagedError`."""
    unpacker = zlib.decompressobj()
    try:
        found = unpacker.decompress(content, most + 1)
    except zlib.error as error:
        raise DamagedError from error
    if len(found) > most:
        raise TooLargeError
    if not unpacker.eof:
        raise DamagedError
    return found


def unbrotli(content: bytes, most: int) -> bytes:
    """Unpack Brotli's data. Raises `TooLargeError` and `DamagedError`."""
    unpacker = brotli.Decompressor()
    found = bytearray()
    try:
        for at in range(0, len(content), _STEP):
            piece = content[at : at + _STEP]
            found += unpacker.process(piece, output_buffer_limit=most + 1 - len(found))
            while not unpacker.can_accept_more_data() and len(found) <= most:
                found += unpacker.process(b"", output_buffer_limit=most + 1 - len(found))
            if len(found) > most:
                raise TooLargeError
    except brotli.error as error:
        raise DamagedError from error
    if not unpacker.is_finished():
        raise DamagedError
    return bytes(found)
