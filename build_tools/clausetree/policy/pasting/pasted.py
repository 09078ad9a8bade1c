"""The layout of a pasted policy: what a word processor marks by signs and new lines, Markdown marks otherwise.

Words that have an anchor were laid out by somebody, and are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from clausetree.policy.pasting.headings import with_headings
from clausetree.policy.pasting.paste import Paste
from clausetree.policy.pasting.pasted_lines import with_plain_number

_TIGHT_HEADING = re.compile(
    r"\A(?P<signs>[ ]{0,3}#{1,6})(?=[\W_]*[A-ZÀ-ÖØ-Þ\d])(?!.*[.;,]\s*\Z)(?=[^#\s])", re.DOTALL
)
"""A line like "#team or a name." is words: a heading is short of a full stop, and begins with a capital."""
BULLET = re.compile(r"[ \t]*(?P<sign>[•◦‣▪●○■□☐☑☒➢·\uf0a7\uf0b7\uf0d8]|-(?=\u00a0)|o(?=\t))\s+(?=\S)")
"""What word processors put before items. The last few are signs of their own fonts."""
_BOXES = {"☐": "[ ] ", "☑": "[x] ", "☒": "[x] "}


def laid_out(text: str) -> str:
    """Return a policy's Markdown with each heading, clause, item and list where Markdown has it begin."""
    return _separated(with_headings(_separated(text)))


def _separated(text: str) -> str:
    """Part what stands together. What has come to stand apart may have more to part within it."""
    made = text
    for step in (Paste.clauses_within, Paste.apart):
        made = _with_blank_lines(_with_marks(made), step)
    return made if made == text else _separated(made)


def _with_marks(text: str) -> str:
    """Put the marks that are read where others stand: `# ` for `#`, `- ` for a bullet, `1.1 ` for `1.1-`."""
    paste = _paste(text)
    made: list[str] = []
    signs: list[str] = []
    for row, line in enumerate(paste.lines):
        if row in paste.empty:
            continue
        bullet = BULLET.match(line) if row in paste.free else None
        if bullet:
            signs += [bullet["sign"]] if bullet["sign"] not in signs else []
            box = _BOXES.get(bullet["sign"], "")
            line = f"{'    ' * signs.index(bullet['sign'])}- {box}{line[bullet.end() :]}"
        elif signs and line.strip() and not line[0].isspace():
            # An item was pasted as one line: what stands at the margin below it is none of its words.
            made += [made[-1][len(made[-1].rstrip("\r\n")) :]] if made[-1].strip() else []
            signs = []
        elif row in paste.margins:
            line = " " * paste.margins[row] + line.lstrip(" \t")
        if row in paste.first or (row in paste.free and line.lstrip().startswith("##")):
            line = _TIGHT_HEADING.sub(r"\g<signs> ", line)
        made.append(with_plain_number(line) if row in paste.first else line)
    return "".join(made)


def _with_blank_lines(text: str, before: Callable[[Paste], Iterable[int]]) -> str:
    paste = _paste(text)
    return paste.with_blank_lines(set(before(paste)))


def _paste(text: str) -> Paste:
    return Paste(text)
