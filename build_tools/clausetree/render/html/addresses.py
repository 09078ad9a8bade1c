"""From addresses as authors write them, to other files of the site, to those that a page needs."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from urllib.parse import quote, unquote, urlsplit, urlunsplit


def target_of(href: str, path: str) -> str | None:
    """Return the file, by its path from the root of the sources, that an address in the file `path` leads to.

    Addresses of other sites, places on the same page, and paths from the root of a server lead to none. Nor
    does what is no address, such as http://[.
    """
    try:
        address = urlsplit(href)
    except ValueError:
        return None
    if address.scheme or address.netloc or not address.path or address.path.startswith(("/", "\\")):
        return None
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(address.path)))


def relative_address(page: str, file: str) -> str:
    """Return how to write, in the file `page`, the address of another file."""
    return quote(posixpath.relpath(file, posixpath.dirname(page) or "."), safe="/.")


def page_address(path: str) -> str:
    """Return the address of the page made from a file: policy/social-media.md is policy/social-media/."""
    stem = path.removesuffix(".md")
    if stem == path:
        return path
    folder = stem.removesuffix("index") if posixpath.basename(stem) == "index" else f"{stem}/"
    return folder or "./"


def addresses_on(path: str, root: str = "") -> Callable[[str], str]:
    """Return what turns an address in the file `path` into the one that its page needs.

    With a `root`, which leads from another page to the site's own, it is the one that that page needs.
    """

    def address_of(href: str) -> str:
        target = target_of(href, path)
        if target is None:
            return href
        written = urlsplit(href)
        found = quote(page_address(target))
        address = root + found.removeprefix("./") if root else _relative(found, quote(page_address(path)))
        return urlunsplit(("", "", address or "./", written.query, written.fragment))

    return address_of


def _relative(target: str, page: str) -> str:
    address = posixpath.relpath(target, page)
    return f"{address}/" if target.endswith("/") and not address.endswith("/") else address
