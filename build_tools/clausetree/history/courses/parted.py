"""Addresses of which the parts stand apart: in runs of letters, in strings of data, on two lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from clausetree.history.courses.addresses import addresses_in

_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z][\w:.-]*+)[^<>]*+>")
_ENDS_LINE = frozenset(
    {
        *("p", "div", "li", "td", "th", "tr", "br", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article"),
        *("tab", "tc", "row", "si", "c", "h", "script", "style", "body", "head", "title"),
    }
)
"""Elements, without the beginnings of their names, at which an address is over."""
_LINE_END = re.compile(r"(?<=[^\s#])-?[ \t]*\r?\n[ \t]*(?=[^\s<])")
_FIELD = re.compile(
    r"""HYPERLINK\s+"(?P<page>[^"\s]+)"(?:\s+\\+[a-km-z](?:\s+"[^"]{0,400}")?){0,8}\s+\\+l\s+"(?P<anchor>[^"\s]+)\""""
)
"""Word’s way: the anchor stands behind the address, and not with it."""
_RUN = re.compile(r"[^\s\"'<>]+")
_NUL = "\0"
"""Stands where two parts meet while the address is looked for: no text has it."""
_BEGINNING = re.compile(f"(?:h{_NUL}?t{_NUL}?t{_NUL}?p(?:{_NUL}?s)?{_NUL}?:{_NUL}?)?/{_NUL}?/", re.IGNORECASE)
_LARGEST = 8_000_000
"""Larger data are not read as such: what they hold is searched as text."""


@dataclass(frozen=True, slots=True)
class Parted:
    """An address, and the part of it that stands first."""

    address: str
    first: str


def parted_in(text: str) -> Iterator[Parted]:
    """Yield the addresses that come about where parts of the text are joined. Some of them are none."""
    without_tags = _without_tags(text)
    for field in _FIELD.finditer(without_tags.replace(_NUL, "") or text):
        yield Parted(f"{field['page']}#{field['anchor']}", field["page"])
    for joined in (without_tags, _LINE_END.sub(_NUL, text), *_strings(text)):
        if _NUL in joined:
            yield from _across(joined)


def _across(joined: str) -> Iterator[Parted]:
    for match in _RUN.finditer(joined):
        run = match[0]
        # Words may stand before an address without a space, and another address behind it.
        starts = [beginning.start() for beginning in _BEGINNING.finditer(run)]
        for start, end in pairwise([*starts, len(run)]):
            first, _, rest = run[start:end].partition(_NUL)
            for address in addresses_in(first + rest.replace(_NUL, "")) if rest.strip(_NUL) else ():
                yield Parted(address, first)


def _without_tags(text: str) -> str:
    return _TAG.sub(lambda tag: "\n" if _ends_line(tag["name"]) else _NUL, text) if "<" in text else ""


def _ends_line(name: str) -> bool:
    return name.rpartition(":")[2].lower() in _ENDS_LINE


def _strings(text: str) -> Iterator[str]:
    start, end = text.find("{"), text.rfind("}") + 1
    for piece in (text, text[start:end]):
        if len(piece) <= _LARGEST and piece.lstrip()[:1] in ("{", "["):
            try:
                data = json.loads(piece)
            except (ValueError, RecursionError):
                continue
            yield from _rows(data)
            return


def _rows(data: Any) -> Iterator[str]:
    """Yield the strings of each list in a row, and all that stand under one name, in the order of the data.

    Editors keep what is bold or linked in lists within lists, each with its words under the same name.
    """
    named: dict[str, list[str]] = {}
    waiting = [data]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            for name, value in one.items():
                if isinstance(value, str):
                    named.setdefault(name, []).append(value)
            waiting += reversed(one.values())
        elif isinstance(one, list):
            waiting += reversed(one)
            yield _NUL.join(each for each in one if isinstance(each, str))
    yield from (_NUL.join(values) for values in named.values())
