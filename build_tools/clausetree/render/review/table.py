"""A table with a line of headings."""

from __future__ import annotations

from collections.abc import Iterable

from clausetree.render.html.markup import Html, element


def table(names: Iterable[str], rows: Iterable[Html]) -> Html:
    """Return a table; each of `rows` is a whole one."""
    head = element("tr", *(element("th", name, scope="col") for name in names))
    return element("table", element("thead", head), element("tbody", *rows))
