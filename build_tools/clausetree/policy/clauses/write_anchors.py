"""Anchors written into a policy's Markdown. No word is changed: only spaces go that stand at a line's end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never

from clausetree.policy.clauses.unanchored import Unanchored
from clausetree.policy.document import Shape

_LIST = re.compile(r"\{:(?=[^{}\n]*\}[ ]*\Z)")
_CLOSING = re.compile(r"[ \t]+#+\Z")
"""A heading may be closed by the signs that open it."""
_OPENING = re.compile(r"(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*")
"""The signs of quotations and lists, on the first line of what stands in them."""
_MARGIN = re.compile(r"[ \t>]*")
_CELL = re.compile(r"(?:\\.|[^|])+")
_LINE_END = re.compile(r"\r\n|\r|\n")


def with_new_anchors(text: str, named: Iterable[tuple[Unanchored, str]]) -> str:
    """Return a policy's Markdown with these anchors, each where it belongs."""
    for lost, anchor in sorted(named, key=lambda pair: pair[0].end, reverse=True):
        start = max(text.rfind(sign, 0, lost.end) for sign in "\r\n") + 1
        line, below = text[start : lost.end], text[lost.end :]
        match lost.shape:
            case Shape.HEADING:
                line = _closing(line, anchor)
            case Shape.ROW:
                line = _in_cell(line, anchor)
            case Shape.ENTRY if start <= lost.clause.span.start:
                line = _with_anchor(line, anchor)  # below a word alone stands what it means
            case Shape.PARAGRAPH | Shape.ITEM | Shape.ENTRY | Shape.NOTE:
                margin = (
                    _blank_margin(_OPENING, line)
                    if start <= lost.clause.span.start
                    else _blank_margin(_MARGIN, line)
                )
                line = _below_words(line, margin, _line_end(text, lost.end), anchor)
                below = below.lstrip(" \t")  # two of them would break the line before the anchor
            case _:
                assert_never(lost.shape)
        text = text[:start] + line + below
    return text


def _closing(line: str, anchor: str) -> str:
    match = _CLOSING.search(line) if line.lstrip(" \t>").startswith("#") else None
    end = match.start() if match else len(line)
    return _with_anchor(line[:end], anchor) + line[end:]


def _in_cell(line: str, anchor: str) -> str:
    """A row's anchor stands in its first cell with words."""
    cells = _CELL.finditer(line, len(_blank_margin(_OPENING, line)))
    end = next(len(line[: cell.end()].rstrip()) for cell in cells if cell[0].strip())
    behind = " " if line[end : end + 1] == "|" else ""
    return _with_anchor(line[:end], anchor) + behind + line[end:]


def _below_words(line: str, margin: str, line_end: str, anchor: str) -> str:
    if _LIST.match(line.lstrip(" \t>")):
        return _with_anchor(line, anchor)
    return f"{line}{line_end}{margin}{{: #{anchor} }}"


def _with_anchor(words: str, anchor: str) -> str:
    """Put an anchor into the list that ends `words`, or behind them where none does."""
    written = _LIST.sub(f"{{: #{anchor}", words)
    return written if written != words else f"{words} {{: #{anchor} }}"


def _blank_margin(opening: re.Pattern[str], line: str) -> str:
    """Return the margin of a line with the signs of lists blank: what continues an item has none."""
    match = opening.match(line)
    return re.sub(r"[^>]", " ", match[0].expandtabs(4)) if match else ""


def _line_end(text: str, at: int) -> str:
    match = _LINE_END.search(text, at) or _LINE_END.search(text)
    return match[0] if match else "\n"
