"""The addresses that stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from clausetree.history.courses.values import Ending, ending_at, value_at

_OUT = r"\s\"'<>\\^`{|}()\[\]"
"""What no address has in it as it stands."""
_WHOLE = re.compile(rf"(?:https?:)?//[^{_OUT}/][^{_OUT}]{{0,8000}}", re.IGNORECASE)
_SLANTED = re.compile(
    rf"(?<![^{_OUT},;])https?:(?:/|[/\\]{{0,8}}\\[/\\]{{0,8}})(?![/\\])[^{_OUT.replace(r'\\', '')}]{{1,8000}}",
    re.IGNORECASE,
)
"""With one slash, or with backslashes: browsers take these for slashes."""
_LINK = re.compile(r"""\bhref\s{0,9}=\s{0,9}(["'])\s{0,9}(?P<link>[^"'<>\s]{1,8000})\s{0,9}\1""", re.IGNORECASE)
_CODED = re.compile(rf"https?%(?:25)*3A%(?:25)*2F[^{_OUT}&;,]+", re.IGNORECASE)
_PARTIAL = re.compile(rf"(?<![^{_OUT}=,;])[\w.~%-]*/[^{_OUT},;]{{0,8000}}")
"""From another page, or without the beginning that browsers put before it."""
_CELL = re.compile("[;,]")
_ENDS = ".,;:!?*_~”’»"
"""What stands behind an address in the cells of a table, and at the end of a sentence."""
_SCHEME = re.compile(r"(https?):/{1,2}(?=[^/])", re.IGNORECASE)
_TIMES = 4


def addresses_in(text: str) -> Iterator[str]:
    """Yield each address in a text that is spelled out, without what belongs to the sentence around it."""
    for match in _WHOLE.finditer(text):
        yield _found(match)
    for match in _SLANTED.finditer(text):
        yield with_slashes(_found(match))
    slanted = [match["link"] for match in _LINK.finditer(text) if "\\" in match["link"]]
    yield from map(with_slashes, slanted)
    for match in _CODED.finditer(text):
        within = _WHOLE.match(decoded(match[0]))
        if within:
            yield trimmed(within[0])
    rest = _LINK.sub(_without_slanted, _SLANTED.sub(" ", text)) if "\\" in text else text
    for match in _PARTIAL.finditer(rest):
        yield _found(match)


def endings_in(text: str) -> dict[str, Ending]:
    """Return, for each whole address in a text, whether more is put behind it wherever it stands."""
    found: dict[str, Ending] = {}
    for match in _WHOLE.finditer(text):
        address, ending = _found(match), ending_at(text, *match.span())
        # Where it is all there is once, somebody follows it as it is.
        found[address] = ending if found.get(address, ending) is ending else Ending.WHOLE
    return found


def _without_slanted(link: re.Match[str]) -> str:
    return " " if "\\" in link["link"] else link[0]


def _found(match: re.Match[str]) -> str:
    fills_in = match.string.startswith("{", match.end())
    address = trimmed(match[0].removesuffix("$") if fills_in else match[0])
    return value_at(match.string, *match.span(), address) or address


def with_slashes(address: str) -> str:
    """Return an address with slashes in place of backslashes, as browsers read it."""
    page, hashed, anchor = address.partition("#")
    slanted = "\\" in page
    page = re.sub(r"\\+", "/", page)
    return (with_two_slashes(page) if slanted else page) + hashed + anchor.partition("\\")[0]


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
