"""The address that a page says its links begin with: nobody follows that one itself."""

from __future__ import annotations

import re
from urllib.parse import urljoin

_BASE = re.compile(
    r"""<base\s[^<>]{0,400}?href\s{0,9}=\s{0,9}["']?\s{0,9}(?P<base>[^"'<>\s]+)[^<>]{0,400}>""", re.IGNORECASE
)
_LINK = re.compile(
    r"""\bhref\s{0,9}=\s{0,9}(["'])\s{0,9}(?P<link>[^"'<>\s\\]{1,8000})\s{0,9}\1""", re.IGNORECASE
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


def parted_at_base(text: str) -> tuple[str, str]:
    """Return the whole address that links in a page begin with, or "", and the page without it."""
    found = _BASE.search(text)
    if found is None or "//" not in found["base"]:
        return "", text
    return found["base"], _BASE.sub(" ", text)


def joined_links(text: str, base: str) -> dict[str, str]:
    """Return where each link leads that begins with `base`, by the link as it is written."""
    if not base:
        return {}
    links = {match["link"] for match in _LINK.finditer(text)}
    return {link: _joined(base, link) for link in sorted(links) if not _SCHEME.match(link)}


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:
        return link
