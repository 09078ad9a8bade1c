"""The lines of a table of cases. Each function's docstring is its grammar rule.

A line that breaks its rule raises `BrokenLine`.
"""

from __future__ import annotations

import re

from clausetree.tree.language.lexer import TokenKind
from clausetree.tree.language.line import BrokenLine, Line
from clausetree.tree.language.phrases import read_name, read_target, read_value
from clausetree.tree.problems.lines import Expected
from clausetree.tree.scalar import Sign
from clausetree.tree.syntax import CellPartSyntax, CellSyntax, ColumnSyntax, Name, RowSyntax

ANY = "any"
"""The cell of a row to which it makes no difference."""

_LIMITS = ("more", "over", "above", "older", "later", "less", "fewer", "under", "below", "younger", "earlier")
"""Words of limits: "3 or more"."""

_THOUSAND = re.compile(r"[0-9]{3}(?:\.[0-9]+)?")


def read_columns(line: Line) -> tuple[ColumnSyntax, ...]:
    """COLUMNS = "columns" COLUMN { COLUMN }."""
    line.read()
    columns = [_read_column(line)]
    while not line.check(TokenKind.END):
        columns.append(_read_column(line))
    return tuple(columns)


def _read_column(line: Line) -> ColumnSyntax:
    """COLUMN = [ "days" "since" ] NAME."""
    name = read_name(line, "the name of a question, a fact or a total")
    since = name.text == "days" and line.check(TokenKind.WORD, "since")
    if since:
        line.read()
        name = read_name(line, "the name of a question that asks for a date")
    return ColumnSyntax(name, since)


def read_first(line: Line) -> Name:
    """FIRST = "first"."""
    token = line.read()
    return Name(token.text, token.span)


def read_row(line: Line) -> RowSyntax:
    """ROW = "row" CELL { CELL } TARGET."""
    line.read()
    cells = [_read_cell(line)]
    while not line.check(TokenKind.ARROW):
        cells.append(_read_cell(line))
    span = cells[0].span.to(cells[-1].span)
    return RowSyntax(tuple(cells), read_target(line), span)


def _read_cell(line: Line) -> CellSyntax:
    """CELL = "any" | PART { "or" PART }."""
    start = line.next.span.start
    # What may stand here is not asked of the line: a message would list it all.
    if line.next.text == ANY:
        return CellSyntax((), line.read().span)
    parts = [_read_part(line)]
    while line.next.text == "or":
        line.read()
        if line.next.text in _LIMITS:
            raise BrokenLine(Expected(line.next.span, line.found, ("another answer",), "row"))
        parts.append(_read_part(line))
    if line.next.kind is TokenKind.COMMA:
        raise BrokenLine(Expected(line.next.span, line.found, ("`or`",), "row"))
    return CellSyntax(tuple(parts), line.since(start))


def _read_part(line: Line) -> CellPartSyntax:
    """PART = [ "not" ] ( NAME [ "to" NAME ] | ( "<" | "<=" | ">" | ">=" ) NAME )."""
    denied = line.next.text == "not"
    if denied:
        line.read()
    if line.next.kind is TokenKind.SIGN:
        sign = Sign(line.read().text)
        return CellPartSyntax(denied, sign, _read_amount(line, "a number or a date"))
    value = _read_amount(line, "a cell")
    if line.next.text != "to":
        return CellPartSyntax(denied, None, value)
    line.read()
    return CellPartSyntax(denied, None, value, _read_amount(line, "a number or a date"))


def _read_amount(line: Line, what: str) -> Name:
    """Read a value, and what follows on the commas in it: those of thousands stand close between figures."""
    value = read_value(line, what)
    while line.next.kind is TokenKind.COMMA and value.text[-1].isdigit():
        comma, behind = line.ahead(2)
        if not (comma.span.start == value.span.end and behind.span.start == comma.span.end):
            break
        if not _THOUSAND.fullmatch(behind.text):
            break
        line.read()
        line.read()
        value = Name(f"{value.text},{behind.text}", value.span.to(behind.span))
    return value
