"""Headings by their levels: the title has the first, a section the second, and none is passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clausetree.importing.blocks import Block, Heading, Paragraph, Words, flattened, plain, rebuilt, spoken
from clausetree.importing.remarks import Kind, Remark
from clausetree.policy.document import Mark, Marked

_LONGEST = 90
_ENDS = re.compile(r"[.;,:?!]\Z")
_DECIMAL = re.compile(r"\d+(?:\.\d+)*")


def looked(blocks: Sequence[Block]) -> tuple[list[Block], list[Remark]]:
    """Where no heading is marked as one, make headings of lines that look like some; tell all that do.

    Of two at the very beginning, the first is the title.
    """
    marked = any(isinstance(block, Heading) and block.level for block in blocks)
    alike = {
        at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and _looks_like_heading(block)
    }
    remarks = [Remark(Kind.LOOKS, spoken(blocks[at]), more="" if marked else "taken") for at in sorted(alike)]
    if marked:
        return list(blocks), remarks
    found = [
        _as_heading(block) if at in alike and isinstance(block, Paragraph) else block
        for at, block in enumerate(blocks)
    ]
    if {0, 1} <= alike and isinstance(found[0], Heading) and not found[0].label:
        found[0] = replace(found[0], level=0)
    return found, remarks


def levelled(blocks: Sequence[Block], title: str) -> tuple[list[Block], list[Remark]]:
    """Return the blocks below a title, with headings of the levels 2 to 6."""
    again = [block for block in blocks if isinstance(block, Heading) and _is_title(block, title)][1:]
    return list(_shifted(blocks, title)), [Remark(Kind.AGAIN, plain(heading.words)) for heading in again]


def _shifted(blocks: Sequence[Block], title: str) -> Iterator[Block]:
    headings = (block for block in flattened(blocks) if isinstance(block, Heading))
    levels = sorted({heading.level for heading in headings if not _is_title(heading, title)})
    # What is printed is what counts: a level that nothing has is no level.
    new = {level: min(at + 2, 6) for at, level in enumerate(levels)}

    def shift(some: Sequence[Block]) -> Iterator[Block]:
        for block in some:
            if isinstance(block, Heading):
                if not _is_title(block, title):
                    yield replace(block, level=new[block.level], words=_plainly(block.words))
            else:
                yield rebuilt(block, shift)

    yield from shift(blocks)


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
