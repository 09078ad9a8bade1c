"""Mutants of a tree: single faults put into it, such as its author could have made."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import assert_never

from clausetree.report.span import Span
from clausetree.tree.checking.flow import edges_of
from clausetree.tree.condition import Condition, Named, names_in, with_names
from clausetree.tree.deadlines.period import Period, Unit
from clausetree.tree.model import YOU
from clausetree.tree.mutation.condition_mutants import (
    ConditionMutant,
    Questions,
    other_amounts,
    other_cells,
    other_conditions,
)
from clausetree.tree.strength import Strength
from clausetree.tree.syntax import (
    AgainSyntax,
    ContactSyntax,
    DutySyntax,
    FactSyntax,
    LinkSyntax,
    Name,
    NodeSyntax,
    NoteSyntax,
    OutcomeSyntax,
    PointsSyntax,
    QuestionSyntax,
    RouteSyntax,
    StepSyntax,
    TreeSyntax,
    VisitSyntax,
    WhenSyntax,
    offered_by,
    whens_of,
    with_whens,
)

_MISTAKEN = {
    Strength.MUST: (Strength.MUST_NOT, Strength.SHOULD),
    Strength.MUST_NOT: (Strength.MUST, Strength.MAY),
    Strength.WILL: (Strength.WILL_NOT, Strength.MAY),
    Strength.WILL_NOT: (Strength.WILL, Strength.MAY),
    Strength.SHOULD: (Strength.SHOULD_NOT, Strength.MUST),
    Strength.SHOULD_NOT: (Strength.SHOULD, Strength.MAY),
    Strength.ENCOURAGED: (Strength.SHOULD, Strength.MAY),
    Strength.MAY: (Strength.MUST_NOT, Strength.SHOULD),
}
"""What each strength is most easily mistaken for: its opposite, and its neighbour."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """`tree` is otherwise at `nodes`. `what` says what is otherwise, behind "if", at `span`."""

    span: Span
    what: str
    nodes: tuple[str, ...]
    tree: TreeSyntax


def mutants(syntax: TreeSyntax) -> Iterator[Mutant]:
    """Yield every mutant of the known kinds of `syntax`, which has no errors.

    A slip in a shared line is one wherever it is used.
    """
    maker = _Mutator(syntax)
    slips: defaultdict[tuple[Span, str, int], dict[str, NodeSyntax]] = defaultdict(dict)
    for node in syntax.nodes:
        met = Counter[tuple[Span, str]]()
        for span, what, changed in maker.of(node):
            slips[span, what, met[span, what]][node.id.text] = changed
            met[span, what] += 1
    for (span, what, _), changed_nodes in slips.items():
        nodes = tuple(changed_nodes.get(node.id.text, node) for node in syntax.nodes)
        yield Mutant(span, what, tuple(changed_nodes), replace(syntax, nodes=nodes))
    yield from _with_other_facts(syntax, maker.questions)


def _with_other_facts(syntax: TreeSyntax, questions: Questions) -> Iterator[Mutant]:
    """A slip in a named fact is one wherever it is spoken of."""
    for fact in syntax.facts:
        speaking = [node.id.text for node in syntax.nodes if _speaks_of(node, fact.id.text)]
        for change in other_conditions(fact.when.condition, questions):
            nodes = tuple(_with_fact(node, fact.id.text, change.condition) for node in syntax.nodes)
            span = change.span or fact.when.span
            yield Mutant(span, change.what, tuple(speaking), replace(syntax, nodes=nodes))


def _speaks_of(node: NodeSyntax, fact: str) -> bool:
    return any(named.name == fact for when in whens_of(node) for named in names_in(when.condition))


def _with_fact(node: NodeSyntax, fact: str, part: Condition[FactSyntax]) -> NodeSyntax:
    """Return the node with something else in the place of what a fact stands for."""

    def put(named: Named[FactSyntax]) -> Condition[FactSyntax]:
        return replace(named, part=part) if named.name == fact else named

    return with_whens(node, lambda when: replace(when, condition=with_names(when.condition, put)))


type _Changed[Part] = tuple[Span, str, Part]
"""Where something is otherwise, what, and the part that is."""


type _Others = Callable[[Condition[FactSyntax], Questions], Iterator[ConditionMutant]]
"""Yields what a condition could be by mistake."""


class _Mutator:
    def __init__(self, syntax: TreeSyntax) -> None:
        self.ways = edges_of(syntax)
        self.roles = [YOU, *(role.id.text for role in syntax.roles)]
        self.questions = {node.id.text: node for node in syntax.nodes if isinstance(node, QuestionSyntax)}

    def of(self, node: NodeSyntax) -> Iterator[_Changed[NodeSyntax]]:
        match node:
            case QuestionSyntax():
                for at, option in enumerate(node.options):
                    led = f"option `{option.id.text}` of `{node.id.text}`"
                    for span, what, target in self._targets(led, option.target, self.ways[node.id.text]):
                        changed = replace(option, target=target)
                        yield span, what, replace(node, options=_put(node.options, at, changed))
                yield from self._thens(node)
                yield from self._points(node)
                yield from _counted(node)
            case StepSyntax():
                yield from self._thens(node)
                yield from self._duties(node)
                yield from self._asides(node)
            case VisitSyntax():
                # Of whose end nothing speaks: any other has become a question.
                yield from self._thens(node)
            case RouteSyntax():
                yield from self._branches(node)
            case OutcomeSyntax():
                yield from self._duties(node)
                yield from self._asides(node)
            case _:
                assert_never(node)

    def _points(self, node: QuestionSyntax) -> Iterator[_Changed[NodeSyntax]]:
        for at, option in enumerate(node.options):
            for span, what, adds in _other_points(option.adds):
                yield span, what, replace(node, options=_put(node.options, at, replace(option, adds=adds)))
        for at, choice in enumerate(node.choices):
            for span, what, adds in _other_points(choice.adds):
                yield span, what, replace(node, choices=_put(node.choices, at, replace(choice, adds=adds)))
        for at, line in enumerate(node.adds):
            for span, what, points in _other_points(line.points):
                yield span, what, replace(node, adds=_put(node.adds, at, replace(line, points=points)))
            for span, what, when in self._conditions(line.when) if line.when else ():
                yield span, what, replace(node, adds=_put(node.adds, at, replace(line, when=when)))

    def _thens[Node: (QuestionSyntax, StepSyntax, VisitSyntax)](self, node: Node) -> Iterator[_Changed[Node]]:
        for span, what, target in self._targets(f"`then` of `{node.id.text}`", node.then, ()):
            yield span, what, replace(node, then=target)

    def _branches(self, node: RouteSyntax) -> Iterator[_Changed[NodeSyntax]]:
        others = self.ways[node.id.text]
        for at, branch in enumerate(node.branches):
            others_of = other_cells if node.columns else other_conditions
            for span, what, when in self._conditions(branch.when, others_of):
                changed = replace(branch, when=when)
                yield span, what, replace(node, branches=_put(node.branches, at, changed))
            below = node.branches[at + 1] if node.first and at + 1 < len(node.branches) else branch
            if below.target != branch.target:
                turned = (*node.branches[:at], below, branch, *node.branches[at + 2 :])
                yield branch.when.span, "this row stood below the next", replace(node, branches=turned)
            for span, what, target in self._targets("this line", branch.target, others):
                changed = replace(branch, target=target)
                yield span, what, replace(node, branches=_put(node.branches, at, changed))
        for span, what, target in self._targets("`otherwise`", node.otherwise, others):
            yield span, what, replace(node, otherwise=target)

    def _targets(self, led: str, target: Name | None, others: Iterable[str]) -> Iterator[_Changed[Name]]:
        """Yield where a line could lead by mistake: as a line beside it does, or past the next node."""
        if target is None:
            return
        onward = self.ways[target.text]
        for name in dict.fromkeys(chain(others, onward)):
            if name != target.text:
                what = f"{led} led to `{name}` and not to `{target.text}`"
                yield target.span, what, Name(name, target.span)
        if isinstance(target, AgainSyntax):
            yield from self._times(target)

    def _times(self, target: AgainSyntax) -> Iterator[_Changed[Name]]:
        """Yield how often a line could lead back by mistake, and where on."""
        for times in (target.times - 1, target.times + 1):
            what = f"readers went through this {times} times and not {target.times}"
            yield target.span, what, target.then if times == 1 else replace(target, times=times)
        for name in self.ways[target.then.text]:
            what = f"this led on to `{name}` then, and not to `{target.then.text}`"
            yield target.then.span, what, replace(target, then=Name(name, target.then.span))

    def _duties[Node: (StepSyntax, OutcomeSyntax)](self, node: Node) -> Iterator[_Changed[Node]]:
        for at, duty in enumerate(node.duties):
            yield duty.span, "this duty were left out", replace(node, duties=_put(node.duties, at))
            for span, what, changed in self._duty(duty):
                yield span, what, replace(node, duties=_put(node.duties, at, changed))

    def _duty(self, duty: DutySyntax) -> Iterator[_Changed[DutySyntax]]:
        for role in self.roles:
            if role != duty.who.text:
                what = f"this were for `{role}` to do and not for `{duty.who.text}`"
                yield duty.span, what, replace(duty, who=replace(duty.who, text=role))
        for strength in _MISTAKEN[duty.strength]:
            what = f"this said `{strength.value}` and not `{duty.strength.value}`"
            yield duty.span, what, replace(duty, strength=strength)
        if duty.within:
            yield duty.within.span, "this duty were never due", replace(duty, within=None)
            for period in _mistaken_periods(duty.within.period):
                what = f"there were {period} and not {duty.within.period}"
                yield duty.within.span, what, replace(duty, within=replace(duty.within, period=period))
        if duty.when:
            yield duty.span, "this duty had no condition", replace(duty, when=None)
            for span, what, when in self._conditions(duty.when):
                yield span, what, replace(duty, when=when)

    def _asides[Node: (StepSyntax, OutcomeSyntax)](self, node: Node) -> Iterator[_Changed[Node]]:
        """Yield slips in what only some readers are told: no scenario expects what everybody is told."""
        for span, what, notes in self._hanging(node.notes, "note"):
            yield span, what, replace(node, notes=notes)
        for span, what, contacts in self._hanging(node.contacts, "contact"):
            yield span, what, replace(node, contacts=contacts)
        for span, what, links in self._hanging(node.links, "link"):
            yield span, what, replace(node, links=links)

    def _hanging[Line: (NoteSyntax, ContactSyntax, LinkSyntax)](
        self, lines: tuple[Line, ...], called: str
    ) -> Iterator[_Changed[tuple[Line, ...]]]:
        for at, line in enumerate(lines):
            if line.when:
                yield line.span, f"this {called} were left out", _put(lines, at)
                yield line.span, f"this {called} had no condition", _put(lines, at, replace(line, when=None))
                for span, what, when in self._conditions(line.when):
                    yield span, what, _put(lines, at, replace(line, when=when))

    def _conditions(
        self, when: WhenSyntax, others: _Others = other_conditions
    ) -> Iterator[_Changed[WhenSyntax]]:
        for change in others(when.condition, self.questions):
            yield change.span or when.span, change.what, replace(when, condition=change.condition)


def _other_points(every: Sequence[PointsSyntax]) -> Iterator[_Changed[tuple[PointsSyntax, ...]]]:
    for at, points in enumerate(every):
        span, total, amount = points.amount.span.to(points.total.span), points.total.text, points.amount.text
        yield span, f"nothing were added to `{total}`", _put(every, at)
        for other in other_amounts(amount):
            what = f"{other} were added to `{total}` and not {amount}"
            yield span, what, _put(every, at, replace(points, amount=replace(points.amount, text=other)))


def _counted(node: QuestionSyntax) -> Iterator[_Changed[QuestionSyntax]]:
    """Yield the question with not to know counting as another answer than the one that it counts as."""
    unsure = node.unsure
    if unsure is None or len(unsure.counts_as) != 1:
        return
    (counted,) = unsure.counts_as
    for other in (one.id for one in offered_by(node) if one.id != counted):
        what = f"`{unsure.id.text}` counted as `{other.text}` and not as `{counted.text}`"
        changed = replace(unsure, counts_as=(replace(counted, text=other.text),))
        yield counted.span, what, replace(node, unsure=changed)


def _mistaken_periods(period: Period) -> Iterator[Period]:
    yield replace(period, amount=period.amount + 1)
    other = {Unit.DAY: Unit.WORKING_DAY, Unit.WORKING_DAY: Unit.DAY}.get(period.unit)
    if other:
        yield replace(period, unit=other)
    if period.less_a_day:
        yield replace(period, less_a_day=False)
    if period.to_working_day:
        yield replace(period, to_working_day=False)


def _put[Part](parts: Sequence[Part], at: int, *changed: Part) -> tuple[Part, ...]:
    return (*parts[:at], *changed, *parts[at + 1 :])
