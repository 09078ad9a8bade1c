"""Finding the spoilt line of front matter that a YAML reader refuses."""

from __future__ import annotations

import re

from clausetree.policy.front_matter.fences import read_front_matter
from clausetree.policy.problems.front_matter import MetadataUnreadable
from clausetree.policy.problems.yaml_fault import YamlFault
from clausetree.report.span import Span

_LINE = re.compile(r"^[^\r\n]*\S", re.MULTILINE)


def find_yaml_fault(text: str) -> MetadataUnreadable | None:
    """Return the first line of the front matter of a file that is plainly spoilt, and how."""
    inside = read_front_matter(text).inside
    for line in _LINE.finditer(text, inside.start, inside.end):
        for fault in YamlFault:
            if re.fullmatch(fault.value, line[0]):
                return MetadataUnreadable(Span(*line.span()), fault)
    return None
