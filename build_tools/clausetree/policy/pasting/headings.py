"""Headings that a paste has as plain lines: short, without a full stop, with words of their own below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetree.policy.labels.items import read_item
from clausetree.policy.pasting.joining import JOINING
from clausetree.policy.pasting.nodes import WRITTEN_ANCHOR, has_no_anchor, rows_of
from clausetree.policy.pasting.paste import Paste
from clausetree.policy.pasting.pasted_lines import clause_row, section_number

_TITLE = re.compile(r"[\"'“‘*_(]*[A-Z]")
_NOTE = re.compile(r"(?P<sign>[*_])(?![*_]).*[^*_](?P=sign)")
"""A line in italics says something about the policy."""
_CELLS = re.compile(r"\t|\S[ ]{3,}\S")
"""Between two cells of a table that a word processor or a PDF had."""
_ENDED = re.compile(rf"(?:[:;,.!|}}\\]|(?<=\s)(?:{JOINING}))[\s\"'”’*_)]*\Z")
"""A question may be a heading."""
_LONGEST = 100
_LONGEST_ABOVE_WORDS = 50
"""A longer line with words right below it may have been broken because it was full."""


def with_headings(text: str) -> str:
    """Return a text with `#` before what look like headings, if nobody has marked one or written an anchor."""
    paste = Paste(text)
    if WRITTEN_ANCHOR.search(text) or any(node.type == "heading" for node in paste.root.children):
        return text
    signs = dict(_Lines(paste).headings())
    return "".join(f"{signs[row]} {line}" if row in signs else line for row, line in enumerate(paste.lines))


class _Lines:
    def __init__(self, paste: Paste) -> None:
        self._paste = paste
        blocks = [node for node in paste.root.children if node.type in ("paragraph", "ordered_list")]
        self._free = [node for node in blocks if node.type == "paragraph" and has_no_anchor(node)]
        # "1. Introduction" is a list of one item, as Markdown has it.
        self._lone = [node for node in blocks if node.type == "ordered_list" and len(node.children) == 1]

    def headings(self) -> Iterator[tuple[int, str]]:
        """Yield each row that is a heading, and its signs."""
        sections = dict(self._sections())
        yield from sections.items()
        first = rows_of(self._paste.root.children[0]).start if self._paste.root.children else -1
        for node in self._free:
            row, below = rows_of(node).start, self._next_words(rows_of(node).start)
            if (
                row in sections
                or not self._looks_like_one(row)
                or not _TITLE.match(self._words_of_row(row))
                or _NOTE.fullmatch(self._words_of_row(row))
                or _CELLS.search(self._words_of_row(row))
                or not below
            ):
                continue
            above_words = rows_of(node).stop > row + 1
            if above_words and (len(self._words_of_row(row)) > _LONGEST_ABOVE_WORDS or not _TITLE.match(below)):
                continue
            within = bool(sections) and clause_row(below) is not None
            yield row, "#" if row == first else "###" if within else "##"

    def _sections(self) -> Iterator[tuple[int, str]]:
        """Yield the rows with the number of those below: "2.0 Visits" or "2. Visits" above 2.1."""
        for node in (*self._free, *self._lone):
            for row in rows_of(node):
                number = section_number(self._words_of_row(row))
                if not number or not self._looks_like_one(row):
                    continue
                below = clause_row(self._next_words(row))
                if below and below.number.startswith(f"{number}."):
                    yield row, "##" + "#" * number.count(".")

    def _looks_like_one(self, row: int) -> bool:
        words = self._words_of_row(row)
        return len(words) <= _LONGEST and not _ENDED.search(words) and not read_item(words)

    def _words_of_row(self, row: int) -> str:
        return self._paste.lines[row].strip()

    def _next_words(self, row: int) -> str:
        """Return the next words below a row; "" where it is the last one."""
        return next((line.strip() for line in self._paste.lines[row + 1 :] if line.strip()), "")
