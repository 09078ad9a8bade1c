"""Diagnostics as JSON, for editors and other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable

from clausetree.report.diagnostic import Diagnostic

FORMAT = 1
"""Raised when a reader of the data would have to change. New fields may be added without that."""


def page_of(code: str) -> str:
    """Return where the page of a code stands, from the site's root."""
    return f"authoring/errors/{code}/"


def to_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Return one JSON object, ending in a newline; lines and columns are counted from 1.

    The end is the place just behind the last character of the fault.
    """
    document = {"format": FORMAT, "diagnostics": [_data(diagnostic) for diagnostic in diagnostics]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _data(diagnostic: Diagnostic) -> dict[str, str | int]:
    line, column = diagnostic.source.place(diagnostic.span.start)
    end_line, end_column = diagnostic.source.place(diagnostic.span.end)
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "file": diagnostic.source.name,
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "page": page_of(diagnostic.code),
    }
