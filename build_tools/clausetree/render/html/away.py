"""Links from a page that stands elsewhere than on the site: in a learning system, or in a mail."""

from __future__ import annotations

import re

NOWHERE = "{root}"
"""Stands for the way to the site's root, which such a page does not know."""

_BESIDE = 'target="_blank" rel="noopener"'
_ELSEWHERE = re.compile(r'<a\b(?![^>]*\starget=)[^>]*\bhref="(?:(?:https?:)?//|mailto:)[^"]*"', re.IGNORECASE)
_LINK = re.compile(r'<a href="\{root\}(?P<path>[^"]*)"[^>]*>(?P<words>.*?)</a>', re.DOTALL)


def leading_away(html: str, address: str) -> str:
    """Return HTML whose links to the site have its whole `address`; where it has none, they are words.

    A link to any other place opens beside the page, which it would replace in its frame: so would mail that
    is written in a browser.
    """
    beside = _ELSEWHERE.sub(lambda match: f"{match[0]} {_BESIDE}", html)
    if not address:
        return _LINK.sub(lambda match: match["words"], beside)
    whole = r'<a href="{}\g<path>" {}>\g<words></a>'.format(address.replace("\\", ""), _BESIDE)
    return _LINK.sub(whole, beside)
