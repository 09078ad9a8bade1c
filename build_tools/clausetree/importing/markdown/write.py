"""The body of a policy in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import assert_never

from clausetree.importing.blocks import (
    Block,
    Bullet,
    Cell,
    Definitions,
    Entry,
    Heading,
    Note,
    Paragraph,
    Quotation,
    Rule,
    Table,
    Words,
    flattened,
)
from clausetree.importing.markdown.inline import begun, inline
from clausetree.importing.markdown.nesting import COUNTED, WIDTH, Nesting, Place
from clausetree.policy.document import Code, Text
from clausetree.render.word.bookmarks import READER
from clausetree.render.word.leading import NOWHERE
from clausetree.report.names import slug

_APART = "<!-- -->"
"""Between two lists that would be read as one."""
_EDITORIAL = "{: .editorial }"
_NO_LINKS: Mapping[str, str] = MappingProxyType({})
_OUTSIDE = re.compile(r"(?:https?:|mailto:|tel:|//)", re.IGNORECASE)


@dataclass(slots=True)
class _Work:
    prefix: str
    places: frozenset[str]
    known: Mapping[str, str]
    written: Mapping[str, str]
    links: dict[str, str] = field(default_factory=dict)
    lost: list[tuple[str, str]] = field(default_factory=list)

    def target(self, href: str, words: str) -> str:
        """Return what stands behind the words of a link: the place within, or the label of an address."""
        if href.startswith("#"):
            if href[1:] in self.places:
                return f"({href})"
            if (name := f"{NOWHERE}{href[1:].removeprefix(READER)}") in self.written:
                return self.written[name]
            self.lost.append((href[1:], words))
            return ""
        if href in self.written:
            return self.written[href]
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


def write_blocks(
    blocks: Sequence[Block],
    policy: str,
    known: Mapping[str, str] = _NO_LINKS,
    written: Mapping[str, str] = _NO_LINKS,
) -> Written:
    """Write the blocks of a policy with this id. Names of places stay in comments until anchors are known.

    `known` has the addresses of labels that there are, and `written` how links to an address were written.
    """
    places = frozenset(key for block in flattened(blocks) for key in _keys_of(block))
    work = _Work(policy, places, known, written)
    return Written("\n".join(_Writer(work).lines(blocks)).strip("\n") + "\n", work.links, tuple(work.lost))


def _is_empty(block: Block) -> bool:
    return isinstance(block, Bullet | Paragraph) and not block.words


def _sign(block: Block) -> str:
    """Return the sign of an item."""
    label = block.label if isinstance(block, Paragraph) and COUNTED.fullmatch(block.label) else "-"
    return f"{label} ".ljust(WIDTH)


def _keys_of(block: Block) -> Iterator[str]:
    for one in (block, *(block.entries if isinstance(block, Definitions) else ())):
        yield from getattr(one, "key", "").split()


class _Writer:
    """Writes block after block."""

    def __init__(self, work: _Work) -> None:
        self._work = work

    def lines(self, blocks: Sequence[Block]) -> Iterator[str]:
        nesting = Nesting()
        signs = ""
        for at, block in enumerate(blocks):
            place = nesting.place(blocks, at)
            margin = " " * place.margin
            if place.apart:
                yield from ("", f"{margin}{_APART}")
            if not place.tight and not signs:
                yield ""
            if place.item and _is_empty(block) and at + 1 < len(blocks):
                # What stands in an item without words begins where those would.
                signs = f"{signs or margin}{_sign(block)}"
                continue
            first, *rest = self._block(block, place)
            yield f"{signs or margin}{first}".rstrip()
            yield from (f"{margin}{line}".rstrip() for line in rest)
            signs = ""

    def _block(self, block: Block, place: Place) -> Iterator[str]:
        """Yield the lines of a block, as it stands at the margin."""
        match block:
            case Bullet(words=words, key=key):
                yield f"- {begun(self._inline(words))}{place_of(key)}"
                if block.editorial:
                    yield f"  {_EDITORIAL}"
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield from self._paragraph(block, place)
            case Table():
                yield from self._table(block)
            case Quotation(blocks=inner):
                yield from (f"> {line}" for line in self._inner(inner))
            case Definitions(entries=entries):
                yield from self._definitions(entries)
            case Rule():
                yield "---"
            case Note(key=key, blocks=inner):
                yield from _hung(f"[^{key}]: ", self._inner(inner))
            case _:
                assert_never(block)

    def _inner(self, blocks: Sequence[Block]) -> list[str]:
        return "\n".join(self.lines(blocks)).strip("\n").split("\n")

    def _inline(self, words: Words) -> str:
        return inline(words, self._work.target)

    def _heading(self, heading: Heading) -> str:
        words = " ".join([*filter(None, [heading.label]), self._inline(heading.words)])
        line = f"{'#' * min(heading.level, 6)} {words.replace('<br>', ' ')}{place_of(heading.key)}"
        return f"{line} {_EDITORIAL}" if heading.editorial else line

    def _paragraph(self, paragraph: Paragraph, place: Place) -> Iterator[str]:
        words = self._inline(paragraph.words)
        if place.item and COUNTED.fullmatch(paragraph.label):
            written = f"{_sign(paragraph)}{begun(words)}"
        else:
            written = f"{'- ' if place.item else ''}{begun(f'{paragraph.label} {words}'.strip())}"
        yield f"{written}{place_of(paragraph.key)}"
        if paragraph.editorial:
            yield f"{' ' * WIDTH if place.item else ''}{_EDITORIAL}"

    def _definitions(self, entries: Sequence[Entry]) -> Iterator[str]:
        for at, entry in enumerate(entries):
            if at:
                yield ""
            yield f"{begun(self._inline(entry.words))}{place_of(entry.key)}"
            for meaning in entry.meanings:
                yield from _hung(":   ", self._inner(meaning))

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
                    words = f"{block.label} {self._inline(_in_cell(block.words))}".strip()
                    lines.append(f"{words}{place_of(block.key)}")
                case Bullet():
                    lines.append(f"• {self._inline(_in_cell(block.words))}")
                case Table():
                    lines += [" ".join(filter(None, self._cells(row))) for row in _spread(block)]
                case Note() | Quotation() | Definitions():
                    lines += [
                        self._inline(_in_cell(one.words))
                        for one in flattened([block])
                        if isinstance(one, Paragraph)
                    ]
                case Rule():
                    pass
                case _:
                    assert_never(block)
        return "<br>".join(filter(None, lines)).replace("|", "\\|")


def _in_cell(words: Words) -> Words:
    """Return words for a cell: code that has a backslash before a bar would end the cell there."""
    return tuple(Text(one.text) if isinstance(one, Code) and "\\|" in one.text else one for one in words)


def _hung(sign: str, lines: Sequence[str]) -> Iterator[str]:
    """Yield lines that hang on a sign."""
    first, *rest = lines
    yield f"{sign}{first}"
    yield from (f"    {line}" if line else "" for line in rest)


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
