"""The way from one file of the site's sources to another."""

from __future__ import annotations

from posixpath import dirname, relpath
from urllib.parse import quote

from clausetree.render.html.addresses import target_of


def way_to(address: str, page: str) -> str | None:
    """Return the file that an address in the file `page` leads to, as `target_of` does; None for no address."""
    try:
        return target_of(address, page)
    except ValueError:  # as http://[ is none
        return None


def way_from(page: str, file: str) -> str:
    """Return how to write, in the file `page`, the way to another file."""
    return quote(relpath(file, dirname(page) or "."), safe="/.")
