"""The name of an anchor in Word, which has no hyphen in the names of its bookmarks and cuts off long ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Final

READER: Final = "ct-"
"""What our reader of Word's format puts before the name of a bookmark."""
_BEGIN: Final = "clause_"
_LONGEST: Final = 40


def bookmark_of(anchor: str) -> str:
    """Return the bookmark of an anchor. An anchor has no underscore, so no two short ones share a name."""
    name = _BEGIN + anchor.replace("-", "_")
    if len(name) <= _LONGEST:
        return name
    digest = sha256(anchor.encode()).hexdigest()[:8]
    return f"{name[: _LONGEST - 9]}_{digest}"


def anchors_by_bookmark(anchors: Iterable[str]) -> Mapping[str, str]:
    """Return each of these anchors by its bookmark."""
    return {bookmark_of(anchor): anchor for anchor in anchors}
