"""Lists of contents that somebody typed, or that an office program left without saying so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetree.importing.blocks import WIDE, Block, Heading, Paragraph, spoken
from clausetree.importing.remarks import Kind, Remark

HEADING = re.compile(r"(?:table of )?contents:?|index|inhalt(?:sverzeichnis)?|cynnwys|sommaire", re.IGNORECASE)
"""What stands above a list of contents."""
_LINE = re.compile(rf"\S.*(?:[{WIDE}\t]|[ .…]{{3,}}|\.{{2,}})\s*(?:\d{{1,4}}|[ivxl]{{1,6}})\s*\Z", re.DOTALL)
LONGEST = 300
"""A line of contents is no longer. To ask a much longer one would take a pattern very long."""


def without_contents(blocks: Sequence[Block]) -> tuple[list[Block], list[Remark]]:
    """Leave out two or more lines in a row that end with the number of a page, and the word above them."""
    kept: list[Block] = []
    remarks: list[Remark] = []
    at = 0
    while at < len(blocks):
        end = at
        while end < len(blocks) and _is_line(blocks[end]):
            end += 1
        if end - at > 1:
            if kept and _is_heading(kept[-1]):
                remarks.append(Remark(Kind.CONTENTS, spoken(kept.pop())))
            remarks += [Remark(Kind.CONTENTS, spoken(block)) for block in blocks[at:end]]
            at = end
            continue
        kept.append(blocks[at])
        at += 1
    return kept, remarks


def _is_line(block: Block) -> bool:
    words = spoken(block) if isinstance(block, Paragraph) else ""
    return len(words) <= LONGEST and _LINE.fullmatch(words) is not None


def _is_heading(block: Block) -> bool:
    return isinstance(block, Paragraph | Heading) and HEADING.fullmatch(spoken(block).strip()) is not None
