"""Everything that can be wrong with a tree, as data. The words for it are in `messages`."""

from __future__ import annotations

from clausetree.report.frozen import Facts
from clausetree.report.span import Span
from clausetree.tree.strength import Strength


class Problem(Facts):
    """A fault and the stretch of the source that shows it."""

    span: Span


# The text cannot be read.


class UnknownKeyword(Problem):
    """A line that begins with a word which does not belong `inside` this block."""

    found: str
    inside: str
    allowed: tuple[str, ...]
    near: str | None


class Expected(Problem):
    """A line that has something else (`found`) where one of `wanted` was needed."""

    found: str
    wanted: tuple[str, ...]
    keyword: str


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
    """A block that lacks something it needs."""

    what: str
    owner: str
    example: str


class Repeated(Problem):
    """Something given twice where only one can count."""

    what: str
    owner: str


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


# A name leads nowhere.


class DuplicateName(Problem):
    """A name that something else of the same kind has already."""

    name: str
    what: str


class UnknownTarget(Problem):
    """A target that no node is called."""

    name: str
    near: str | None


class UnknownQuestion(Problem):
    """A condition or scenario that speaks of a question which does not exist."""

    name: str
    near: str | None


class UnknownOption(Problem):
    """An option that the question does not offer."""

    name: str
    question: str
    offered: tuple[str, ...]
    near: str | None


class NotAScalar(Problem):
    """Something other than a whole number (or a date) where `scale` needs one.

    It may be the name of a `question`. `instead` is what to write, and "" where nobody can know that.
    """

    found: str
    scale: str
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


class UnknownLink(Problem):
    """A label that the registry of links does not have."""

    name: str
    near: str | None


class VisitLeadsOn(Problem):
    """A visit to a tree with an outcome that leads on to a third: a reader could not come back."""

    tree: str
    outcome: str


class VisitsElsewhere(Problem):
    """A visit to a tree that is drawn from another policy."""

    tree: str
    policy: str


class UnsoundTree(Problem):
    """A visit to a tree that has errors of its own."""

    tree: str


class UnknownRole(Problem):
    """A duty of somebody who has not been introduced."""

    name: str
    near: str | None


class UnknownPolicy(Problem):
    """A policy that the site does not hold."""

    name: str
    known: tuple[str, ...]


class LostPolicy(Problem):
    """A policy that was published, and that the site does not hold or cannot read now."""

    name: str


class UnknownTree(Problem):
    """Another tree that the site does not hold."""

    name: str
    near: str | None


class UnknownBasis(Problem):
    """A basis that is none of the known ones."""

    name: str
    known: tuple[str, ...]


class WrongVerb(Problem):
    """`includes` said of a question with one answer, or `is` of one with many."""

    question: str
    used: str
    right: str


class TreeNamedElse(Problem):
    """A tree whose id is not its file's name."""

    name: str
    file: str


# The shape is wrong.


class Unreachable(Problem):
    """A node that no path leads to."""

    node: str


class DeadEnd(Problem):
    """A node or option (`kind`) from which nothing goes on."""

    kind: str
    name: str


class NothingOffered(Problem):
    """A question without options."""

    question: str


class Loop(Problem):
    """Nodes that lead a reader round to themselves; `example` lists in words the answers that it takes."""

    nodes: tuple[str, ...]
    example: tuple[str, ...]


class TreesInCircle(Problem):
    """Trees that lead round to themselves."""

    trees: tuple[str, ...]


class SameWay(Problem):
    """A question whose options all lead the same way, and which no condition speaks of."""

    question: str


class AskedLater(Problem):
    """A condition on a question that no path asks beforehand."""

    question: str
    node: str


class Uncovered(Problem):
    """A route that has no way on for some answers; `example` lists them in words."""

    route: str
    example: tuple[str, ...]


class Overlap(Problem):
    """Two branches of a route that are both open for some answers."""

    route: str
    example: tuple[str, ...]


class NeverTrue(Problem):
    """A condition that no possible answers make true."""


class AlwaysTrue(Problem):
    """A duty's condition that all possible answers make true."""


class OtherwiseUnused(Problem):
    """An `otherwise` that no possible answers come to."""

    route: str


# The clauses do not bear it out.


class UnknownClause(Problem):
    """A citation of a clause that the policy does not have."""

    reference: str
    policy: str
    near: str | None


class LostClause(Problem):
    """A citation of a clause that was published, and that the policy has lost without withdrawing it."""

    reference: str
    policy: str


class WithdrawnClause(Problem):
    """A citation of a clause that `version` withdrew. `now` is how to cite what stands in its place."""

    reference: str
    policy: str
    version: str
    now: tuple[str, ...]


class DutyWithoutClause(Problem):
    """A duty that cites nothing."""


class StrengthDiffers(Problem):
    """A duty whose strength none of the clauses has that it cites: they have those in `words`.

    Where they are `restricted`, they allow it under a condition that the duty does not name.
    """

    strength: Strength
    clauses: tuple[str, ...]
    words: tuple[str, ...]
    restricted: bool


class BindsInAnotherLanguage(Problem):
    """A policy in another `language` than English, of whose words nobody has said how they bind."""

    language: str


class BindsInNoKnownWay(Problem):
    """A duty that cites clauses of which nobody can tell here how they bind."""

    strength: Strength
    clauses: tuple[str, ...]


# A scenario fails.


class EndsElsewhere(Problem):
    """A scenario that ends at another outcome than it says."""

    expected: str
    actual: str
    way: tuple[str, ...]


class StopsShort(Problem):
    """A scenario that gives no answer to a question on its way."""

    question: str
    way: tuple[str, ...]


class AnswerUnused(Problem):
    """A scenario that answers a question which its way never meets."""

    question: str
    way: tuple[str, ...]


class ExclusiveNone(Problem):
    """A scenario that picks the choice `none`, which excludes the others, together with others."""

    question: str
    none: str


class DutyMissing(Problem):
    """A duty that a scenario expects and its way does not lay down."""

    wanted: str
    found: tuple[str, ...]


class DutyUnwanted(Problem):
    """A duty that a scenario rules out and its way lays down."""

    unwanted: str


class NoSuchDuty(Problem):
    """A duty that a scenario rules out and no node of the tree lays down: the line proves nothing."""

    unwanted: str
    near: str | None


class NothingAcknowledged(Problem):
    """A line that acknowledges a warning which the line above does not have."""

    code: str


class NoScenario(Problem):
    """A tree that nothing shows to be right."""


class NotVisited(Problem):
    """A node that no scenario visits."""

    node: str


class NotShown(Problem):
    """An answer or a branch that no scenario has; `how` says it, as in "picks this"."""

    how: str


class DutyNotExpected(Problem):
    """A duty that no scenario expects where it is due. `unnamed`: one does, and leaves out whose it is.

    `line` is how a scenario names it: its strength and, where the tree has roles, who has it.
    """

    line: str
    unnamed: bool


class DutyAlwaysDue(Problem):
    """A duty with a condition that no scenario rules out where it is not due; `line` names it."""

    line: str


class UnshownLimit(Problem):
    """A limit on `question` beside which no scenario comes: it lacks the `scalars`."""

    question: str
    scalars: tuple[str, ...]


class UnshownFact(Problem):
    """A fact in a condition that no scenario hangs on when it is true (`so`), or is not, or (None) ever."""

    so: bool | None


UNSHOWN = (NotVisited, NotShown, DutyNotExpected, DutyAlwaysDue, UnshownLimit, UnshownFact)
"""What scenarios leave out."""


class Unnoticed(Problem):
    """A fault that was tried and that no scenario notices: `what` would be otherwise."""

    what: str
