"""A tree as its author wrote it: well formed, but its names may not exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import assert_never

from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.aside_kind import AsideKind
from clausetree.tree.condition import Condition
from clausetree.tree.deadlines.period import Period
from clausetree.tree.scalar import Sign
from clausetree.tree.scale import Scale
from clausetree.tree.strength import Strength


@dataclass(frozen=True, slots=True)
class Name:
    """An id as written. Two names are equal when they are spelled alike."""

    text: str
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class AgainSyntax(Name):
    """`NAME up to TIMES times, then -> THEN`: a target that readers go back to so often in all."""

    times: int
    then: Name


@dataclass(frozen=True, slots=True)
class OtherTreeSyntax(Name):
    """`tree NAME`: another tree, which is gone on with."""


def onward(target: Name) -> Name:
    """Return where a target leads in the end: one that leads back does so the last time."""
    return target.then if isinstance(target, AgainSyntax) else target


@dataclass(frozen=True, slots=True)
class Text:
    """Markdown as written, quotation marks and indentation left out."""

    markdown: str
    span: Span = field(compare=False)


class Verb(StrEnum):
    """What may be said of a question and an option. The value is what an author writes."""

    IS = "is"
    INCLUDES = "includes"


@dataclass(frozen=True, slots=True)
class FactSyntax:
    """`QUESTION is OPTION`, `QUESTION includes OPTION`, `QUESTION < NUMBER`, `days since QUESTION < NUMBER`.

    `verb` is the word or sign that was used; `value` names an option, or is a number or a date. It is about the
    days `since` a date. In a `cell` of a table stands the value alone: its column names the question.
    """

    question: Name
    verb: Verb | Sign
    value: Name
    since: bool = False
    cell: bool = field(default=False, compare=False)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.value.span if self.cell else self.question.span.to(self.value.span)

    @property
    def before(self) -> str:
        """What stands before its value."""
        return "" if self.cell else f"{self.subject} {self.verb} "

    @property
    def subject(self) -> str:
        """What it is about, as it is written."""
        return f"days since {self.question.text}" if self.since else self.question.text


@dataclass(frozen=True, slots=True)
class WhenSyntax:
    """A condition and the words that state it."""

    condition: Condition[FactSyntax]
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class NamedFactSyntax:
    """`fact ID "WORDS" when CONDITION`."""

    id: Name
    words: Text
    when: WhenSyntax


@dataclass(frozen=True, slots=True)
class DeadlineSyntax:
    """`within PERIOD of QUESTION "WORDS"`: one of the two may be left out."""

    period: Period
    question: Name | None
    words: Text | None
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class CitedSyntax:
    """`CLAUSE`, or `POLICY CLAUSE`: a clause alone is of the tree's own policy.

    One that stands alone may stand `behind` clauses of a policy that is named.
    """

    policy: Name | None
    clause: Name
    behind: Name | None = field(default=None, compare=False)

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.policy.span.to(self.clause.span) if self.policy else self.clause.span

    def __str__(self) -> str:
        return f"{self.policy.text} {self.clause.text}" if self.policy else self.clause.text


@dataclass(frozen=True, slots=True)
class DutySyntax:
    """`STRENGTH WHO "WHAT" within PERIOD of QUESTION (CLAUSES) when CONDITION`."""

    strength: Strength
    who: Name
    what: Text
    cites: tuple[CitedSyntax, ...]
    when: WhenSyntax | None
    span: Span = field(compare=False)
    within: DeadlineSyntax | None = None


@dataclass(frozen=True, slots=True)
class TotalSyntax:
    """`total ID "WORDS"`."""

    id: Name
    words: Text


@dataclass(frozen=True, slots=True)
class PointsSyntax:
    """`POINTS to TOTAL`."""

    amount: Name
    total: Name


@dataclass(frozen=True, slots=True)
class AddsSyntax:
    """`adds POINTS to TOTAL and POINTS to TOTAL when CONDITION`, as a line of a question or a visit."""

    points: tuple[PointsSyntax, ...]
    when: WhenSyntax | None
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class OptionSyntax:
    """`option ID "WORDING" adds … -> TARGET`; `target` is None when the question's `then` says it."""

    id: Name
    wording: Text
    target: Name | None
    adds: tuple[PointsSyntax, ...] = ()


