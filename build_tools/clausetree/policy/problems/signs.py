"""What Markdown has a sign for, and a policy has no use for, or not like that."""

from __future__ import annotations

from clausetree.report.problem import Problem


class UnknownAttributes(Problem):
    """Words of an attribute list, or in braces behind other words, that mean nothing here."""

    found: str


class StruckWords(Problem):
    """Words that are struck through, so that nobody can tell whether they count."""

    found: str


class StrangeSign(Problem):
    """A sign that nobody sees, or that only some program's own font can show."""

    name: str


class EmptyHeading(Problem):
    """A heading without words."""


class UnreadLink(Problem):
    """Something that was meant as a link and is not read as one, as an address with a space in it is."""

    found: str


class UnreadMark(Problem):
    """Signs that were meant to set words apart, and that the page would show; or `lost` ones, to be seen."""

    found: str
    lost: bool = False


class NumberedTerm(Problem):
    """A line that begins with a colon below a clause with this number, which is read as a term by it."""

    number: str


class CellsLost(Problem):
    """A row with more cells than its table has columns, so that the last ones would be lost."""

    cells: int
    columns: int


class NumberNotPrinted(Problem):
    """A number of a list that does not come next, so that another one is `printed`."""

    found: str
    printed: str


class UnknownPage(Problem):
    """A link or a picture that leads to a file that is not there."""

    found: str
    near: str | None


class SignNotPrinted(Problem):
    """A sign that none of the fonts has which the printed policy is set in."""

    sign: str
    name: str


class Unprintable(Problem):
    """A policy of which no PDF can be made, and the `reason` that is given."""

    reason: str


class UnknownPlace(Problem):
    """A link to an anchor that the policy does not have. `near` is the one that was most likely meant.

    `page` is the file of the policy that it leads to, where that is another one.
    """

    anchor: str
    near: str | None
    page: str = ""


class PictureWithoutWords(Problem):
    """A picture that says nothing to those who do not see it."""


class NoteWithoutMark(Problem):
    """A footnote to which nothing in the text leads, as an earlier line (`first_line`) may have its label."""

    label: str
    first_line: int = 0


class MarkWithoutNote(Problem):
    """The mark of a footnote that is not there."""

    found: str


class UnusedDefinition(Problem):
    """An address given to a label that no link of the text uses, or that has one `already`."""

    label: str
    already: bool = False


SignProblem = (
    UnknownAttributes
    | StruckWords
    | StrangeSign
    | EmptyHeading
    | UnreadLink
    | UnreadMark
    | NumberedTerm
    | CellsLost
    | NumberNotPrinted
    | UnknownPage
    | SignNotPrinted
    | Unprintable
    | UnknownPlace
    | PictureWithoutWords
    | NoteWithoutMark
    | MarkWithoutNote
    | UnusedDefinition
)
"""A closed union of these."""
