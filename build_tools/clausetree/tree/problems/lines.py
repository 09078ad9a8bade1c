"""Lines of a tree that cannot be read."""

from __future__ import annotations

from clausetree.report.problem import Problem
from clausetree.tree.block_kind import BlockKind
from clausetree.tree.scale import Scale


class UnknownKeyword(Problem):
    """A line that begins with a word which does not belong `inside` this block; None is the file."""

    found: str
    inside: BlockKind | None
    allowed: tuple[str, ...]
    near: str | None


class Expected(Problem):
    """A line that has something else (`found`) where one of `wanted` was needed."""

    found: str
    wanted: tuple[str, ...]
    keyword: str


class OtherTreeExpected(Problem):
    """An outcome that leads on to something else (`found`) than another tree."""

    found: str


class LeadsOnFromWithin(Problem):
    """A line of a question, a wait, a route or a visit that leads on to another `tree`."""

    tree: str


class BadIndent(Problem):
    """A line that is not indented as those it belongs with, which have `wanted` spaces before them."""

    wanted: int


class UnclosedText(Problem):
    """A quotation mark that is never closed on its line."""


class BadName(Problem):
    """A name that is not lower-case words joined by hyphens."""

    found: str
    suggestion: str


class ReservedName(Problem):
    """A name that is one of the words of the language."""

    found: str


class StrangeCharacter(Problem):
    """A character that the language does not use."""

    found: str


class HiddenCharacter(Problem):
    """A character that cannot be seen, and how many `more` of such there are."""

    found: str
    more: int


class NotUtf8(Problem):
    """A character that was lost because the file is not in UTF-8."""


class Missing(Problem):
    """A block without a line that it needs. It is `inside` a block called `name`; None is the file."""

    keyword: str
    inside: BlockKind | None
    name: str


class Repeated(Problem):
    """A statement that stands twice in a block which takes one."""

    keyword: str
    inside: BlockKind


class SecondTree(Problem):
    """Another tree in the file of one."""


class RepeatedAnswer(Problem):
    """A scenario's second answer to a question."""

    question: str


class EmptyText(Problem):
    """Words for a reader that were left empty."""

    what: str


class WordsBeside(Problem):
    """Something on the line of a keyword whose words stand beneath it."""

    keyword: str


class TooDeep(Problem):
    """A condition with too many `not` and brackets inside each other."""


class MixedQuestion(Problem):
    """A question with both `option` and `many`, or with `none` and no `many`."""

    question: str


class NotAScalar(Problem):
    """Something other than a number (or a date) where `scale` needs one.

    It may be the name of a `question`. `instead` is what to write, and "" where nobody can know that.
    """

    found: str
    scale: Scale
    instead: str
    question: bool


class OutOfBounds(Problem):
    """A number or date that the question does not take, or bounds the wrong way round."""

    found: str
    least: str
    most: str


class BadAddress(Problem):
    """A link to something other than a web page or an e-mail address."""

    found: str


class SignNotPrinted(Problem):
    """A sign that none of the fonts has which the printed procedure is set in."""

    sign: str
    name: str


LineProblem = (
    UnknownKeyword
    | Expected
    | OtherTreeExpected
    | LeadsOnFromWithin
    | BadIndent
    | UnclosedText
    | BadName
    | ReservedName
    | StrangeCharacter
    | HiddenCharacter
    | NotUtf8
    | Missing
    | Repeated
    | SecondTree
    | RepeatedAnswer
    | EmptyText
    | WordsBeside
    | TooDeep
    | MixedQuestion
    | NotAScalar
    | OutOfBounds
    | BadAddress
    | SignNotPrinted
)