@dataclass(frozen=True, slots=True)
class ChoiceSyntax:
    """`many ID "WORDING" adds …` or `none ID "WORDING" adds …`."""

    id: Name
    wording: Text
    adds: tuple[PointsSyntax, ...] = ()


@dataclass(frozen=True, slots=True)
class UnsureSyntax:
    """`unsure ID "WORDING" counts as ANSWERS`."""

    id: Name
    wording: Text
    counts_as: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class MeasureSyntax:
    """`number LEAST to MOST "UNIT"`, `money LEAST to MOST`, `date` and `date and time` with their bounds."""

    scale: Scale
    least: Name
    most: Name
    unit: Text | None
    span: Span = field(compare=False)
    unit_of_one: Text | None = None
    word_before: Text | None = None


@dataclass(frozen=True, slots=True)
class QuestionSyntax:
    """A question of any kind; one that mixes `option`, `many` and `number` is refused later."""

    id: Name
    title: Text
    cites: tuple[CitedSyntax, ...]
    help: Text | None
    options: tuple[OptionSyntax, ...]
    choices: tuple[ChoiceSyntax, ...]
    none: ChoiceSyntax | None
    measure: MeasureSyntax | None
    then: Name | None
    adds: tuple[AddsSyntax, ...] = ()
    unsure: UnsureSyntax | None = None
    visits: bool = False
    """Whether it stands for a visit: its answers are the outcomes of the other tree."""


def everything_offered_by(question: QuestionSyntax) -> tuple[OptionSyntax | ChoiceSyntax | UnsureSyntax, ...]:
    """Return what a question offers, in order, and last that a reader does not know."""
    return (*offered_by(question), question.unsure) if question.unsure else offered_by(question)


def offered_by(question: QuestionSyntax) -> tuple[OptionSyntax | ChoiceSyntax, ...]:
    """Return the answers that a question offers, in order; nothing where a scalar is asked for."""
    none = (question.none,) if question.none else ()
    return (*question.options, *question.choices, *none)


@dataclass(frozen=True, slots=True)
class UsesSyntax:
    """`uses NAME`: the lines of a shared block, behind so many `notes`, `duties`, `contacts` and `links`."""

    name: Name
    notes: int = field(default=0, compare=False)
    duties: int = field(default=0, compare=False)
    contacts: int = field(default=0, compare=False)
    links: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class StepSyntax:
    """A step, or a wait if it `waits`; `then` is None when the author forgot it."""

    id: Name
    title: Text
    cites: tuple[CitedSyntax, ...]
    notes: tuple[NoteSyntax, ...]
    duties: tuple[DutySyntax, ...]
    contacts: tuple[ContactSyntax, ...]
    links: tuple[LinkSyntax, ...]
    then: Name | None
    uses: tuple[UsesSyntax, ...] = ()
    waits: bool = False


@dataclass(frozen=True, slots=True)
class BranchSyntax:
    """`when CONDITION -> TARGET`, or the row of a table that says as much."""

    when: WhenSyntax
    target: Name


@dataclass(frozen=True, slots=True)
class RouteSyntax:
    """A route and its branches; of one that is written as a table its columns, and the line `first`, if any."""

    id: Name
    branches: tuple[BranchSyntax, ...]
    otherwise: Name | None
    columns: tuple[ColumnSyntax, ...] = ()
    first: Name | None = None


@dataclass(frozen=True, slots=True)
class ColumnSyntax:
    """What a column of a table is about: a question, a step, a fact or a total, or the days `since` a date."""

    name: Name
    since: bool = False


