"""Words as a sentence begins with them."""

from __future__ import annotations


def begun(words: str) -> str:
    """Return words with a capital letter; nothing for none."""
    return words[:1].upper() + words[1:]
