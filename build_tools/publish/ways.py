"""Which file an address leads to that stands in a page."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit


def way_to(page: str, address: str) -> str:
    """Return the path of the file, from the folder of all pages, to which `address` leads from `page`.

    It begins with ".." where it leads out of that folder, and with "/" where it leads from the root of a host.
    It is "" where the address leads to another site, or only within the page.
    """
    try:
        parts = urlsplit(address)
    except ValueError:  # as of http://[, which is no address at all
        return ""
    if parts.scheme or parts.netloc or not parts.path:
        return ""
    way = unquote(parts.path)
    return way if way.startswith("/") else normpath(join(dirname(page), way))
