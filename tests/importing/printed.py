"""Blocks as a program prints them without any looks: a line to each, with its number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from clausetree.importing.blocks import Block, Bullet, Note, Table, plain, spoken


def printed(blocks: Iterable[Block]) -> list[str]:
    """Return the lines of blocks."""
    return [said for line in _lines(blocks) if (said := _plainly(line))]


def printed_by_libreoffice(path: Path) -> list[str]:
    """Return the lines of a text that LibreOffice wrote of a document."""
    lines = path.read_text(encoding="utf-8-sig").split("\n")
    return [said for line in lines if (said := _plainly(line))]


def _lines(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Table(rows=rows):
                yield from (line for row in rows for cell in row for line in _lines(cell.blocks))
            case Note(blocks=inner):
                yield from _lines(inner)
            case Bullet(words=words):
                yield from f"• {plain(words)}".split("\n")
            case _:
                yield from spoken(block).split("\n")


def _plainly(line: str) -> str:
    return " ".join(line.replace("\u200b", "").replace("◦", "•").split())
