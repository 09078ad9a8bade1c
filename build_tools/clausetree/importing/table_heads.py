"""Which rows of a table say what stands below: the format seldom says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clausetree.importing.blocks import Block, Cell, Table, spoken
from clausetree.importing.remarks import Kind, Remark
from clausetree.policy.document import Mark, Marked

_LONGEST = 60
_COLUMNS = 3
"""Two columns are as often names with what is said of them."""


def with_heads(blocks: Sequence[Block]) -> tuple[list[Block], list[Remark]]:
    """Take the first row for the head of a table where it looks like one, and tell so."""
    taken = [isinstance(block, Table) and not block.heads and _has_head(block) for block in blocks]
    found = [
        replace(block, heads=1) if head and isinstance(block, Table) else block
        for head, block in zip(taken, blocks, strict=True)
    ]
    remarks = [
        Remark(Kind.HEADS, " | ".join(map(_said, block.rows[0])))
        for head, block in zip(taken, blocks, strict=True)
        if head and isinstance(block, Table)
    ]
    return found, remarks


def _has_head(table: Table) -> bool:
    if len(table.rows) < 2:
        return False
    first, *others = table.rows
    words = [_said(cell) for cell in first]
    plain = all(cell.columns == cell.rows == 1 for cell in first)
    if (
        not plain
        or not all(words)
        or len(set(words)) < len(words)
        or any(len(said) > _LONGEST for said in words)
    ):
        return False
    bold = all(map(_is_bold, first)) and not all(_is_bold(cell) for row in others for cell in row)
    figures = any(any(sign.isdecimal() for sign in said) for said in words)
    return bold or (len(first) >= _COLUMNS and not figures)


def _is_bold(cell: Cell) -> bool:
    content = [block.words for block in cell.blocks if not isinstance(block, Table) and hasattr(block, "words")]
    return bool(content) and all(
        len(words) == 1 and isinstance(words[0], Marked) and words[0].mark is Mark.STRONG for words in content
    )


def _said(cell: Cell) -> str:
    return " ".join(" ".join(map(spoken, cell.blocks)).split())
