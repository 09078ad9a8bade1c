"""How far each block stands in: Markdown puts what stands in an item below its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from clausetree.importing.blocks import Block, Bullet, Paragraph

COUNTED = re.compile(r"(?P<count>\d{1,9})(?P<sign>[.)])")
WIDTH = 4


@dataclass(frozen=True, slots=True)
class Place:
    """The width of the `margin`. An item may have to be told `apart` from the list before it.

    A `tight` one stands right below the one before, without an empty line. An `item` is one of a list.
    """

    margin: int = 0
    apart: bool = False
    tight: bool = False
    item: bool = False


@dataclass(frozen=True, slots=True)
class _Item:
    width: int
    count: int | None


@dataclass(slots=True)
class Nesting:
    """Where block after block stands.

    `_items` are those that are open where the document says which item stands in which. Elsewhere, `_open` are
    the lists of numbers that are open, their depth and last count, and `_bullets` the depths of bullets.
    """

    _items: list[_Item] = field(default_factory=list)
    _open: list[tuple[int, int]] = field(default_factory=list)
    _bullets: list[int] = field(default_factory=list)
    _below_bullet: bool = False

    def place(self, blocks: Sequence[Block], at: int) -> Place:
        """Return where the next block stands; `blocks` are all that there are."""
        block = blocks[at]
        tight = self._below_bullet
        self._below_bullet = isinstance(block, Bullet)
        said = getattr(block, "items", None)
        if (
            isinstance(block, Bullet | Paragraph)
            and said is not None
            and (isinstance(block, Bullet) or block.item)
        ):
            self._open, self._bullets = [], []
            return self._said(block, said, tight)
        if said is not None and self._items:
            self._items = self._items[:said]
            return Place(self._width())
        self._items = []
        return self._told(blocks, at)

    def _said(self, item: Bullet | Paragraph, around: int, tight: bool) -> Place:
        last = self._items[around] if around < len(self._items) else None
        label = item.label if isinstance(item, Paragraph) else ""
        counted = COUNTED.fullmatch(label)
        count = int(counted["count"]) if counted else None
        self._items = self._items[:around]
        place = Place(
            self._width(),
            last is not None and None not in (last.count, count) and last.count != (count or 0) - 1,
            tight and count is None,
            item=True,
        )
        self._items.append(_Item(max(WIDTH, len(label) + 1) if counted else WIDTH, count))
        return place

    def _width(self) -> int:
        return sum(item.width for item in self._items)

    def _told(self, blocks: Sequence[Block], at: int) -> Place:
        block, bullets = blocks[at], self._bullets
        self._bullets = []
        if isinstance(block, Bullet):
            if not bullets and not self._stays_open(blocks, at):
                self._open = []
            self._bullets = [*(deep for deep in bullets if deep < block.depth), block.depth]
            return Place(WIDTH * (len(self._open) + len(self._bullets) - 1), tight=bool(bullets), item=True)
        if not isinstance(block, Paragraph):
            return self._within(getattr(block, "items", None) or 0, bullets)
        counted = COUNTED.fullmatch(block.label)
        if counted is not None:
            return self._counted(block, int(counted["count"]))
        if block.label:
            self._open = [(depth, count) for depth, count in self._open if depth < block.depth]
            return Place(WIDTH * len(self._open))
        if not block.depth:
            self._open = []
            return Place()
        around = [depth for depth in bullets if depth < block.depth]
        self._bullets = bullets
        return Place(WIDTH * (len(self._open) + len(around)))

    def _within(self, items: int, bullets: list[int]) -> Place:
        """Return where something stands that is no paragraph, in so many items of those that are open."""
        if not items:
            self._open = []
            return Place()
        self._bullets = bullets
        return Place(WIDTH * min(items, len(self._open) + len(bullets)))

    def _counted(self, paragraph: Paragraph, count: int) -> Place:
        goes_on = next((last for depth, last in self._open if depth == paragraph.depth), None)
        self._open = [(depth, last) for depth, last in self._open if depth < paragraph.depth]
        place = Place(WIDTH * len(self._open), goes_on is not None and goes_on + 1 != count, item=True)
        self._open.append((paragraph.depth, count))
        return place

    def _stays_open(self, blocks: Sequence[Block], at: int) -> bool:
        """Tell whether bullets stand within an item: where its list goes on behind them."""
        if not self._open:
            return False
        behind = next((block for block in blocks[at:] if not isinstance(block, Bullet)), None)
        match = COUNTED.fullmatch(behind.label) if isinstance(behind, Paragraph) else None
        return match is not None and any(int(match["count"]) == count + 1 for _, count in self._open)
