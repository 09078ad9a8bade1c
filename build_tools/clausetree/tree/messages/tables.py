"""What is wrong with a table of cases."""

from __future__ import annotations

from typing import assert_never

from clausetree.report.wording import Wording
from clausetree.tree.messages.phrasing import any_of, listed, quoted
from clausetree.tree.problems import tables as p


def of_tables(problem: p.TableProblem) -> Wording:
    """Return the words of a problem of this kind."""
    match problem:
        case p.CellsLacking(_, cells, columns, without):
            message = f"This row has {_counted(cells, 'cell')}, and there {_are(len(columns), 'column')}."
            lacking = listed([f"`{name}`" for name in without or columns], "and")
            add = f"Add a cell for {lacking}" if without else f"Write a cell for each of {lacking}"
            return "T131", message, f"{add}: `any`, where it makes no difference."
        case p.CellTooMany(_, found, columns):
            message = f"{quoted(found)} is a cell too many: there {_are(columns, 'column')}."
            hint = "Take it out, or add a column. Several answers stand in one cell with `or` between them."
            return "T131", message, hint
        case p.WrongCell(_, found, column, kind, said):
            message = f"{quoted(found)} does not fit here: `{column}` is {kind}."
            return "T132", message, f"Write {any_of((*said, 'any'))}."
        case p.RepeatedColumn(_, column):
            message = f"There is a second column `{column}` here, and a table takes one."
            return "T108", message, "Take it out, and its cells. One cell can say both: 3 to 9 or > 20"
        case p.RepeatedInCell(_, found):
            message = f"There is a second {quoted(found)} in this cell, which says nothing more."
            return "T108", message, "Take it out with its `or`, or write the answer that you mean."
        case p.SameRow(_, row):
            message = f"This row has the same cells as row {row}."
            return "T133", message, "Take one of them out, or mend its cells."
        case p.RowForAll(_, target):
            message = "This row fits every reader: each of its cells is `any`."
            return "T134", message, f"Write: otherwise -> {target}"
        case p.IdleColumn(_, column):
            message = f"Nothing goes by the column `{column}`: each of its cells is `any`."
            return "T135", message, "Take the column out, and its cells; or mend one of them."
        case p.AnyOffered(_, column):
            message = f"`{column}` has an answer called `any`, and in a table `any` is every answer."
            return "T136", message, "Call the answer something else, or decide in a `route`."
        case p.RowNeverFirst(_, rows):
            above = listed([str(row) for row in rows], "or")
            message = f"This row never counts: whomever it fits, row {above} fits first."
            return "T407", message, "Put it above, mend its cells, or take it out."
        case p.FirstDecidesNothing(_, table):
            message = f"No reader fits two rows of `{table}` that lead elsewhere, so `first` decides nothing."
            return "T408", message, "Take the line out."
        case _:
            assert_never(problem)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


def _are(number: int, noun: str) -> str:
    return f"{'is' if number == 1 else 'are'} {_counted(number, noun)}"
