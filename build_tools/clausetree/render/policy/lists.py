"""Lists with the numbers and the signs that their author gave them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausetree.policy.document import Block, Item, List, Paragraph, Text

_NUMBER = re.compile(r"\d+", re.ASCII)
_CLOSED = ' class="closed"'
"""Of a list whose numbers are followed by a bracket: the style sheet has a counter of this name."""


def list_opening(written: List) -> str:
    """Return the opening tag of a list."""
    numbering = written.numbering
    if numbering is None:
        return "<ul>"
    start = f' start="{numbering.start}"' if numbering.start != 1 else ""
    return f"<ol{_CLOSED if numbering.sign == ')' else ''}{start}>"


def list_closing(written: List) -> str:
    """Return the closing tag of a list."""
    return "</ul>" if written.numbering is None else "</ol>"


def items_with_values(written: List) -> Iterator[tuple[Item, str]]:
    """Yield each item with the attribute that gives it its number, where counting on would give another."""
    if written.numbering is None:
        yield from ((item, "") for item in written.items)
        return
    following = written.numbering.start
    for item in written.items:
        found = _NUMBER.search(item.unit.listed)
        printed = int(found[0]) if found else following
        yield item, "" if printed == following else f' value="{printed}"'
        following = printed + 1


def is_task(item: Item) -> bool:
    """Tell whether an item begins with a box, which stands in the place of a bullet."""
    match item.blocks:
        case [Paragraph(unit=None, content=(Text(text=text), *_)), *_]:
            return text.startswith(("☐ ", "☑ "))
        case _:
            return False


def parted(blocks: Sequence[Block]) -> tuple[Paragraph | None, Sequence[Block]]:
    """Part the first words of an item, an entry or a note from what stands below them."""
    match blocks:
        case [Paragraph(unit=None) as first, *_]:
            return first, blocks[1:]
        case _:
            return None, blocks
