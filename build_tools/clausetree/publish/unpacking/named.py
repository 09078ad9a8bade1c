"""What the name of a file tells of it."""

from __future__ import annotations

import re

_LEFT_BEHIND = re.compile(
    r"(?:^|/)(?:__MACOSX/.*|\.DS_Store|Thumbs\.db|desktop\.ini|printerSettings\d*\.bin|layout-cache|[^/]*\.(?:odttf|fntdata))$"
)
"""What computers and Office leave in a folder: nobody who takes a course meets it."""
_PACKAGES = re.compile(
    r"\.(?:zip|h5p|imscc|mbz|gz|tgz|docx|pptx|xlsx|odt|odp|ods|epub|pdf|webarchive)$", re.IGNORECASE
)
"""What begins otherwise than such a file begins is damaged."""


def is_left_behind(name: str) -> bool:
    """Whether a computer or Office left this file in the folder."""
    return _LEFT_BEHIND.search(name) is not None


def is_package(name: str) -> bool:
    """Whether a file of this name holds others, or pages, and no plain text."""
    return _PACKAGES.search(name) is not None
