"""The columns and rows of a table of cases, laid out so that the cells of a column stand beneath its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import zip_longest

from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.language.lexer import lex
from clausetree.tree.language.line import Line
from clausetree.tree.language.table import read_columns, read_row
from clausetree.tree.layout.layout import Block
from clausetree.tree.parsing.spaced import spaced
from clausetree.tree.syntax import AgainSyntax, Name

_APART = "  "
_SIGN = re.compile(r"(<=|>=|<|>)\s*")


@dataclass(frozen=True, slots=True)
class _Laid:
    """What stands in each column of a line, and the comment at its end."""

    pieces: list[str]
    comment: str

    def text(self, widths: list[int]) -> str:
        padded = (piece.ljust(width) for piece, width in zip(self.pieces, widths, strict=False))
        return _APART.join([_APART.join(padded).rstrip(), *filter(None, [self.comment])])


def aligned_lines(source: Source, table: Block) -> dict[int, str]:
    """Return those lines of a table that have cells, by their numbers. The table has no fault."""
    found = ((source.place(block.span.start)[0], _laid(source, block)) for block in table.children)
    lines = {number: laid for number, laid in found if laid}
    columns = zip_longest(*(laid.pieces for laid in lines.values()), fillvalue="")
    widths = [max(map(len, column)) for column in columns]
    return {number: laid.text(widths) for number, laid in lines.items()}


def _laid(source: Source, block: Block) -> _Laid | None:
    if block.comment:
        return None
    line = Line(source, *lex(source, block.span), misleading=False)
    match line.keyword:
        case "columns":
            names = ("days since " * column.since + column.name.text for column in read_columns(line))
            pieces = ["columns", *names]
        case "row":
            row = read_row(line)
            pieces = ["row", *(_cell(source, cell.span) for cell in row.cells), _target(source, row.target)]
        case _:
            return None
    comment = source.text[line.tokens[-2].span.end : block.span.end].strip()
    return _Laid(pieces, comment)


def _target(source: Source, target: Name) -> str:
    last = target.then if isinstance(target, AgainSyntax) else target
    return f"-> {spaced(source, target.span.to(last.span))}"


def _cell(source: Source, span: Span) -> str:
    return _SIGN.sub(r"\1 ", " ".join(source.text[span.start : span.end].split()))
