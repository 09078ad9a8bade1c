"""The letters and figures of items, and what each item belongs to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetree.policy.labels.items import ItemLabel, Items, read_item
from clausetree.policy.labels.label import Beginning, Form, Label, Place

_LIST_LABEL = re.compile(r"(?P<own>\d{1,9})[.)]", re.ASCII)


def with_items(units: Sequence[Beginning], labels: Sequence[Label | None]) -> list[Label | None]:
    """Return the labels, and with them those of the units that are items."""
    nesting = _Nesting()
    return [nesting.add(at, unit, label) for at, (unit, label) in enumerate(zip(units, labels, strict=True))]


class _Nesting:
    """Takes the units in reading order.

    `_above` has at each depth what an item of a list there belongs to. An ordered list that goes on after other
    words, as 3 after 2, goes on belonging to what it did.
    """

    def __init__(self) -> None:
        self._items = Items()
        self._above: list[int | None] = []
        self._ordered = Items()
        self._inner = Items()

    def add(self, at: int, unit: Beginning, label: Label | None) -> Label | None:
        """Return a unit's label."""
        within = unit.place is Place.ITEM
        if within:
            self._inner.begin(at, numbered=True)
        if label is not None:
            self._begin(at, unit, numbered=True)
        elif within:
            label = self._item(at, unit)
        elif unit.place is Place.PARAGRAPH and (own := read_item(unit.words)):
            label = self._within(at, own) if unit.level else self._lettered(at, unit, own)
        else:
            self._begin(None if unit.place is Place.HEADING else at, unit, numbered=False)
        return label

    def _begin(self, at: int | None, unit: Beginning, numbered: bool) -> None:
        """Take a unit that is none of the items. One that stands within an item ends no list around it."""
        if unit.level > 0 and unit.place is not Place.HEADING:
            self._begin_within(at, unit)
            return
        self._items.begin(at, numbered)
        self._ordered.begin(at, numbered)
        self._above = [] if unit.place is Place.ROW else [at, at] if unit.place is Place.ITEM else [at]

    def _begin_within(self, at: int | None, unit: Beginning) -> None:
        if unit.place is Place.ITEM:
            self._set_above(unit.level, at, at)
        elif unit.place is not Place.ROW:
            self._above[unit.level :] = [at]

    def _lettered(self, at: int, unit: Beginning, own: ItemLabel) -> Label | None:
        parent = self._items.parent(own)
        if parent is None:
            self._begin(at, unit, numbered=False)
            return None
        self._items.add(own, at)
        self._ordered.begin(at, numbered=True)
        self._above = [at]
        return Label(own.printed, own.own, Form.ITEM, parent=parent)

    def _within(self, at: int, own: ItemLabel) -> Label | None:
        """Take a paragraph within an item of a list."""
        parent = self._inner.parent(own)
        if parent is None:
            return None
        self._inner.add(own, at)
        return Label(own.printed, own.own, Form.ITEM, parent=parent)

    def _item(self, at: int, unit: Beginning) -> Label | None:
        parent = self._above[unit.level] if unit.level < len(self._above) else None
        number = _LIST_LABEL.match(unit.list_label)
        own = ItemLabel("", number["own"]) if number else read_item(unit.words)
        top = unit.level == 0
        if own is not None and top:
            counted = self._ordered if number else self._items
            found = counted.parent(own)
            parent = parent if found is None else found
            counted.add(own, at)
        self._set_above(unit.level, parent, at)
        if own is None or (parent is None and not number):
            return None
        return Label(own.printed, own.own, Form.ITEM, parent=parent)

    def _set_above(self, level: int, parent: int | None, at: int | None) -> None:
        del self._above[level + 1 :]
        self._above += [None] * (level + 1 - len(self._above))
        self._above[level] = parent
        self._above.append(at)
