"""Headings by their levels: the title has the first, a section the second, and none is passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clausetree.importing.blocks import Block, Heading, Paragraph, Words, plain
from clausetree.importing.remarks import Kind, Remark
from clausetree.policy.document import Mark, Marked

_LONGEST = 90
_ENDS = re.compile(r"[.;,:?!]\Z")
_DECIMAL = re.compile(r"\d+(?:\.\d+)*")


def levelled(blocks: Sequence[Block], title: str) -> tuple[list[Block], list[Remark]]:
    """Return the blocks below a title, with headings of the levels 2 to 6."""
    marked = any(isinstance(block, Heading) and block.level for block in blocks)
    remarks: list[Remark] = []
    found: list[Block] = []
    for block in blocks:
        looks = isinstance(block, Paragraph) and _looks_like_heading(block)
        if looks and isinstance(block, Paragraph):
            remarks.append(
                Remark(
                    Kind.LOOKS, f"{block.label} {plain(block.words)}".strip(), more="" if marked else "taken"
                )
            )
        found.append(_as_heading(block) if looks and isinstance(block, Paragraph) and not marked else block)
    again = [block for block in blocks if isinstance(block, Heading) and _is_title(block, title)][1:]
    remarks += [Remark(Kind.AGAIN, plain(heading.words)) for heading in again]
    return list(_shifted(found, title)), remarks


def _shifted(blocks: Sequence[Block], title: str) -> Iterator[Block]:
    levels = sorted(
        {block.level for block in blocks if isinstance(block, Heading) and not _is_title(block, title)}
    )
    # What is printed is what counts: a level that nothing has is no level.
    new = {level: min(at + 2, 6) for at, level in enumerate(levels)}
    for block in blocks:
        if isinstance(block, Heading):
            if not _is_title(block, title):
                yield replace(block, level=new[block.level], words=_plainly(block.words))
        else:
            yield block


def _is_title(heading: Heading, title: str) -> bool:
    return not heading.label and " ".join(plain(heading.words).split()) == title and heading.level <= 1


def _looks_like_heading(paragraph: Paragraph) -> bool:
    words = paragraph.words
    text = plain(words).strip()
    bold = len(words) == 1 and isinstance(words[0], Marked) and words[0].mark is Mark.STRONG
    return bold and 0 < len(text) <= _LONGEST and not _ENDS.search(text)


def _as_heading(paragraph: Paragraph) -> Heading:
    decimal = _DECIMAL.match(paragraph.label or plain(paragraph.words))
    level = 1 + (decimal[0].count(".") if decimal else 0)
    return Heading(level, paragraph.label, paragraph.words, paragraph.key)


def _plainly(words: Words) -> Words:
    """A heading that is bold all through is no more than a heading."""
    if len(words) == 1 and isinstance(words[0], Marked) and words[0].mark is Mark.STRONG:
        return words[0].content
    return words
