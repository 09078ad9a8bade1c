"""Finding the spoilt line of a head that a YAML reader refuses."""

from __future__ import annotations

import re

from clausetree.policy.front_matter.fences import read_head
from clausetree.policy.front_matter.yaml_fault import Slip
from clausetree.policy.problems import MetadataUnreadable
from clausetree.report.span import Span

_LINE = re.compile(r"^[^\r\n]*\S", re.MULTILINE)


def find_slip(text: str) -> MetadataUnreadable | None:
    """Return the first line of the head of a file that is plainly spoilt, and how."""
    inside = read_head(text).inside
    for line in _LINE.finditer(text, inside.start, inside.end):
        for slip in Slip:
            if re.fullmatch(slip.value, line[0]):
                return MetadataUnreadable(Span(*line.span()), slip)
    return None
