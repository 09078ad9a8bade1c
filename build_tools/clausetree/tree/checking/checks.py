"""Everything that is checked of a tree, in one place: syntax in, a sound tree or problems out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from clausetree.history.registry import Registry
from clausetree.report.diagnostic import Diagnostic, Severity, in_reading_order
from clausetree.report.source import Source
from clausetree.report.span import Span
from clausetree.tree.again import unrolled
from clausetree.tree.binding.clause_times import check_times
from clausetree.tree.binding.duty_strength import check_strengths
from clausetree.tree.checking.acknowledge import acknowledge
from clausetree.tree.checking.begun import check_begun
from clausetree.tree.checking.calendar_days import check_calendar
from clausetree.tree.checking.circles import circles
from clausetree.tree.checking.cited_clauses import with_labels
from clausetree.tree.checking.example import example
from clausetree.tree.checking.flow import (
    check_again,
    check_loops,
    check_order,
    check_reach,
    edges_and_back,
    edges_of,
    has_loop,
    loop_in,
)
from clausetree.tree.checking.one_answer import check_answers
from clausetree.tree.checking.past_bounds import check_past, without_past
from clausetree.tree.checking.points import check_points
from clausetree.tree.checking.resolve import resolve
from clausetree.tree.checking.unreached import unexplained
from clausetree.tree.checking.verdicts import check_when
from clausetree.tree.checking.visit_ends import with_ends
from clausetree.tree.checking.visits import check_circles, check_visits, expand, leads_to
from clausetree.tree.condition import facts
from clausetree.tree.deadlines.calendar import Calendar
from clausetree.tree.graph import in_order
from clausetree.tree.markdown.prose import phrase
from clausetree.tree.model import OneOf, Route, Tree, targets
from clausetree.tree.parsing.parser import parse_tree
from clausetree.tree.paths.memory import Remembered
from clausetree.tree.paths.search_states import SearchStates, open_branches, true_branches
from clausetree.tree.problems.clauses import DutyWithoutClause
from clausetree.tree.problems.lines import MixedQuestion, SecondTree
from clausetree.tree.problems.names import (
    DuplicateName,
    EndNotAsked,
    TreeNamedElse,
    UnknownOption,
    UnknownQuestion,
    UnknownRole,
    UnknownTarget,
    WrongVerb,
)
from clausetree.tree.problems.problem import TreeProblem
from clausetree.tree.problems.recovery import NotCounted, OneAnswer
from clausetree.tree.problems.scenarios import UNSHOWN
from clausetree.tree.problems.shape import (
    DeadEnd,
    Leading,
    NeverTrue,
    NothingOffered,
    OtherwiseUnused,
    Overlap,
    SameWay,
    Uncovered,
    Unreachable,
)
from clausetree.tree.problems.tables import FirstDecidesNothing, RowNeverFirst
from clausetree.tree.problems.totals import NothingAdds, UnknownTotal
from clausetree.tree.scenarios.scenario import check_scenarios
from clausetree.tree.syntax import (
    RouteSyntax,
    TreeSyntax,
)
from clausetree.tree.today import as_of_any_day
from clausetree.tree.totals import adding_to
from clausetree.tree.truth import is_true
from clausetree.tree.walk import all_conditions, conditions
from clausetree.tree.wording import WARNINGS, to_diagnostic
from clausetree.tree.written_lines import written_told

type Parse = Callable[[Source], tuple[TreeSyntax | None, list[TreeProblem]]]
type Check = Callable[
    [TreeSyntax, Registry, Mapping[str, str], Calendar | None, Mapping[str, TreeSyntax]],
    tuple[Tree | None, list[TreeProblem]],
]


@dataclass(frozen=True, slots=True)
class TreeReaders:
    """What `parse_tree` and `check_tree` do. They may remember what these said before."""

    parse: Parse
    check: Check


def read_trees(
    sources: Iterable[Source],
    registry: Registry,
    calendar: Calendar | None = None,
    today: int | None = None,
    readers: TreeReaders | None = None,
) -> tuple[tuple[Tree, ...], list[Diagnostic]]:
    """Return the trees that are sound, and every fault in the sources, in reading order.

    The trees may visit and lead on to one another; what they visit stands in them. What is past is told
    where it is known what day `today` is.
    """
    readers = readers or TreeReaders(parse_tree, check_tree)
    parsed = [(source, *readers.parse(source)) for source in sources]
    titles = titles_of(parsed)
    syntaxes = {syntax.id.text: syntax for _, syntax, _ in parsed if syntax}
    circles = dict(check_circles(syntaxes))
    trees: dict[str, Tree] = {}
    sound: dict[str, TreeSyntax] = {}
    diagnostics: list[Diagnostic] = []
    # What is visited comes first, so that it is whole when the visitor needs it.
    for source, syntax, problems in sorted(parsed, key=_after_visited(syntaxes)):
        found = list(problems)
        tree = None
        if syntax:
            tree, more = readers.check(syntax, registry, titles, calendar, sound)
            if any(isinstance(problem, SecondTree) for problem in problems):
                # Of two trees in one file much has the same name; what is wrong is that they are in one file.
                more = [problem for problem in more if not isinstance(problem, DuplicateName)]
            found += [*more, *(check_visits(syntax, trees) if tree else [])]
            found += [circles[syntax.id.text]] if syntax.id.text in circles else []
            found += check_past(syntax, today)
        if not all(isinstance(problem, WARNINGS) for problem in found):
            # Scenarios are judged by what they show once they go where they are meant to.
            found = [problem for problem in found if not isinstance(problem, UNSHOWN)]
        described = [to_diagnostic(problem, source) for problem in dict.fromkeys(found)]
        described = acknowledge(described, syntax.acknowledged if syntax else (), source)
        diagnostics += without_past(described) if today is None else described
        if syntax and tree and not any(d.severity is Severity.ERROR for d in described):
            trees[tree.id] = with_labels(expand(tree, trees), registry)
            sound[tree.id] = syntax
    return tuple(trees[tree] for tree in sorted(trees)), in_reading_order(diagnostics)


type Parsed = tuple[Source, TreeSyntax | None, list[TreeProblem]]
"""A file, the tree in it, and what in it cannot be read."""


def titles_of(parsed: Iterable[Parsed]) -> dict[str, str]:
    """Return the titles of trees by their ids; "" for a file that holds none, since trees may lead to it."""
    titles: dict[str, str] = {}
    for source, syntax, _ in parsed:
        titles.setdefault(_stem(source), "")
        if syntax:
            titles[syntax.id.text] = phrase(syntax.title.markdown).text
    return titles


def _after_visited(syntaxes: Mapping[str, TreeSyntax]) -> Callable[[Parsed], int]:
    graph = {tree: [o for o in leads_to(syntax) if o in syntaxes] for tree, syntax in syntaxes.items()}
    # Trees in a circle are in no order; they come last, and none of them is published.
    place = {tree: -at for at, tree in enumerate(in_order(graph))}
    return lambda parsed: place.get(parsed[1].id.text, 1) if parsed[1] else -len(place)


def check_tree(
    syntax: TreeSyntax,
    registry: Registry,
    titles: Mapping[str, str],
    calendar: Calendar | None = None,
    sound: Mapping[str, TreeSyntax] = MappingProxyType({}),
) -> tuple[Tree | None, list[TreeProblem]]:
    """Return the tree and its problems; None when its names or its shape are not sound.

    Of the trees that it visits, those that are `sound` have ends of which it can speak.
    One fault can look like many: a name that leads nowhere leaves nodes without a way to them. So each
    stage is judged only when those before it are sound: lines, names, shape, answers, scenarios.
    """
    syntax = with_ends(syntax, sound)
    tree, problems = resolve(syntax, registry, titles)
    problems += _file_name(syntax)
    graph = edges_of(syntax)
    narrow = list(check_answers(syntax))
    problems += narrow
    if tree is None or not (syntax.whole and syntax.tables_whole):
        problems += check_loops(syntax, graph)
        return None, [p for p in problems if syntax.whole or not isinstance(p, _LACKING)]
    if wrong := list(check_again(syntax, graph)):
        return None, problems + wrong
    # What is asked anew may need another day.
    tree = as_of_any_day(unrolled(tree)) if tree.again else tree
    if has_loop(graph) and (walked := list(_check_circles(tree, syntax))):
        return None, problems + walked
    graph = edges_and_back(syntax)
    shape = [*check_reach(syntax, graph, tree.start), *check_order(syntax, graph, tree.start)]
    if shape or narrow:
        return None, problems + shape
    problems += check_strengths(tree, syntax, registry)
    problems += check_times(tree, syntax, registry)
    problems += check_calendar(tree, syntax, calendar)
    states = SearchStates(tree)
    found = list(_check_conditions(tree, syntax, states))
    if any(isinstance(problem, _WRONG_WAYS) for problem in found):
        return tree, problems + found
    found += check_begun(tree, syntax)
    return tree, [*problems, *found, *check_scenarios(tree, syntax, states, calendar)]


_LACKING = (
    *(DeadEnd, DutyWithoutClause, EndNotAsked, MixedQuestion),
    *(NotCounted, NothingAdds, NothingOffered, OneAnswer),
    *(UnknownOption, UnknownQuestion, UnknownRole, UnknownTarget, UnknownTotal, WrongVerb),
)
"""What may be nothing more than a line that could not be read."""

_WRONG_WAYS = (NeverTrue, Overlap, RowNeverFirst, Uncovered, Unreachable)
"""What sends scenarios the wrong way, so that they say nothing."""


def _file_name(syntax: TreeSyntax) -> Iterator[TreeProblem]:
    file = _stem(syntax.source)
    if syntax.source.name.endswith(".tree") and file != syntax.id.text:
        yield TreeNamedElse(syntax.id.span, syntax.id.text, file)


def _stem(source: Source) -> str:
    return source.name.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".tree")


def _check_circles(tree: Tree, syntax: TreeSyntax) -> Iterator[TreeProblem]:
    """Yield circles that some reader walks. The drawing may have others, out of which routes lead everybody.

    One in a passage is told once, however often readers go through that.
    """
    met: set[str] = set()
    for circle in circles(tree):
        nodes = tuple(dict.fromkeys(tree.original(node) for node in circle.nodes))
        if met.isdisjoint(nodes):
            yield loop_in(syntax, nodes, example(tree, circle.answers))
        met.update(nodes)


def _check_conditions(tree: Tree, syntax: TreeSyntax, states: SearchStates) -> Iterator[TreeProblem]:
    """Check every condition against the answers that can come to it."""
    yield from _check_same_way(tree, syntax)
    lonely = unexplained(tree, states)
    for node in syntax.nodes:
        if not states.at(node.id.text):
            yield from [Unreachable(node.id.span, node.id.text)] if node.id.text in lonely else []
        elif isinstance(node, RouteSyntax):
            yield from _check_route(node, tree, states)
    yield from _check_told(tree, syntax, states)
    yield from check_points(tree, syntax, states)


def _check_told(tree: Tree, syntax: TreeSyntax, states: SearchStates) -> Iterator[TreeProblem]:
    """Check the conditions of what is told. One in a shared block is judged by all places that use it."""
    verdicts: dict[Span, set[bool]] = {}
    for node, line, one in written_told(tree, syntax):
        if one.when and line.when and states.at(node):
            asked = states.asked_of(node, [one.when])
            found = verdicts.setdefault(line.when.span, set())
            found |= {is_true(one.when, answers) for answers in asked}
    for span, found in verdicts.items():
        yield from check_when(span, found)


def _check_same_way(tree: Tree, syntax: TreeSyntax) -> Iterator[TreeProblem]:
    """Note every question that makes no difference."""
    spoken_of = {fact.question for condition in all_conditions(tree) for fact in facts(condition)}
    for node in syntax.nodes:
        question = tree.node(node.id.text)
        if not isinstance(question, OneOf) or question.visits or question.id in spoken_of:
            continue
        if len(question.options) > 1 and len(targets(question)) == 1 and not adding_to(question):
            yield SameWay(node.id.span, question.id)


def _check_route(written: RouteSyntax, tree: Tree, states: SearchStates) -> Iterator[TreeProblem]:
    route = tree.node(written.id.text)
    assert isinstance(route, Route)
    here = states.at(route.id)
    kind = Leading.TABLE if written.columns else Leading.ROUTE
    true = [true_branches(route, answers) for answers in states.asked_of(route.id, [*conditions(route)])]
    for at, branch in enumerate(written.branches):
        fitting = [branches for branches in true if at in branches]
        if not fitting:
            yield NeverTrue(branch.when.span, kind is Leading.TABLE)
        elif written.first and all(branches[0] < at for branches in fitting):
            rows = {branches[0] + 1 for branches in fitting}
            yield RowNeverFirst(branch.when.span, tuple(sorted(rows)))
    nowhere = any(not branches for branches in true)
    if nowhere and route.otherwise is None:
        shut = [remembered for remembered in here if not open_branches(route, dict(remembered))]
        first = min(shut, key=lambda each: example(tree, each))
        yield Uncovered(written.id.span, written.id.text, example(tree, first, route.id), kind)
    if not nowhere and written.otherwise:
        yield OtherwiseUnused(written.otherwise.span, written.id.text, kind)
    # Lines that lead to the same node may both be open: nobody can go wrong.
    apart = any(len({route.branches[at].goes_to for at in branches}) > 1 for branches in true)
    if written.first and not apart:
        yield FirstDecidesNothing(written.first.span, written.id.text)
    if apart and not written.first:
        yield from _overlaps(tree, written, route, here)


def _overlaps(
    tree: Tree, written: RouteSyntax, route: Route, here: Collection[Remembered]
) -> Iterator[TreeProblem]:
    met: set[tuple[str, int]] = set()
    for remembered in sorted(here, key=lambda each: example(tree, each)):
        first, *others = open_branches(route, dict(remembered)) or [-1]
        target = route.branches[first].goes_to if others else ""
        for other in others:
            if route.branches[other].goes_to != target and (target, other) not in met:
                met.add((target, other))
                rows = (first + 1, other + 1) if written.columns else ()
                span = written.branches[other].when.span
                yield Overlap(span, written.id.text, example(tree, remembered, route.id), rows)
