"""Addresses in attributes, data and scripts, where nothing around an address is a sentence."""

from __future__ import annotations

import re
from enum import Enum, auto

_LINKING = r"\b(?:href|src|action|target|formaction)"
_QUOTE = "(?P<quote>[\"'`])"
_STRING = re.compile(
    rf"(?:(?P<linking>{_LINKING}\s*=\s*)|=\s*|[\"']\s*[:,]\s*|[{{,]\s*\w+\s*:\s*|\w\(\s*|\[\s*){_QUOTE}\s*\Z",
    re.IGNORECASE,
)
"""What stands before an address that begins an attribute or a string, and no sentence."""
_BARE = re.compile(rf"{_LINKING}\s*=\s*\Z", re.IGNORECASE)
_NEAR = 80
_SIGNS = re.compile(r"""[.,;:!?*_~()\]'"]*""")
"""Signs with which a sentence may end, and an address may as well."""
_MORE = re.compile(r"\s*[\"'`]\s*(?:\+|\.concat\(|&(?!&))|\$?\{")
"""What a script has behind a string to which it adds something, and within one that it fills in."""


class Ending(Enum):
    """Whether an address is all there is, or more may be put behind it while the course runs."""

    WHOLE = auto()
    MAY_GO_ON = auto()
    GOES_ON = auto()


def value_at(text: str, start: int, end: int, sure: str) -> str | None:
    """Return the whole value of which an address from `start` to `end` is the beginning; None in words.

    `sure` is the address without what may belong to a sentence.
    """
    before = _STRING.search(text, max(0, start - _NEAR), start)
    if before is None:
        is_bare = _BARE.search(text, max(0, start - _NEAR), start)
        return text[start:end] if is_bare and text[end : end + 1] in (" ", "\n", ">") else None
    close = text.find(before["quote"], end, end + _NEAR)
    if close < 0 or not _SIGNS.fullmatch(text[end:close].rstrip()):
        return None
    value = text[start:close].rstrip()
    return value if before["linking"] or _SIGNS.fullmatch(value[len(sure) :]) else None


def ending_at(text: str, start: int, end: int) -> Ending:
    """Return whether a script puts more behind the address from `start` to `end`."""
    if _MORE.match(text, end - text.endswith("$", start, end)):
        return Ending.GOES_ON
    before = _STRING.search(text, max(0, start - _NEAR), start)
    is_beginning = (
        before and not before["linking"] and text[end - 1] == "/" and text[end : end + 1] == before["quote"]
    )
    return Ending.MAY_GO_ON if is_beginning else Ending.WHOLE
