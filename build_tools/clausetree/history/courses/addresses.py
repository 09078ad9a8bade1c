"""The addresses that stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

_OUT = r"\s\"'<>\\^`{|}()\[\]"
"""What no address has in it as it stands."""
_WHOLE = re.compile(rf"(?:https?:)?//[^{_OUT}/][^{_OUT}]{{0,8000}}", re.IGNORECASE)
_CODED = re.compile(rf"https?%(?:25)*3A%(?:25)*2F[^{_OUT}&;,]+", re.IGNORECASE)
_PARTIAL = re.compile(rf"(?<![^{_OUT}=,;])[\w.~%-]*/[^{_OUT},;]{{0,8000}}")
"""From another page, or without the beginning that browsers put before it."""
_CELL = re.compile("[;,]")
_ENDS = ".,;:!?*_~"
"""What stands behind an address in the cells of a table, and at the end of a sentence."""
_SCHEME = re.compile(r"(https?):/{1,2}(?=[^/])", re.IGNORECASE)
_TIMES = 4


def addresses_in(text: str) -> Iterator[str]:
    """Yield each address in a text that is spelled out, without what belongs to the sentence around it."""
    for match in _WHOLE.finditer(text):
        yield trimmed(match[0])
    for match in _CODED.finditer(text):
        within = _WHOLE.match(decoded(match[0]))
        if within:
            yield trimmed(within[0])
    for match in _PARTIAL.finditer(text):
        yield trimmed(match[0])


def decoded(address: str) -> str:
    """Return an address that was written into another one, where `:` and `/` are coded, once or more often."""
    for _ in range(_TIMES):
        if _SCHEME.match(address):
            break
        address = unquote(address)
    return with_two_slashes(address)


def with_two_slashes(address: str) -> str:
    """Return an address with both slashes behind its scheme, which some services join into one."""
    return _SCHEME.sub(r"\1://", address)


def in_one_cell(words: str) -> str:
    """Return words without what stands in the next cell of a table, of which the parts are not quoted."""
    return _CELL.split(words, maxsplit=1)[0]


def trimmed(address: str) -> str:
    """Return an address without the signs of the sentence or the table behind it."""
    page, hashed, anchor = address.rstrip(_ENDS).partition("#")
    return page + hashed + in_one_cell(anchor).rstrip(_ENDS)
