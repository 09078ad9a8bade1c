"""The layout of a pasted policy: what a word processor marks by signs and new lines, Markdown marks otherwise.

Words that have an anchor were laid out by somebody, and are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from clausetree.policy.headings import with_headings
from clausetree.policy.paste import MARGIN, Paste

_TIGHT_HEADING = re.compile(r"(?P<signs>[ ]{0,3}#{1,6})(?=[^#\s])")
_BULLET = re.compile(r"[ \t]*(?P<sign>[•◦‣▪●○■□➢·\uf0a7\uf0b7\uf0d8]|o(?=\t))\s+(?=\S)")
"""What word processors put before items. The last few are signs of their own fonts."""
_BRACKET = re.compile(r"(?P<number>[ \t>]*\d{1,9})\)")


def laid_out(text: str) -> str:
    """Return a policy's Markdown with each heading, clause, item and list where Markdown has it begin."""
    return _parted(with_headings(_parted(text)))


def _parted(text: str) -> str:
    """Part what stands together. What has come to stand apart may have more to part within it."""
    made = text
    for step in (Paste.clauses_within, Paste.apart):
        made = _with_blank_lines(_with_marks(made), step)
    return made if made == text else _parted(made)


def _with_marks(text: str) -> str:
    """Put the marks of Markdown where others stand: `# ` for `#`, `- ` for a bullet, `1.` for `1)`."""
    paste = Paste(text)
    made: list[str] = []
    signs: list[str] = []
    for row, line in enumerate(paste.lines):
        if row in paste.empty:
            continue
        bullet = _BULLET.match(line) if row in paste.free else None
        if bullet:
            signs += [bullet["sign"]] if bullet["sign"] not in signs else []
            line = f"{'    ' * signs.index(bullet['sign'])}- {line[bullet.end() :]}"
        elif line.strip() and not line[0].isspace():
            # An item was pasted as one line: what stands at the margin below it is none of its words.
            made += [_blank_below(made[-1], line)] if signs and made[-1].strip() else []
            signs = []
        if row in paste.free:
            line = _TIGHT_HEADING.sub(r"\g<signs> ", line)
        made.append(_BRACKET.sub(r"\g<number>.", line, count=1) if row in paste.bracketed else line)
    return "".join(made)


def _with_blank_lines(text: str, before: Callable[[Paste], Iterable[int]]) -> str:
    """Put a blank line before some of the rows."""
    paste = Paste(text)
    lines = paste.lines
    blank = {row: _blank_below(lines[row - 1], lines[row]) for row in before(paste)}
    return "".join(blank.get(row, "") + line for row, line in enumerate(lines))


def _blank_below(above: str, below: str) -> str:
    """Return a blank line to stand between two lines, within the same quotation."""
    margins = (match[0].rstrip() for line in (above, below) if (match := MARGIN.match(line)))
    return min(margins, key=lambda margin: margin.count(">")) + above[len(above.rstrip("\r\n")) :]
