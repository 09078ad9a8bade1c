"""Where links and references of a document lead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from clausetree.importing.open_document.inlines import Cited
from clausetree.importing.open_document.names import q, safe, said
from clausetree.importing.remarks import Kind, Remark
from clausetree.importing.words import says_number

_COUNTED = re.compile(r"\A(?:\d+\.)*\s*")
"""A link to a heading says its number and its words."""


def headings_asked_for(text: Element) -> dict[str, str]:
    """Return the key of each heading that a link names by its words."""
    asked: dict[str, str] = {}
    for link in text.iter(q("text:a")):
        name, sign, kind = said(link, "xlink:href").strip().removeprefix("#").rpartition("|")
        if sign and kind == "outline":
            asked[_COUNTED.sub("", name)] = safe(f"{name}|{kind}")
    return asked


def stale(cited: Iterable[Cited], numbers: Mapping[str, str]) -> Iterator[Remark]:
    """Yield the references that say another number than stands at their place; `numbers` has those by keys."""
    for one in cited:
        now = numbers.get(one.key, "")
        if now and not says_number(one.words, now):
            yield Remark(Kind.STALE, one.words, more=now)
