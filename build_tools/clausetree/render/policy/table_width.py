"""How much room a table needs."""

from __future__ import annotations

from clausetree.policy.document import Content, Table
from clausetree.render.policy.headings import plain

_COLUMNS = 3
"""More have no room beside each other on a telephone, however short their words."""
_SIGNS = 30
"""As many stand in one line of a telephone, of 320 pixels, beside the space between two columns."""


def fits_a_telephone(table: Table) -> bool:
    """Tell whether the longest words of all columns have room beside each other."""
    if len(table.columns) > _COLUMNS:
        return False
    columns = zip(*(row.cells for row in (table.header, *table.rows)), strict=True)
    return sum(max(map(_longest_word, column)) for column in columns) <= _SIGNS


def _longest_word(content: Content) -> int:
    return max(map(len, plain(content).split()), default=0)
