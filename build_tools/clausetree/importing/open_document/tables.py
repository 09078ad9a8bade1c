"""The rows of a table."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from clausetree.importing.open_document.names import named


def rows_of(parent: Element, *, head: bool) -> Iterator[tuple[Element, bool]]:
    """Yield the rows of a table, and whether each says what stands below."""
    for child in parent:
        match named(child):
            case "table:table-row":
                yield child, head
            case "table:table-header-rows":
                yield from rows_of(child, head=True)
            case "table:table-rows" | "table:table-row-group":
                yield from rows_of(child, head=head)
