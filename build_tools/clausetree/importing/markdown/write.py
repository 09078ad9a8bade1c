"""The body of a policy in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import assert_never

from clausetree.importing.blocks import Block, Bullet, Cell, Heading, Note, Paragraph, Table, flattened
from clausetree.importing.markdown.inline import begun, inline
from clausetree.report.names import slug

_COUNTED = re.compile(r"(?P<count>\d{1,9})(?P<sign>[.)])")
_APART = "<!-- -->"
"""Between two lists that would be read as one."""
_WIDTH = 4
_NO_LINKS: Mapping[str, str] = MappingProxyType({})
_OUTSIDE = re.compile(r"(?:https?:|mailto:|tel:|//)", re.IGNORECASE)


@dataclass(slots=True)
class _Work:
    prefix: str
    places: frozenset[str]
    known: Mapping[str, str]
    links: dict[str, str] = field(default_factory=dict)
    lost: list[tuple[str, str]] = field(default_factory=list)

    def target(self, href: str, words: str) -> str:
        """Return what stands behind the words of a link: the place within, or the label of an address."""
        if href.startswith("#"):
            if href[1:] in self.places:
                return f"({href})"
            self.lost.append((href[1:], words))
            return ""
        if not _OUTSIDE.match(href):
            self.lost.append((href, words))
            return ""
        there = {**self.links, **self.known}
        label = next((label for label, address in there.items() if address == href), None)
        if label is None:
            base = f"{self.prefix}-{slug(words) or 'link'}"[:60].strip("-")
            label, times = base, 1
            while label in there:
                times += 1
                label = f"{base}-{times}"
            self.links[label] = href
        return f"[{label}]"


@dataclass(frozen=True, slots=True)
class Written:
    """Markdown, the labels of links with their addresses, and links that lead nowhere, with their words."""

    text: str
    links: Mapping[str, str]
    lost: tuple[tuple[str, str], ...]


def write_blocks(blocks: Sequence[Block], policy: str, known: Mapping[str, str] = _NO_LINKS) -> Written:
    """Write the blocks of a policy with this id. Names of places stay in comments until anchors are known.

    `known` has the addresses of labels that there are.
    """
    everything = flattened(tuple(blocks))
    places = frozenset(key for block in everything for key in getattr(block, "key", "").split())
    work = _Work(policy, places, known)
    return Written("\n".join(_Writer(work).lines(blocks)).strip("\n") + "\n", work.links, tuple(work.lost))


class _Writer:
    """Writes block after block. `_open` are the lists of numbers that are open: their depth, and last count."""

    def __init__(self, work: _Work) -> None:
        self._work = work
        self._open: list[tuple[int, int]] = []
        self._bullets: list[int] = []

    def lines(self, blocks: Sequence[Block]) -> Iterator[str]:
        for at, block in enumerate(blocks):
            bullets = list(self._bullets)
            match block:
                case Bullet(depth=depth):
                    nested = self._stays_open(blocks, at)
                    if not nested and not bullets:
                        self._open = []
                    self._bullets = [*(deep for deep in bullets if deep < depth), depth]
                    margin = " " * (_WIDTH * (len(self._open) + len(self._bullets) - 1))
                    tight = bool(bullets)
                    yield from ([] if tight else [""])
                    yield f"{margin}- {begun(inline(block.words, self._work.target))}{place_of(block.key)}"
                    continue
                case Heading():
                    self._open = []
                    yield from ("", self._heading(block))
                case Paragraph():
                    yield from self._paragraph(block, bool(bullets))
                    if not block.label and block.depth and bullets:
                        continue
                case Table():
                    self._open = []
                    yield from ("", *self._table(block))
                case Note():
                    self._open = []
                    yield from ("", *self._note(block))
                case _:
                    assert_never(block)
            self._bullets = []

    def _stays_open(self, blocks: Sequence[Block], at: int) -> bool:
        """Tell whether bullets stand within an item: where its list goes on behind them."""
        if not self._open:
            return False
        behind = next((block for block in blocks[at:] if not isinstance(block, Bullet)), None)
        match = _COUNTED.fullmatch(behind.label) if isinstance(behind, Paragraph) else None
        return match is not None and any(int(match["count"]) == count + 1 for _, count in self._open)

    def _heading(self, heading: Heading) -> str:
        words = " ".join([*filter(None, [heading.label]), inline(heading.words, self._work.target)])
        return f"{'#' * min(heading.level, 6)} {words.replace('<br>', ' ')}{place_of(heading.key)}"

    def _paragraph(self, paragraph: Paragraph, behind_bullets: bool) -> Iterator[str]:
        words, place = inline(paragraph.words, self._work.target), place_of(paragraph.key)
        counted = _COUNTED.fullmatch(paragraph.label)
        if counted is None and paragraph.label:
            self._open = [(depth, count) for depth, count in self._open if depth < paragraph.depth]
            yield from ("", f"{self._margin()}{begun(f'{paragraph.label} {words}'.strip())}{place}")
            return
        if counted is None:
            if not paragraph.depth:
                self._open = []
            around = [depth for depth in self._bullets if depth < paragraph.depth] if behind_bullets else []
            margin = " " * (_WIDTH * len(around))
            yield from ("", f"{self._margin()}{margin}{begun(words)}{place}")
            return
        count = int(counted["count"])
        goes_on = next((last for depth, last in self._open if depth == paragraph.depth), None)
        self._open = [(depth, last) for depth, last in self._open if depth < paragraph.depth]
        if goes_on is not None and goes_on + 1 != count:
            yield from ("", f"{self._margin()}{_APART}")
        yield ""
        yield f"{self._margin()}{f'{paragraph.label} '.ljust(_WIDTH)}{begun(words)}{place}"
        self._open.append((paragraph.depth, count))

    def _margin(self) -> str:
        return " " * (_WIDTH * len(self._open))

    def _table(self, table: Table) -> Iterator[str]:
        rows = [self._cells(row) for row in _spread(table)]
        width = max(map(len, rows), default=0)
        rows = [[*row, *[""] * (width - len(row))] for row in rows]
        if not table.heads:
            rows.insert(0, [""] * width)
        for at, row in enumerate(rows):
            yield f"| {' | '.join(row)} |"
            if not at:
                yield f"|{' --- |' * width}"

    def _cells(self, row: Sequence[Cell | None]) -> list[str]:
        return ["" if cell is None else self._cell(cell) for cell in row]

    def _cell(self, cell: Cell) -> str:
        lines = []
        for block in cell.blocks:
            match block:
                case Heading() | Paragraph():
                    words = f"{block.label} {inline(block.words, self._work.target)}".strip()
                    lines.append(f"{words}{place_of(block.key)}")
                case Bullet():
                    lines.append(f"• {inline(block.words, self._work.target)}")
                case Table():
                    lines += [" ".join(filter(None, self._cells(row))) for row in _spread(block)]
                case Note():
                    lines += [
                        inline(one.words, self._work.target)
                        for one in block.blocks
                        if isinstance(one, Paragraph)
                    ]
        return "<br>".join(filter(None, lines)).replace("|", "\\|")

    def _note(self, note: Note) -> Iterator[str]:
        first, *rest = note.blocks or (Paragraph("", ()),)
        words = (
            inline(first.words, self._work.target) if isinstance(first, Paragraph | Bullet | Heading) else ""
        )
        yield f"[^{note.key}]: {words}{place_of(getattr(first, 'key', ''))}"
        for block in rest:
            if isinstance(block, Paragraph | Bullet | Heading):
                yield from ("", f"    {begun(inline(block.words, self._work.target))}")


def _spread(table: Table) -> list[list[Cell | None]]:
    """Return the cells by the columns that they begin in; None where an earlier one reaches to."""
    taken: dict[int, int] = {}
    rows: list[list[Cell | None]] = []
    for row in table.rows:
        cells: list[Cell | None] = []
        for cell in row:
            while taken.get(len(cells), 0):
                taken[len(cells)] -= 1
                cells.append(None)
            begins = len(cells)
            cells += [cell, *[None] * (cell.columns - 1)]
            for column in range(begins, len(cells)):
                taken[column] = cell.rows - 1
        while taken.get(len(cells), 0):
            taken[len(cells)] -= 1
            cells.append(None)
        rows.append(cells)
    return rows


def place_of(key: str) -> str:
    """Return the comment that keeps the names of a place."""
    return f" <!--ct:{key}-->" if key else ""


def has_joined_cells(table: Table) -> bool:
    """Tell whether a cell of a table takes more than one column or row."""
    return any(cell.columns > 1 or cell.rows > 1 for row in table.rows for cell in row)
