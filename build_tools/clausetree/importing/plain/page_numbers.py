"""The list of contents of a PDF: the tabs between its words and its numbers are lost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetree.importing.contents import HEADING, LONGEST

_LINE = re.compile(r"(?P<words>\S.*?)[\s.…]+(?P<page>\d{1,4})\s*")


def with_tabs(lines: Sequence[str]) -> list[str]:
    """Return lines with a tab before a page's number, below the word Contents and as long as these count up."""
    made: list[str] = []
    page: int | None = None
    for line in lines:
        match = _LINE.fullmatch(line) if page is not None and len(line) <= LONGEST else None
        if match and page is not None and int(match["page"]) >= page:
            page = int(match["page"])
            made.append(f"{match['words']}\t{page}")
            continue
        page = 0 if HEADING.fullmatch(line.strip()) else None
        made.append(line)
    return made
