"""The tables of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from justhtml import Element, Node

from clausetree.importing.blocks import Block, Cell, Table
from clausetree.importing.html.labels import elements

type Read = Callable[[Element], Iterable[Block]]
"""Reads the blocks in a cell."""


def table_of(node: Element, read: Read) -> Table:
    """Return a table; rows of tables within it are not its own."""
    rows: list[tuple[Cell, ...]] = []
    heads = 0
    for row in elements(node):
        if row.name != "tr" or _around(row) is not node:
            continue
        cells = [cell for cell in row.children or () if isinstance(cell, Element) and cell.name in ("td", "th")]
        if not cells:
            continue
        section = row.parent.name if row.parent else ""
        if section == "thead" or (all(cell.name == "th" for cell in cells) and heads == len(rows)):
            heads += 1
        rows.append(tuple(_cell(cell, read) for cell in cells))
    return Table(tuple(rows), heads)


def _around(row: Node) -> Node | None:
    node = row.parent
    while node is not None and node.name != "table":
        node = node.parent
    return node


def _cell(cell: Element, read: Read) -> Cell:
    attributes = cell.attrs or {}
    columns, rows = (
        int(said) if (said := attributes.get(name) or "").isdecimal() else 1 for name in ("colspan", "rowspan")
    )
    return Cell(tuple(read(cell)), columns, rows)
