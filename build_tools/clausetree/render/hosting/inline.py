"""What has no place in a page: its author should hear of it, and not wonder why browsers leave it out."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from clausetree.render.html.reader import Opened, read_pieces

_TAG = re.compile(r"""<[A-Za-z][^>"']*+(?:(?:"[^"]*+"|'[^']*+')[^>"']*+)*+>""")
_REFUSED = ("style", "base", "iframe", "object", "embed", "audio", "video")
_SUSPECT = re.compile(
    rf"""^<(?:{"|".join(_REFUSED)}|script|form|meta)\b|\s(?:on\w+|style|formaction)\s*=|[:&]|=\s*["']?\s*//""",
    re.IGNORECASE,
)
"""Most tags need no closer look: they hold no handler, no style and no address with a scheme or a host."""

_FETCHED = ("img", "script", "source", "link", "input", "image", "use")
_ADDRESSES = ("href", "xlink:href", "src", "srcset")
_RUN = ("javascript", "vbscript", "data")


def refused_in(page: str) -> list[str]:
    """Return the tags that have no place in a page, as they are written.

    The policy refuses scripts and styles within the page, handlers, addresses that are scripts, forms that are
    sent, frames, films and sounds, and whatever a browser would fetch from another site. It has no word against
    a page that leads its reader elsewhere by itself, so that is refused here alone.
    """
    return sorted(filter(_is_refused, set(_TAG.findall(page))))


@lru_cache(maxsize=100_000)  # every page has the frame's tags
def _is_refused(tag: str) -> bool:
    if not _SUSPECT.search(tag):
        return False
    return any(_has_no_place(piece) for piece in read_pieces(tag) if isinstance(piece, Opened))


def _has_no_place(element: Opened) -> bool:
    tag, given = element.tag, element.attributes
    inline = tag in _REFUSED or (tag == "script" and "src" not in given)
    handlers = any(name in ("style", "action", "formaction") or name.startswith("on") for name in given)
    leaps = given.get("http-equiv", "").lower() == "refresh"
    addresses = (one for name in _ADDRESSES for one in given.get(name, "").split(", "))
    fetched = tag in _FETCHED and given.get("rel") != "canonical"
    return inline or handlers or leaps or any(_leads_astray(one, tag, fetched) for one in addresses)


def _leads_astray(address: str, tag: str, fetched: bool) -> bool:
    """A browser leaves out white space and control characters before it looks at the scheme."""
    parts = urlsplit(re.sub(r"[\x00-\x20]", "", address))
    if parts.scheme in _RUN:
        return (tag, parts.scheme) != ("img", "data")
    return fetched and bool(parts.netloc)
