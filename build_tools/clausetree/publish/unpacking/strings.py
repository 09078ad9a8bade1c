"""The words that stand plainly in a file that is not read otherwise."""

from __future__ import annotations

import re

_PLAIN = re.compile(rb"[\x20-\x7e]{8,}")
_WIDE = re.compile(rb"(?:[\x20-\x7e]\x00){8,}")


def strings_in(content: bytes) -> str:
    """Return the runs of ASCII, and of ASCII in UTF-16, a run to a line."""
    plain = (match[0] for match in _PLAIN.finditer(content))
    wide = (match[0][::2] for match in _WIDE.finditer(content))
    return b"\n".join((*plain, *wide)).decode("ascii")
