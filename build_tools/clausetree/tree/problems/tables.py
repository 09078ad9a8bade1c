"""What is wrong with a table of cases."""

from __future__ import annotations

from enum import StrEnum

from clausetree.report.problem import Problem


class ColumnKind(StrEnum):
    """What a column is about. The value is what a message calls it."""

    FACT = "a fact"
    STEP = "a step or a wait"
    NAMED = "a question with named answers"


class CellsLacking(Problem):
    """A row with fewer cells than there are `columns`, and the columns `without` one, where that is plain."""

    cells: int
    columns: tuple[str, ...]
    without: tuple[str, ...]


class CellTooMany(Problem):
    """A cell of a row that has a cell for each of the `columns` before it."""

    found: str
    columns: int


class WrongCell(Problem):
    """A cell that says of a column what cannot be said of it; `said` can be."""

    found: str
    column: str
    kind: ColumnKind
    said: tuple[str, ...]


class RepeatedColumn(Problem):
    """A column that stands twice in a table."""

    column: str


class IdleColumn(Problem):
    """A column whose every cell is `any`."""

    column: str


class AnyOffered(Problem):
    """A column whose question has an answer called `any`, which means every answer in a table."""

    column: str


class RepeatedInCell(Problem):
    """Something that stands twice in one cell."""

    found: str


class SameRow(Problem):
    """A row with the same cells as an earlier `row`, counted from 1."""

    row: int


class RowForAll(Problem):
    """A row that fits everybody."""

    target: str


class RowNeverFirst(Problem):
    """A row of a table in which the first that fits counts: whomever it fits, one of `rows` fits before."""

    rows: tuple[int, ...]


class FirstDecidesNothing(Problem):
    """A line `first` in a table no two rows of which fit anybody and lead her elsewhere."""

    table: str


TableProblem = (
    CellsLacking
    | CellTooMany
    | WrongCell
    | RepeatedColumn
    | IdleColumn
    | AnyOffered
    | RepeatedInCell
    | SameRow
    | RowForAll
    | RowNeverFirst
    | FirstDecidesNothing
)
