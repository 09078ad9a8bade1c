"""A table of cases becomes a route: each row a branch whose condition is what its cells say, all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.condition import And
from clausetree.tree.language.fact_names import fact_names
from clausetree.tree.language.table import ANY
from clausetree.tree.parsing.table_columns import Column
from clausetree.tree.problems.names import UnknownFact
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.recovery import Reworded
from clausetree.tree.problems.tables import (
    AnyOffered,
    CellsLacking,
    CellTooMany,
    IdleColumn,
    RepeatedColumn,
    RepeatedInCell,
    RowForAll,
    SameRow,
)
from clausetree.tree.recovery.rows import misread_cells
from clausetree.tree.syntax import (
    BranchSyntax,
    CellPartSyntax,
    CellSyntax,
    NodeSyntax,
    RouteSyntax,
    TableSyntax,
    TreeSyntax,
    WhenSyntax,
)


def with_routes(
    nodes: Sequence[NodeSyntax | TableSyntax], tree: TreeSyntax
) -> tuple[tuple[NodeSyntax, ...], list[TreeProblem]]:
    """Return the nodes of a tree with a route for each table, and what is wrong with columns and cells.

    Rows with faults of their own are left out. Of `tree` its first block is known.
    """
    by_name = {node.id.text: node for node in nodes}
    totals = [total.id.text for total in tree.totals]
    routed: list[NodeSyntax] = []
    problems: list[TreeProblem] = []
    for node in nodes:
        if isinstance(node, TableSyntax):
            facts = fact_names(tree.source)
            columns = [Column.of(column, by_name, facts, totals) for column in node.columns]
            route, found = _as_route(node, columns, tree.source)
            routed.append(route)
            problems += found
        else:
            routed.append(node)
    return tuple(routed), problems


def _as_route(
    table: TableSyntax, columns: Sequence[Column], source: Source
) -> tuple[RouteSyntax, list[TreeProblem]]:
    problems = [*_of_columns(table, columns)]
    branches: list[BranchSyntax] = []
    # Without columns, which a problem says, nothing is known of cells.
    rows = zip(table.rows, _of_rows(table, columns, source), strict=True) if columns else ()
    for row, found in rows:
        problems += found
        if not found:
            cells = zip(columns, row.cells, strict=True)
            parts = [part for column, cell in cells for part in column.conditions(cell)]
            when = parts[0] if len(parts) == 1 else And(tuple(parts))
            branches.append(BranchSyntax(WhenSyntax(when, row.span), row.target))
    return RouteSyntax(table.id, tuple(branches), table.otherwise, table.columns, table.first), problems


def _of_columns(table: TableSyntax, columns: Sequence[Column]) -> Iterator[TreeProblem]:
    met: set[str] = set()
    for at, column in enumerate(columns):
        name = column.name
        if name.text in met:
            yield RepeatedColumn(name.span, name.text)
        elif column.near_fact:
            yield UnknownFact(name.span, name.text, column.near_fact)
        elif ANY in column.offered:
            yield AnyOffered(name.span, name.text)
        elif table.rows and not any(cell.parts for row in table.rows for cell in row.cells[at : at + 1]):
            yield IdleColumn(name.span, name.text)
        met.add(name.text)


def _of_rows(table: TableSyntax, columns: Sequence[Column], source: Source) -> Iterator[list[TreeProblem]]:
    """Yield what is wrong with each row."""
    met: dict[tuple[frozenset[CellPartSyntax], ...], int] = {}
    for row in table.rows:
        same = tuple(frozenset(cell.parts) for cell in row.cells)
        if not any(same):
            yield [RowForAll(row.span, row.target.text)]
        elif same in met:
            yield [SameRow(row.span, met[same])]
        else:
            yield [*_of_cells(row.cells, row.span, columns, source)]
        met.setdefault(same, row.number)


def _of_cells(
    cells: Sequence[CellSyntax], span: Span, columns: Sequence[Column], source: Source
) -> Iterator[TreeProblem]:
    if len(cells) > len(columns):
        cell = cells[len(columns)]
        written = source.text[span.start : span.end]
        instead = misread_cells(written, len(columns))
        if instead:
            yield Reworded(span, written, (instead,))
        else:
            yield CellTooMany(cell.span, source.text[cell.span.start : cell.span.end], len(columns))
    elif len(cells) < len(columns):
        names = tuple(column.name.text for column in columns)
        yield CellsLacking(span, len(cells), names, tuple(_without_cells(cells, columns)))
    else:
        for column, cell in zip(columns, cells, strict=True):
            yield from _said_twice(cell)
            yield from column.problems(cell)


def _said_twice(cell: CellSyntax) -> Iterator[TreeProblem]:
    for at, part in enumerate(cell.parts):
        if part in cell.parts[:at]:
            yield RepeatedInCell(part.span, str(part))


def _without_cells(cells: Sequence[CellSyntax], columns: Sequence[Column]) -> Iterator[str]:
    """Yield the columns that have no cell, where the cells fit the others and in no other way."""
    left = _placed(cells, columns)
    right = _placed(cells[::-1], columns[::-1])
    if left and right and left == [len(columns) - 1 - at for at in reversed(right)]:
        yield from (column.name.text for at, column in enumerate(columns) if at not in left)


def _placed(cells: Sequence[CellSyntax], columns: Sequence[Column]) -> list[int] | None:
    """Return the first column that each cell fits, in order; None where one fits none."""
    found: list[int] = []
    for cell in cells:
        begin = found[-1] + 1 if found else 0
        at = next((at for at in range(begin, len(columns)) if columns[at].fits(cell)), None)
        if at is None:
            return None
        found.append(at)
    return found
