"""What an author most likely did wrong in a head that a YAML reader refuses."""

from __future__ import annotations

import re
from enum import Enum

from clausetree.policy.head import read_head
from clausetree.report.span import Span


class Slip(Enum):
    """A way to spoil a line, and the line that is spoilt so; the first that fits counts."""

    TAB = r"[ ]*\t.*"
    NO_COLON = r"[^\s:#'\"-][^:]*"
    NO_SPACE = r"[^\s:#'\"][^:\s]*:[^\s:].*"
    OPEN_QUOTE = r"""[^:]+:[ \t]+(?:"(?:[^"\\]|\\.)*|'[^']*)"""
    WORDS_BEHIND_QUOTE = r"""[^:]+:[ \t]+(?:"(?:[^"\\]|\\.)*"|'[^']*')[ \t]*[^\s#].*"""
    COLON_INSIDE = r"""[^:'"]+:[ \t]+[^'"\s].*:(?:[ \t].*)?"""
    STRANGE_BEGINNING = r"[^:]+:[ \t]+[@`%&*!|>\[\]{},?].*"


_LINE = re.compile(r"^[^\r\n]*\S", re.MULTILINE)


def find_slip(text: str) -> tuple[Slip, Span] | None:
    """Return the first spoilt line of the head of a file, and what is wrong with it."""
    inside = read_head(text).inside
    for line in _LINE.finditer(text, inside.start, inside.end):
        for slip in Slip:
            if re.fullmatch(slip.value, line[0]):
                return slip, Span(*line.span())
    return None