@dataclass(frozen=True, slots=True)
class CellPartSyntax:
    """`NAME`, `SIGN NUMBER` or `LEAST to MOST`, and whether a `not` stands before it."""

    denied: bool
    sign: Sign | None
    value: Name
    most: Name | None = None

    @property
    def span(self) -> Span:
        """What it says, without its `not` and its sign."""
        return self.value.span.to(self.most.span) if self.most else self.value.span

    def __str__(self) -> str:
        value = f"{self.value.text} to {self.most.text}" if self.most else self.value.text
        return f"{'not ' * self.denied}{f'{self.sign} ' if self.sign else ''}{value}"


@dataclass(frozen=True, slots=True)
class CellSyntax:
    """Parts of which one has to be so; none where it is `any`."""

    parts: tuple[CellPartSyntax, ...]
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class RowSyntax:
    """`row CELLS -> TARGET`; `span` is that of the cells. Rows are counted from 1."""

    cells: tuple[CellSyntax, ...]
    target: Name
    span: Span = field(compare=False)
    number: int = 0


@dataclass(frozen=True, slots=True)
class TableSyntax:
    """A table of cases. It becomes a route once the questions are known."""

    id: Name
    columns: tuple[ColumnSyntax, ...]
    rows: tuple[RowSyntax, ...]
    first: Name | None
    otherwise: Name | None


