"""Tables: their rows and cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from xml.etree.ElementTree import Element

from clausetree.importing.blocks import Block, Cell, Table
from clausetree.importing.open_document.names import inner, named, number

_MOST_REPEATED = 50

type Read = Callable[[Element], Iterable[Block]]
"""Reads the blocks in a cell."""


def table_of(element: Element, read: Read) -> Table:
    """Return a table. What is said to be repeated more often than makes sense is not."""
    rows: list[tuple[Cell, ...]] = []
    heads = 0
    for row, is_head in _rows(element, head=False):
        cells = tuple(_cells(row, read))
        rows += [cells] * min(number(row, "table:number-rows-repeated", 1), _MOST_REPEATED) if cells else []
        heads += is_head and heads == len(rows) - 1
    return Table(tuple(rows), heads)


def _cells(row: Element, read: Read) -> Iterator[Cell]:
    for cell in inner(row, "table:table-cell"):
        columns, rows = (
            max(min(number(cell, f"table:number-{name}-spanned", 1), _MOST_REPEATED), 1)
            for name in ("columns", "rows")
        )
        made = Cell(tuple(read(cell)), columns, rows)
        for _ in range(min(number(cell, "table:number-columns-repeated", 1), _MOST_REPEATED)):
            yield made


def _rows(parent: Element, *, head: bool) -> Iterator[tuple[Element, bool]]:
    """Yield rows, and whether each says what stands below."""
    for child in parent:
        match named(child):
            case "table:table-row":
                yield child, head
            case "table:table-header-rows":
                yield from _rows(child, head=True)
            case "table:table-rows" | "table:table-row-group":
                yield from _rows(child, head=head)
