"""What the head of a policy's file says about it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from clausetree.policy.blocks import front_matter
from clausetree.policy.problems import MetadataNotText, MissingMetadata, Problem
from clausetree.report.span import Span

REQUIRED = ("policy", "title", "version", "owner", "approved")
OPTIONAL = ("approved_by", "first_implemented", "reviewed", "next_review", "page")


def read_metadata(text: str, meta: Mapping[str, object]) -> tuple[dict[str, str], list[Problem]]:
    """Return the value of every key in REQUIRED and OPTIONAL (empty when absent), and the faults.

    `meta` is the head as the YAML reader read it; `text` is the whole file, for the places.
    """
    head = front_matter(text)
    values: dict[str, str] = {}
    problems: list[Problem] = []
    for key in (*REQUIRED, *OPTIONAL):
        value = meta.get(key)
        values[key] = " ".join(value.split()) if isinstance(value, str) else ""
        if value is not None and not isinstance(value, str):
            span = _span(head, text, key)
            written = text[span.start : span.end].partition(":")[2].partition(" #")[0].strip()
            problems.append(MetadataNotText(span, key, written))
        elif key in REQUIRED and not values[key]:
            problems.append(MissingMetadata(_span(head, text, key), key))
    return values, problems


def _span(head: str, text: str, key: str) -> Span:
    """The line with the key, or else the first line of the file."""
    match = re.search(rf"^{key}[ \t]*:[^\r\n]*", head, re.MULTILINE)
    match = match or re.match(r"[^\r\n]*", text)
    return Span(*match.span()) if match else Span(0, 0)
