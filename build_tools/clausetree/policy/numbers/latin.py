"""Words of any script in plain Latin letters: what anchors are made of."""

from __future__ import annotations

import unicodedata

from anyascii import anyascii


def latin(text: str) -> str:
    """Return a text in small letters, without their accents; other letters, by the Latin ones they sound like.

    Signs stay as they are.
    """
    return "".join(map(_plain, unicodedata.normalize("NFC", text.lower()))).lower()


def _plain(char: str) -> str:
    parts = unicodedata.normalize("NFKD", char)
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    spoken = any(unicodedata.category(part)[0] in "LMN" for part in plain if not part.isascii())
    return anyascii(char) if spoken else plain
