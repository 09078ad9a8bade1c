"""The tables of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from clausetree.importing.blocks import Block, Cell, Table
from clausetree.importing.html.nodes import Element, Node

type Read = Callable[[Element], Iterable[Block]]
"""Reads the blocks in a cell."""

_CELLS = ("td", "th")
_PARTS = (*_CELLS, "tr", "thead", "tbody", "tfoot", "colgroup")


def table_of(node: Element, read: Read) -> Table:
    """Return a table; rows of tables within it are not its own."""
    rows: list[tuple[Cell, ...]] = []
    heads = 0
    for row in node.within():
        if row.name != "tr" or _around(row) is not node:
            continue
        cells = [cell for cell in row.inner if cell.name in _CELLS]
        if not cells:
            continue
        section = row.around.name if row.around else ""
        if section == "thead" or (all(cell.name == "th" for cell in cells) and heads == len(rows)):
            heads += 1
        rows.append(tuple(_cell(cell, read) for cell in cells))
    return Table(tuple(rows), heads)


def between_cells(node: Element) -> Iterator[Node]:
    """Yield what stands in a table and in none of its cells: its caption, and what programs put there."""
    for child in node.children:
        if isinstance(child, str) or child.name not in _PARTS:
            yield child
        elif child.name not in _CELLS:
            yield from between_cells(child)


def _around(row: Element) -> Element | None:
    node = row.around
    while node is not None and node.name != "table":
        node = node.around
    return node


def _cell(cell: Element, read: Read) -> Cell:
    said = (cell.attributes.get(name, "") for name in ("colspan", "rowspan"))
    columns, rows = (int(count) if count.isdecimal() else 1 for count in said)
    return Cell(tuple(read(cell)), columns, rows)
