"""What of a page its security policy refuses: its author should hear of it, and not wonder what is wrong."""

from __future__ import annotations

import re
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import urlsplit

_TAG = re.compile(r"""<[A-Za-z][^>"']*+(?:(?:"[^"]*+"|'[^']*+')[^>"']*+)*+>""")
_SUSPECT = re.compile(r"""^<(?:script|style)|\s(?:on\w+|style)\s*=|[:&]|=\s*["']?\s*//""", re.IGNORECASE)
"""Most tags need no closer look: they hold no handler, no style and no address with a scheme or a host."""

_FETCHED = ("img", "script", "iframe", "source", "object", "embed", "audio", "video", "track", "link")
_RUN = ("javascript", "vbscript", "data")


def refused_in(page: str) -> list[str]:
    """Return the tags that the policy refuses, as they are written.

    These are scripts and styles within the page, handlers, addresses that are scripts, and whatever a browser
    would fetch from another site.
    """
    return sorted(filter(_is_refused, set(_TAG.findall(page))))


@lru_cache(maxsize=100_000)  # every page has the frame's tags
def _is_refused(tag: str) -> bool:
    if not _SUSPECT.search(tag):
        return False
    reader = _Tag()
    reader.feed(tag)
    return reader.refused


class _Tag(HTMLParser):
    """Reads one tag as a browser does, with the entities in its attributes."""

    refused = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        inline = tag == "style" or (tag == "script" and "src" not in given)
        handlers = any(name == "style" or name.startswith("on") for name in given)
        addresses = (given[name] for name in ("href", "src", "action", "formaction", "data") if name in given)
        fetched = tag in _FETCHED and given.get("rel") != "canonical"
        self.refused = inline or handlers or any(_leads_astray(one, tag, fetched) for one in addresses)


def _leads_astray(address: str, tag: str, fetched: bool) -> bool:
    """A browser leaves out white space and control characters before it looks at the scheme."""
    parts = urlsplit(re.sub(r"[\x00-\x20]", "", address))
    if parts.scheme in _RUN:
        return (tag, parts.scheme) != ("img", "data")
    return fetched and bool(parts.netloc)
