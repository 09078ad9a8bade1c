"""Words of any script in plain Latin letters: what anchors are made of."""

from __future__ import annotations

import unicodedata

from anyascii import anyascii


def latin(text: str) -> str:
    """Return a text in small letters, without their accents; other letters, by the Latin ones they sound like.

    Signs stay as they are.
    """
    return "".join(map(_latin_letter, unicodedata.normalize("NFC", text.lower()))).lower()


def _latin_letter(char: str) -> str:
    decomposed = unicodedata.normalize("NFKD", char)
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    spoken = any(unicodedata.category(char)[0] in "LMN" for char in plain if not char.isascii())
    return anyascii(char) if spoken else plain