@dataclass(frozen=True, slots=True)
class VisitSyntax:
    """`visit TREE then -> TARGET`: the questions of another tree, where to come back to, and points.

    Its `id` is the other tree's.
    """

    id: Name
    then: Name
    adds: tuple[AddsSyntax, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteSyntax:
    """`note when CONDITION`, and the words beneath; the condition may be left out."""

    words: Text
    when: WhenSyntax | None = None

    @property
    def span(self) -> Span:
        """The keyword and all that stands beneath."""
        return self.words.span


@dataclass(frozen=True, slots=True)
class ContactSyntax:
    """`contact "WHO" "HOW" hours "WHEN" when CONDITION`."""

    who: Text
    how: Text
    span: Span = field(compare=False)
    hours: Text | None = None
    when: WhenSyntax | None = None


@dataclass(frozen=True, slots=True)
class LinkSyntax:
    """`link "WORDS" "ADDRESS" when CONDITION`, or a label of the registry of links in place of the address."""

    words: Text
    address: Text | Name
    span: Span = field(compare=False)
    when: WhenSyntax | None = None


@dataclass(frozen=True, slots=True)
class OutcomeSyntax:
    """An outcome, or a step with `then -> tree NAME`; `next_trees` are those named by such lines."""

    id: Name
    title: Text
    cites: tuple[CitedSyntax, ...]
    notes: tuple[NoteSyntax, ...]
    duties: tuple[DutySyntax, ...]
    contacts: tuple[ContactSyntax, ...]
    links: tuple[LinkSyntax, ...]
    next_trees: tuple[OtherTreeSyntax, ...]
    uses: tuple[UsesSyntax, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedSyntax:
    """A block `shared`: lines that steps and outcomes use by its name."""

    id: Name
    notes: tuple[NoteSyntax, ...]
    duties: tuple[DutySyntax, ...]
    contacts: tuple[ContactSyntax, ...]
    links: tuple[LinkSyntax, ...]


type ToldSyntax = DutySyntax | NoteSyntax | ContactSyntax | LinkSyntax
"""A line of what a step or an outcome tells."""

type NodeSyntax = QuestionSyntax | StepSyntax | RouteSyntax | VisitSyntax | OutcomeSyntax


def told_lines(node: NodeSyntax | SharedSyntax) -> tuple[ToldSyntax, ...]:
    """Return the lines of all that `node` tells, its duties first."""
    if not isinstance(node, StepSyntax | OutcomeSyntax | SharedSyntax):
        return ()
    return (*node.duties, *node.notes, *node.contacts, *node.links)


def whens_of(node: NodeSyntax) -> Iterator[WhenSyntax]:
    """Yield the conditions that stand at `node`, in order."""
    match node:
        case StepSyntax() | OutcomeSyntax():
            yield from (line.when for line in told_lines(node) if line.when)
        case RouteSyntax():
            yield from (branch.when for branch in node.branches)
        case QuestionSyntax() | VisitSyntax():
            yield from (adds.when for adds in node.adds if adds.when)
        case _:
            assert_never(node)


def with_whens(node: NodeSyntax, change: Callable[[WhenSyntax], WhenSyntax]) -> NodeSyntax:
    """Return `node` with every condition that stands at it changed."""
    match node:
        case StepSyntax() | OutcomeSyntax():
            return replace(
                node,
                duties=_with_whens(node.duties, change),
                notes=_with_whens(node.notes, change),
                contacts=_with_whens(node.contacts, change),
                links=_with_whens(node.links, change),
            )
        case RouteSyntax():
            branches = (replace(branch, when=change(branch.when)) for branch in node.branches)
            return replace(node, branches=tuple(branches))
        case QuestionSyntax() | VisitSyntax():
            adds = (replace(adds, when=change(adds.when)) if adds.when else adds for adds in node.adds)
            return replace(node, adds=tuple(adds))
        case _:
            assert_never(node)


def _with_whens[Line: (DutySyntax, NoteSyntax, ContactSyntax, LinkSyntax)](
    lines: tuple[Line, ...], change: Callable[[WhenSyntax], WhenSyntax]
) -> tuple[Line, ...]:
    return tuple([replace(line, when=change(line.when)) if line.when else line for line in lines])


@dataclass(frozen=True, slots=True)
class RoleSyntax:
    """`role ID "NAME"`."""

    id: Name
    name: Text


@dataclass(frozen=True, slots=True)
class GivenSyntax:
    """A line of a scenario: the answer to one question, and `then` what it is answered the next times."""

    question: Name
    verb: Verb
    options: tuple[Name, ...]
    then: tuple[GivenSyntax, ...] = ()

    @property
    def times(self) -> tuple[GivenSyntax, ...]:
        """What is said of each time that it is asked."""
        return (self, *self.then)


@dataclass(frozen=True, slots=True)
class ExpectSyntax:
    """`expects STRENGTH WHO "WHAT" by DAY`; `wanted` is False after `expects not`, `who` None for anybody."""

    wanted: bool
    strength: Strength
    who: Name | None
    what: Text
    span: Span = field(compare=False)
    by: Name | None = None


@dataclass(frozen=True, slots=True)
class ExpectTotalSyntax:
    """`expects TOTAL is AMOUNT`."""

    total: Name
    amount: Name


@dataclass(frozen=True, slots=True)
class ExpectAsideSyntax:
    """`expects contact "WHO"`, or the words of a link, or those that a note begins with; `wanted` as above."""

    wanted: bool
    kind: AsideKind
    words: Text
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class ScenarioSyntax:
    """An author's test: answers, where they lead, what they add up to, and what is told on the way."""

    title: Text
    given: tuple[GivenSyntax, ...]
    ends: Name | None
    expects: tuple[ExpectSyntax, ...]
    totals: tuple[ExpectTotalSyntax, ...] = ()
    asides: tuple[ExpectAsideSyntax, ...] = ()


@dataclass(frozen=True, slots=True)
class AcknowledgeSyntax:
    """`acknowledge CODE "REASON"`: the author knows of the warning `code` on the line above."""

    code: Name
    reason: Text


@dataclass(frozen=True, slots=True)
class TreeSyntax:
    """A whole `.tree` file. It is not `whole` when a line could not be read: what it said is missing.

    Its tables are not when a column or a row has a fault: such rows are missing.
    """

    source: Source
    id: Name
    title: Text
    policy: Name | None
    basis: Name | None
    start: Name | None
    about: Text | None
    roles: tuple[RoleSyntax, ...]
    facts: tuple[NamedFactSyntax, ...]
    nodes: tuple[NodeSyntax, ...]
    scenarios: tuple[ScenarioSyntax, ...]
    acknowledged: tuple[AcknowledgeSyntax, ...] = ()
    whole: bool = True
    shared: tuple[SharedSyntax, ...] = ()
    totals: tuple[TotalSyntax, ...] = ()
    tables_whole: bool = True
