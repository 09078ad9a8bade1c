"""What no scenario shows of a tree, so that a fault there would go unnoticed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from clausetree.report.span import Span
from clausetree.tree.condition import Condition, facts
from clausetree.tree.markdown.prose import phrase
from clausetree.tree.model import (
    Branch,
    Compared,
    Duty,
    Fact,
    ManyOf,
    Measure,
    Node,
    OneOf,
    Ordered,
    Outcome,
    Points,
    Route,
    Step,
    Told,
    Tree,
    Visit,
    asides,
    told,
)
from clausetree.tree.ordered import STANDINGS
from clausetree.tree.paths.search_states import SearchStates
from clausetree.tree.paths.shown import CoverageItem, CoverageKind, PathCoverage
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.scenarios import (
    AlwaysTold,
    DutyLine,
    NotExpected,
    NotShown,
    NotVisited,
    Unshown,
    UnshownFact,
    UnshownLimit,
    UnshownOrder,
)
from clausetree.tree.problems.totals import PointsNotShown
from clausetree.tree.scalar import answer_of, scalar_text
from clausetree.tree.scale import DateScale
from clausetree.tree.scenarios.asides import kind_of, names
from clausetree.tree.syntax import (
    AddsSyntax,
    AgainSyntax,
    BranchSyntax,
    ExpectSyntax,
    FactSyntax,
    NodeSyntax,
    OutcomeSyntax,
    QuestionSyntax,
    RouteSyntax,
    ScenarioSyntax,
    StepSyntax,
    ToldSyntax,
    TreeSyntax,
    VisitSyntax,
    WhenSyntax,
    everything_offered_by,
    told_lines,
)
from clausetree.tree.walk import Walk, told_on
from clausetree.tree.written_lines import lines_of_points, target_names

type Followed = tuple[ScenarioSyntax, Walk]

type _Line = tuple[bool, DutyLine]
"""Whether a duty is due, and how a scenario names it."""


def check_shown(
    tree: Tree, syntax: TreeSyntax, states: SearchStates, followed: Iterable[Followed]
) -> Iterator[TreeProblem]:
    """Yield the nodes, ways, duties, limits and facts that paths can show and no scenario does."""
    followed = list(followed)
    coverage = PathCoverage(tree)
    shown = {
        item for scenario, path in followed for item in _told_items(tree, coverage.by(path), scenario, path)
    }
    lacking: defaultdict[str, list[CoverageItem]] = defaultdict(list)
    for item in coverage.possible(states) - shown:
        lacking[item.node].append(item)
    unvisited = {name for name, items in lacking.items() if any(t.kind is CoverageKind.VISIT for t in items)}
    lines = {line for scenario, _ in followed for line in _duty_lines(scenario)}
    shared = {line.span for block in syntax.shared for line in told_lines(block)}
    for node in syntax.nodes:
        if node.id.text in unvisited:
            yield NotVisited(node.id.span, node.id.text)
        elif lacking[node.id.text]:
            yield from _problems_at(tree, node, lacking[node.id.text], unvisited, lines, shared)


def _told_items(
    tree: Tree, items: set[CoverageItem], scenario: ScenarioSyntax, path: Walk
) -> Iterator[CoverageItem]:
    """Yield what a path shows, of duties and points only as far as the scenario says what comes of them."""
    decided: dict[tuple[str, int], bool] = {}
    lines = _duty_lines(scenario)
    everything = {_bare(one) for one in told_on(tree, path.answers)}
    on_way = [one for node in path.nodes for one in asides(node)]
    for node in path.nodes:
        name = tree.original(node.id)
        for at, one in enumerate(told(node)):
            if not _is_to_show(one):
                continue
            due = CoverageItem(CoverageKind.TOLD, name, at) in items
            if isinstance(one, Duty):
                # Who it is may be left out where the reader alone has duties, and where nobody has this one.
                whose = (one.who,) if due and tree.roles else (one.who, None)
                named = ((due, DutyLine(one.strength, who, one.what.text)) in lines for who in whose)
            else:
                named = (names(line, one, on_way) for line in scenario.asides if line.wanted is due)
            # What is told elsewhere on the way cannot be ruled out.
            decided[name, at] = any(named) or (not due and _bare(one) in everything)
        if isinstance(node, OneOf | ManyOf | Measure):
            expected = {line.total.text for line in scenario.totals}
            decided |= {(name, at): points.total in expected for at, points in enumerate(node.adds)}
    for item in items:
        if decided.get((item.node, item.at), True) or item.kind in _GOES_WITHOUT_SAYING:
            yield item


_GOES_WITHOUT_SAYING = (CoverageKind.VISIT, CoverageKind.ANSWER, CoverageKind.AGAIN)
"""What a scenario shows by going there."""


def _duty_lines(scenario: ScenarioSyntax) -> set[_Line]:
    """Return what a scenario says of duties."""
    return {(line.wanted, _named_by(line)) for line in scenario.expects}


def _named_by(line: ExpectSyntax) -> DutyLine:
    who = line.who.text if line.who else None
    return DutyLine(line.strength, who, phrase(line.what.markdown).text)


def _is_to_show(one: Told) -> bool:
    """Return whether scenarios are to say of something that it is told: of a duty always."""
    return isinstance(one, Duty) or one.when is not None


def _bare(one: Told) -> object:
    """Return what something told says, whatever its condition."""
    if isinstance(one, Duty):
        return one.strength, one.who, one.what
    return replace(one, when=None) if one.when else one


def _problems_at(
    tree: Tree,
    written: NodeSyntax,
    lacking: list[CoverageItem],
    unvisited: Collection[str],
    lines: Collection[_Line],
    shared: Collection[Span],
) -> Iterator[TreeProblem]:
    """Yield what is not shown of a node that is visited, but for what follows from something else not shown."""
    node = tree.node(written.id.text)
    untaken: set[int] = set()
    for item in _in_order(t for t in lacking if t.kind is not CoverageKind.FACT):
        if item.kind not in (CoverageKind.ANSWER, CoverageKind.AGAIN):
            untaken.add(item.at)
        if item.kind is CoverageKind.TOLD:
            one, span = told(node)[item.at], told_lines(written)[item.at].span
            kind = one.strength if isinstance(one, Duty) else kind_of(one)
            who = one.who if isinstance(one, Duty) and tree.roles else None
            user = node.id if span in shared else None
            unnamed = isinstance(one, Duty) and (True, DutyLine(one.strength, None, one.what.text)) in lines
            if item.true:
                yield NotExpected(span, kind, who, unnamed and bool(tree.roles), user)
            else:
                yield AlwaysTold(span, kind, who, user)
        elif item.kind is CoverageKind.AGAIN:
            arrow = target_names(written)[item.at]
            assert isinstance(arrow, AgainSyntax), "what leads back says how often"
            yield NotShown(arrow.span.to(arrow.then.span), Unshown.LAST_TIME)
        elif item.kind is CoverageKind.POINTS:
            yield _points_not_shown(node, written, item)
        elif _item_target(node, item) not in unvisited:
            yield _not_shown_problem(written, item)
    if isinstance(node, Route) and untaken:
        return
    by_fact: defaultdict[tuple[int, int], list[CoverageItem]] = defaultdict(list)
    for item in _in_order(t for t in lacking if t.kind is CoverageKind.FACT and t.at not in untaken):
        by_fact[item.at, item.fact].append(item)
    told_limits: set[tuple[str, tuple[str, ...]]] = set()
    for (at, number), items in by_fact.items():
        problem = _unshown_fact(
            tree, _condition_at(node, at), _written_condition_at(written, at).condition, number, items
        )
        # Where a route parts at a limit, the lines on both sides of it speak of the same numbers.
        limit = (problem.question, problem.scalars) if isinstance(problem, UnshownLimit) else None
        if limit is None or limit not in told_limits:
            yield problem
        if limit:
            told_limits.add(limit)


def _in_order(items: Iterable[CoverageItem]) -> list[CoverageItem]:
    """Return items of one node in the order in which they are told.

    That is answers before points, as the node has its lines, of each what is left out or is not so before what
    is, and then by facts and their scalars.
    """
    return sorted(items, key=lambda i: (i.kind is CoverageKind.POINTS, i.at, i.true, i.fact, i.scalar))


def _unshown_fact(
    tree: Tree,
    when: Condition[Fact],
    written: Condition[FactSyntax],
    number: int,
    items: list[CoverageItem],
) -> UnshownLimit | UnshownFact | UnshownOrder:
    fact, decided = list(facts(when))[number], list(facts(written))[number]
    span = decided.span
    if isinstance(fact, Compared):
        asked = tree.node(fact.question) if tree.has(fact.question) else None
        scale = asked.scale if isinstance(asked, Measure) else fact.scale
        answers = tuple(answer_of(scale, item.scalar) for item in items)
        by_today = fact.days is not None and tree.today is not None
        day = scalar_text(DateScale.DATE, tree.today) if by_today and tree.today else None
        return UnshownLimit(span, fact.question, answers, day)
    if isinstance(fact, Ordered):
        stands = tuple(STANDINGS[item.scalar] for item in items)
        return UnshownOrder(span, fact.question, fact.other, stands)
    return UnshownFact(span, items[0].true if len(items) == 1 else None)


def _item_target(node: Node, item: CoverageItem) -> str | None:
    """Return where the option, the branch or the wait leads that an item is about."""
    match node:
        case OneOf():
            # That a reader does not know stands behind the options, and leads where another does.
            return node.options[item.at].goes_to if item.at < len(node.options) else None
        case Route():
            return node.branches[item.at].goes_to if item.at < len(node.branches) else node.otherwise
        case Step():
            return node.goes_to
        case ManyOf() | Measure() | Visit() | Outcome():
            return None
        case _:
            assert_never(node)


def _not_shown_problem(written: NodeSyntax, item: CoverageItem) -> TreeProblem:
    match written:
        case QuestionSyntax():
            span = everything_offered_by(written)[item.at].id.span
            return NotShown(span, Unshown.PICKED if item.true else Unshown.LEFT_OUT)
        case RouteSyntax():
            whens = [branch.when.span for branch in written.branches]
            return NotShown([*whens, *_otherwise(written)][item.at], Unshown.TAKEN)
        case StepSyntax():
            return NotShown(written.id.span, Unshown.GONE_ON)
        case VisitSyntax() | OutcomeSyntax():
            raise AssertionError("ways part at questions and routes, and stop at waits")
        case _:
            assert_never(written)


def _points_not_shown(node: Node, written: NodeSyntax, item: CoverageItem) -> PointsNotShown:
    assert isinstance(node, OneOf | ManyOf | Measure)
    assert isinstance(written, QuestionSyntax)
    return PointsNotShown(lines_of_points(written)[item.at].span, node.adds[item.at].total, item.true)


def _otherwise(written: RouteSyntax) -> list[Span]:
    return [written.otherwise.span] if written.otherwise else []


def _condition_at(node: Node, at: int) -> Condition[Fact]:
    """Return the condition of a branch, of something told or of points."""
    parts: Sequence[Branch | Points | Told]
    match node:
        case OneOf() | ManyOf() | Measure():
            parts = node.adds
        case Route():
            parts = node.branches
        case Step() | Outcome() | Visit():
            parts = told(node)
        case _:
            assert_never(node)
    when = parts[at].when
    assert when, "what hangs on facts has a condition"
    return when


def _written_condition_at(written: NodeSyntax, at: int) -> WhenSyntax:
    lines: Sequence[BranchSyntax | AddsSyntax | ToldSyntax]
    match written:
        case QuestionSyntax():
            lines = lines_of_points(written)
        case RouteSyntax():
            lines = written.branches
        case StepSyntax() | OutcomeSyntax() | VisitSyntax():
            lines = told_lines(written)
        case _:
            assert_never(written)
    when = lines[at].when
    assert when, "what hangs on facts has a condition"
    return when
