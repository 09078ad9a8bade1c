"""What stands before an item of a list in print, and the words that are left of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from clausetree.policy.clause import Clause
from clausetree.policy.clauses.labelled import numbered, unnumbered
from clausetree.policy.document import Block, Content, Item, Paragraph, Text

BULLET: Final = "•"
_BOXES = ("☐", "☑")


def sign_of(item: Item, clause: Clause | None) -> str:
    """Return what its list prints, its label, or the box of a task; "" where a bullet is to stand there."""
    return item.unit.listed or _label(item, clause) or _box(item)


def words_of(item: Item, clause: Clause | None) -> tuple[Block, ...]:
    """Return the blocks of an item without what stands before them."""
    own, rest = parted(item.blocks)
    sign = sign_of(item, clause)
    if not own or not sign or item.unit.listed not in ("", _label(item, clause)):
        return item.blocks
    return (Paragraph(None, unnumbered(own, sign)), *rest)


def parted(blocks: Sequence[Block]) -> tuple[Content, tuple[Block, ...]]:
    """Part the first words of an item from the rest."""
    match blocks:
        case (Paragraph(unit=None, content=content), *rest):
            return content, tuple(rest)
        case _:
            return (), tuple(blocks)


def _label(item: Item, clause: Clause | None) -> str:
    """Return the label that the words of an item begin with."""
    own, _ = parted(item.blocks)
    return clause.printed if clause and numbered(own, clause.printed) != own else ""


def _box(item: Item) -> str:
    match parted(item.blocks)[0]:
        case (Text(text=text), *_) if text.startswith(_BOXES):
            return text[0]
        case _:
            return ""
