"""A table in print: it goes on over pages, its head repeated, and no word of it reaches out of its column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from clausetree.policy.document import Content, Foreign, Link, Marked, NoteMark, Reference, Row, Table
from clausetree.render.typst.widths import Column, columns_of, lines_of, shared_out

PAGE: Final = 470.0
"""The width of the words on a page, in points."""
TURNED: Final = 717.0
"""And on a page that lies on its side."""
_INSET = 3.0
_PLAIN = 11.0
_SMALLEST = 7.5
_UPRIGHT = ((_PLAIN, 7.0), (10.0, 7.0), (9.0, 5.0))
_LYING = ((10.0, 7.0), (9.0, 5.0), (8.0, 4.0))
"""The sizes that are tried in turn, in points, and how many ems are then easy to read in a column."""
_SHORT = 14
"""A table with no more lines is not parted over pages."""
type Cell = Callable[[Content, int], str]
"""From the words of a cell to content; longer runs of signs than the number may be parted, which 0 forbids."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """The size of its letters in points, how wide each column is in ems, and whether its page is turned."""

    size: float
    widths: tuple[float, ...]
    turned: bool = False


def write_table(table: Table, begin: Callable[[Row], str], cell: Cell, room: float, *, alone: bool) -> str:
    """Return a table. `begin` makes the place that a row can be linked to.

    It is `room` points wide at most. Where it stands `alone`, in no list, it may lie on a page of its own. In a
    row with fewer cells than there are columns, the first cell is as wide as what is missing.
    """
    rows = [row for row in (table.header, *table.rows) if not row.empty]
    columns = columns_of(table)
    layout = _laid_out(columns, room, alone)
    before, parts = "", []
    for row in rows:
        is_head = row is table.header
        if is_head:
            before = begin(row)  # A head that is printed twice must not have a place twice.
        cells = _cells(row, "" if is_head else begin(row), cell, layout, columns)
        # Nor may it lead anywhere: what stands at the top of a page again is decoration to PDF/UA.
        again = "repeat: false, " if any(map(_leads, row.cells)) else ""
        parts.append(f"table.header({again}..head({', '.join(cells)}))" if is_head else ", ".join(cells))
    made = _table(table, columns, layout, parts, room)
    lines = sum(lines_of(row, layout.widths) for row in rows)
    return before + "\n" + _placed(made, layout, lines)


def _leads(content: Content) -> bool:
    """Tell whether a link, the mark of a note or the name of a clause stands in words."""
    return any(
        isinstance(inline, Link | NoteMark | Reference)
        or (isinstance(inline, Marked | Foreign) and _leads(inline.content))
        for inline in content
    )


def _placed(made: str, layout: _Layout, lines: int) -> str:
    sized = made if layout.size == _PLAIN else f"#[#set text(size: {layout.size}pt)\n{made}]"
    if layout.turned:
        return f"#page(flipped: true)[{sized}]"
    return f"#block(breakable: false)[{sized}]" if lines <= _SHORT else sized


def _table(table: Table, columns: Sequence[Column], layout: _Layout, parts: Sequence[str], room: float) -> str:
    aligned = ", ".join((*(column.value or "auto" for column in table.columns), *["auto"] * len(columns)))
    options = f"columns: ({_tracks(table, columns, layout, room)}), align: ({aligned},)"
    return f"#table({options}, stroke: (y: 0.4pt), inset: (x: {_INSET}pt, y: 5pt), {', '.join(parts)})"


def _tracks(table: Table, columns: Sequence[Column], layout: _Layout, room: float) -> str:
    """The first column is as wide as its words where they are few, and the others share the rest."""
    tracks = [f"{max(wide, 0.1):.2f}fr" for wide in layout.widths]
    is_alone = all(len(row.cells) == len(columns) for row in table.rows)
    if len(columns) > 1 and not layout.turned and is_alone and columns[0].whole * layout.size < 0.3 * room:
        tracks[0] = "auto"
    return ", ".join(tracks) + ","


def _cells(row: Row, begun: str, cell: Cell, layout: _Layout, columns: Sequence[Column]) -> list[str]:
    made: list[str] = []
    over = len(columns) - len(row.cells)
    for content, wide, column in zip(row.cells, layout.widths[over:], columns[over:], strict=True):
        longest = max(4, int(wide / 0.75)) if column.word > wide else 0
        spread = f"table.cell(colspan: {over + 1})" if over and not made else ""
        made.append(f"{spread}[{begun}{cell(content, longest)}]")
        begun = ""
    return made


def _laid_out(columns: Sequence[Column], room: float, alone: bool) -> _Layout:
    tried = [(size, easy, room, False) for size, easy in _UPRIGHT]
    tried += [(size, easy, TURNED, True) for size, easy in _LYING if alone]
    insets = 2 * _INSET * len(columns)
    for size, easy, wide, turned in tried:
        least = [column.least(easy) for column in columns]
        if sum(least) * size + insets <= wide:
            return _Layout(size, tuple(shared_out(columns, least, (wide - insets) / size)), turned)
    least = [column.least(_UPRIGHT[-1][1]) for column in columns]
    ems = ((TURNED if alone else room) - insets) / _SMALLEST
    return _Layout(_SMALLEST, tuple(own * ems / sum(least) for own in least), alone)
