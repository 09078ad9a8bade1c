"""Paragraphs of plain text as blocks: whatever tells what they are, was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausetree.importing.blocks import WIDE, Block, Bullet, Cell, Heading, Paragraph, Table, Words, spoken
from clausetree.importing.contents import without_contents
from clausetree.importing.remarks import Remark
from clausetree.policy.document import Text
from clausetree.policy.labels.label import Beginning, Form, Label, Place
from clausetree.policy.labels.labels import labels_of
from clausetree.policy.pasting.headings import with_headings
from clausetree.policy.pasting.pasted import BULLET

_SIGN = re.compile(r"(?P<sign>[-–*])\s+(?=\S)")
_BOXES = "☐☑☒"
_HEADED = re.compile(r"(#{1,6}) ")


def typed_blocks(paragraphs: Sequence[str]) -> tuple[list[Block], list[Remark]]:
    """Return paragraphs as blocks, without the list of contents."""
    kept, remarks = without_contents([Paragraph("", _words(line.strip())) for line in paragraphs])
    lines = [spoken(block).replace(WIDE, "\t") for block in kept]
    return list(_blocks(lines)), remarks


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    labels = labels_of([Beginning(line, Place.PARAGRAPH) for line in lines])
    levels = _headings(lines, labels)
    signs: list[str] = []
    at = 0
    while at < len(lines):
        line, label, rows = lines[at], labels[at], _rows(lines, labels, at)
        bullet = None if label else _bullet(line)
        if len(rows) > 1:
            yield _table(rows)
            at += len(rows)
            continue
        at += 1
        if bullet:
            signs += [bullet["sign"]] if bullet["sign"] not in signs else []
            yield Bullet(_words(line[bullet.end() :]), signs.index(bullet["sign"]))
            continue
        signs = []
        printed = label.printed if label else ""
        words = _words(line[len(printed) :].strip())
        level = levels.get(at - 1)
        yield Heading(level, printed, words) if level else Paragraph(printed, words, _depth(labels, label))


def _bullet(line: str) -> re.Match[str] | None:
    """A box to tick is read by whatever reads the policy."""
    match = BULLET.match(line) or _SIGN.match(line)
    return None if match and match["sign"] in _BOXES else match


def _headings(lines: Sequence[str], labels: Sequence[Label | None]) -> dict[int, int]:
    """Return the level of each line that looks like a heading, with words of its own below it."""
    text = with_headings("\n\n".join(lines)).split("\n\n") if lines else []
    signs = [_HEADED.match(now) if line != now else None for line, now in zip(lines, text, strict=True)]
    levels = {at: len(sign[1]) for at, sign in enumerate(signs) if sign}
    return {
        at: level
        for at, level in levels.items()
        if labels[at] or level == 1 or levels.get(at + 1, level + 1) > level
    }


def _depth(labels: Sequence[Label | None], label: Label | None) -> int:
    depth = 0
    while label is not None and label.form is Form.ITEM and label.parent is not None:
        depth, label = depth + 1, labels[label.parent]
    return depth


def _rows(lines: Sequence[str], labels: Sequence[Label | None], at: int) -> list[list[str]]:
    """Return the rows of the table that begins on a line: with tabs between as many cells each."""
    rows: list[list[str]] = []
    for row in range(at, len(lines)):
        line = lines[row]
        cells = line.split("\t")
        if labels[row] or len(cells) == 1 or _bullet(line) or (rows and len(cells) != len(rows[0])):
            break
        rows.append(cells)
    return rows


def _table(rows: Sequence[Sequence[str]]) -> Table:
    return Table(tuple(tuple(Cell((Paragraph("", _words(cell.strip())),)) for cell in row) for row in rows))


def _words(line: str) -> Words:
    text = " ".join(re.sub(r"[ ]*\t\s*", WIDE, line).split(" "))
    return (Text(text),) if text else ()
