"""From addresses as authors write them, to other files of the site, to those that a page needs."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from urllib.parse import quote, unquote, urlsplit, urlunsplit


def target_of(href: str, path: str) -> str | None:
    """Return the file, by its way from the root of the sources, that an address in the file `path` leads to.

    Addresses of other sites, places on the same page, and ways from the root of a server lead to none.
    """
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith(("/", "\\")):
        return None
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))


def page_address(path: str) -> str:
    """Return the address of the page made from a file: policy/social-media.md is policy/social-media/."""
    stem = path.removesuffix(".md")
    if stem == path:
        return path
    folder = stem.removesuffix("index") if posixpath.basename(stem) == "index" else f"{stem}/"
    return folder or "./"


def addresses_on(path: str, root: str = "") -> Callable[[str], str]:
    """Return what turns an address in the file `path` into the one that its page needs.

    With a `root`, the way from another page to the site's own, it is the one that that page needs.
    """

    def address(href: str) -> str:
        target = target_of(href, path)
        if target is None:
            return href
        parts = urlsplit(href)
        found = quote(page_address(target))
        way = root + found.removeprefix("./") if root else _relative(found, quote(page_address(path)))
        return urlunsplit(("", "", way or "./", parts.query, parts.fragment))

    return address


def _relative(target: str, page: str) -> str:
    way = posixpath.relpath(target, page)
    return f"{way}/" if target.endswith("/") and not way.endswith("/") else way
