"""HTML read as a browser reads it: elements that open and close, and the words between them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final, override

VOID: Final = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr"})
"""The elements that hold nothing and are never closed."""

_COMMENT_END: Final = re.compile("--!?>")
_EMPTY_COMMENTS: Final = (">", "->")
"""What ends a comment right where it begins."""
_TEXT_ONLY: Final = ("script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes")
"""The elements in which no tag begins but their own end."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An element begins. An attribute without a value has an empty one; entities in values are read."""

    tag: str
    attributes: Mapping[str, str]

    @property
    def classes(self) -> frozenset[str]:
        """The names in its attribute `class`."""
        return frozenset(self.attributes.get("class", "").split())


@dataclass(frozen=True, slots=True)
class Closed:
    """An end tag: of the innermost element that is open and called so, or of none."""

    tag: str


@dataclass(frozen=True, slots=True)
class Words:
    """Words and white space, their entities read. Words in a row may come in several."""

    text: str


type Piece = Opened | Closed | Words


def read_pieces(html: str) -> list[Piece]:
    """Return what stands in `html`, in order, without comments and declarations. It raises nothing."""
    reader = _Reader(html)
    reader.feed(html)
    reader.close()
    return reader.pieces


class _Reader(HTMLParser):
    """Python's reader, which looks for the end of each tag and comment up to the end of the page.

    Its versions differ in where comments and scripts end. Here they end where HTML says that they do.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.pieces: list[Piece] = []
        self._behind_last_tag = len(html) - html.rfind(">")
        self._comments_end = True

    def _may_end(self, i: int) -> bool:
        return len(self.rawdata) - i > self._behind_last_tag

    @override
    def parse_starttag(self, i: int) -> int:
        if not self._may_end(i):
            return -1
        end = super().parse_starttag(i)
        opened = self.pieces[-1] if end >= 0 else None
        if isinstance(opened, Opened) and opened.tag in _TEXT_ONLY:
            self.set_cdata_mode(opened.tag)
            self.interesting = re.compile(rf"</{opened.tag}(?=[\s/>])", re.IGNORECASE)
        return end

    @override
    def parse_endtag(self, i: int) -> int:
        if not self._may_end(i):
            return -1
        if not self.cdata_elem:
            return super().parse_endtag(i)
        self.handle_endtag(self.cdata_elem)
        self.clear_cdata_mode()
        return self.rawdata.index(">", i) + 1

    @override
    def parse_comment(self, i: int, report: bool = True) -> int:
        behind = i + len("<!--")
        for sign in _EMPTY_COMMENTS:
            if self.rawdata.startswith(sign, behind):
                return behind + len(sign)
        end = _COMMENT_END.search(self.rawdata, behind) if self._comments_end else None
        self._comments_end = end is not None
        return end.end() if end else -1

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # Of an attribute that is there twice, browsers take the first.
        self.pieces.append(Opened(tag, {name: value or "" for name, value in reversed(attrs)}))

    @override
    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(Closed(tag))

    @override
    def parse_marked_section(self, i: int, report: bool = True) -> int:
        # For browsers `<![…` begins a comment. Python's reader knows some keywords, and raises at others.
        return self.parse_bogus_comment(i, report)

    @override
    def handle_data(self, data: str) -> None:
        self.pieces.append(Words(data))
