"""A line of a table of cases that is written as tables elsewhere are: what is meant, where that is plain."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from clausetree.report.lazy import lazy
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.language.lexer import lex
from clausetree.tree.language.line import BrokenLine, Line
from clausetree.tree.language.table import read_columns, read_row
from clausetree.tree.numbers import CURRENCY_SIGNS, FIGURES, MINUS
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.recovery import Reworded
from clausetree.tree.recovery.scalars import with_plain_dates

_CURRENCY = rf"(?:[{CURRENCY_SIGNS}]|(?-i:\b[A-Z]{{3}} ))?"
_SCALAR = rf"(?:[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}|[{MINUS}]?{_CURRENCY}{FIGURES})(?![\w,.])"
_MORE = r"more|over|above|older|later|greater|longer|after"
_LESS = r"less|fewer|under|below|younger|earlier|shorter|before"
_CELLS = (
    (r"^\s*\||\|(?=\s*(?:->|$))", " "),
    (r"\s*\|\s*", " "),
    (r"(?<!\S)(?:[-\u2212–—*]|any|n/a|all|either)(?!\S)", "any"),
    (r"≥\s*", ">= "),
    (r"≤\s*", "<= "),
    (rf"\b(?:between|from)\s+(?P<a>{_SCALAR})\s+(?:and|to)\s+(?P<b>{_SCALAR})", r"\g<a> to \g<b>"),
    (rf"(?<![\w.-])(?P<a>{_SCALAR})\s*(?:–|—|…|\.\.+|-)\s*(?P<b>{_SCALAR})(?!-)", r"\g<a> to \g<b>"),
    (rf"(?P<a>{_SCALAR})\s*(?:\+|(?:or|and)\s+(?:{_MORE})\b)", r">= \g<a>"),
    (rf"(?P<a>{_SCALAR})\s*(?:or|and)\s+(?:{_LESS})\b", r"<= \g<a>"),
    (rf"\b(?:at\s+least|(?:no|not)\s+(?:{_LESS})(?:\s+than)?)\s+(?={_SCALAR})", ">= "),
    (rf"\b(?:at\s+most|up\s+to|(?:no|not)\s+(?:{_MORE})(?:\s+than)?)\s+(?={_SCALAR})", "<= "),
    (rf"\b(?:{_MORE})(?:\s+than)?\s+(?={_SCALAR})", "> "),
    (rf"\b(?:{_LESS})(?:\s+than)?\s+(?={_SCALAR})", "< "),
    (r"\s*(?:[/;]|,(?![0-9]{3}(?![0-9])))\s*(?:or\s+)?(?=\w)", " or "),
)
"""What cells say with other words and signs, in the order in which they are looked for."""

_ROW = lazy(
    r"row\b\s*(?P<cells>.*?)\s*(?:\bthen\s*)?(?:->|(?<!<)[-=]*>|[→⇒➔➜⟶])\s*(?P<target>[a-z0-9-]+)\s*\|?"
)


def misread_row(line: Line, bare: str) -> Iterator[TreeProblem]:
    """Yield a row as it should be, where its cells are written in another way."""
    row = _ROW.fullmatch(bare.rstrip())
    if row:
        instead = f"row {_reworded(row['cells'])} -> {row['target']}"
        yield from _instead(line, bare, instead, read_row)


def misread_cells(written: str, columns: int) -> str | None:
    """Return cells that are written in another way, so many as there are `columns`, or None."""
    instead = _reworded(written)
    row = _read(f"row {instead} -> x", read_row)
    return instead if row and len(row.cells) == columns else None


def _reworded(cells: str) -> str:
    cells = with_plain_dates(cells)
    for pattern, put in _CELLS:
        cells = re.sub(pattern, put, cells, flags=re.IGNORECASE)
    return " ".join(cells.split())


def misread_columns(line: Line, bare: str) -> Iterator[TreeProblem]:
    """Yield the columns of a table as they should be, where something stands between them."""
    yield from _instead(line, bare, " ".join(re.sub(r"\s*[,;|]\s*", " ", bare).split()), read_columns)


def _instead(line: Line, bare: str, instead: str, read: Callable[[Line], object]) -> Iterator[TreeProblem]:
    if " ".join(bare.split()) != instead and _read(instead, read) is not None:
        span = Span(line.start, line.start + len(bare.rstrip()))
        yield Reworded(span, line.source.text[span.start : span.end], (instead,))


def _read[Read](text: str, read: Callable[[Line], Read]) -> Read | None:
    """Return what a line says, or None where it cannot be read."""
    source = Source("", text)
    line = Line(source, *lex(source, Span(0, len(text))), misleading=False)
    try:
        found = read(line)
        line.finish()
    except BrokenLine:
        return None
    return None if line.problems else found
