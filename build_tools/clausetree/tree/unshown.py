"""What no scenario shows of a tree, so that a fault there would go unnoticed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from clausetree.tree.cases import Case
from clausetree.tree.condition import facts
from clausetree.tree.model import Duty, Node, OneOf, Route, Tree, duties
from clausetree.tree.problems import (
    DutyAlwaysDue,
    DutyNotExpected,
    NeverLeftOut,
    NotVisited,
    Problem,
    UnshownFact,
    UnshownLimit,
    WayNotTaken,
)
from clausetree.tree.prose import phrase
from clausetree.tree.shown import Kind, Shows, Thing
from clausetree.tree.syntax import (
    NodeSyntax,
    OutcomeSyntax,
    QuestionSyntax,
    RouteSyntax,
    ScenarioSyntax,
    StepSyntax,
    TreeSyntax,
    VisitSyntax,
    WhenSyntax,
)
from clausetree.tree.walk import Walk

type Way = tuple[ScenarioSyntax, Walk]


def check_shown(
    tree: Tree, syntax: TreeSyntax, arriving: Mapping[str, set[Case]], ways: Iterable[Way]
) -> Iterator[Problem]:
    """Yield the nodes, ways, duties, limits and facts that paths can show and no scenario does."""
    shows = Shows(tree)
    shown = {thing for scenario, way in ways for thing in _told(tree, shows.by(way), scenario, way)}
    lacking: defaultdict[str, list[Thing]] = defaultdict(list)
    for thing in shows.possible(arriving) - shown:
        lacking[thing.node].append(thing)
    unvisited = {name for name, things in lacking.items() if any(t.kind is Kind.VISIT for t in things)}
    for node in syntax.nodes:
        if node.id.text in unvisited:
            yield NotVisited(node.id.span, node.id.text)
        else:
            yield from _of_node(tree.node(node.id.text), node, lacking[node.id.text], unvisited)


def _told(tree: Tree, things: set[Thing], scenario: ScenarioSyntax, way: Walk) -> Iterator[Thing]:
    """Yield what a path shows of duties only as far as the scenario says whether they are due."""
    lines = {
        (line.wanted, line.strength, line.who.text if line.who else None, phrase(line.what.markdown).text)
        for line in scenario.expects
    }
    said: dict[tuple[str, int], bool] = {}
    for node in way.nodes:
        for at, duty in enumerate(duties(node)):
            due = Thing(Kind.DUTY, node.id, at) in things
            # Who it is may be left out where nobody but the reader has duties, and where nobody has this one.
            anybody = not due or not tree.roles
            whose = (duty.who, None) if anybody else (duty.who,)
            said[node.id, at] = any((due, duty.strength, who, duty.what.text) in lines for who in whose)
            # What is due elsewhere on the way cannot be ruled out.
            said[node.id, at] |= not due and any(_same(duty, other) for other in way.duties)
    for thing in things:
        if said.get((thing.node, thing.at), True) or thing.kind in (Kind.VISIT, Kind.ANSWER):
            yield thing


def _same(duty: Duty, other: Duty) -> bool:
    return (duty.strength, duty.who, duty.what) == (other.strength, other.who, other.what)


def _of_node(
    node: Node, written: NodeSyntax, lacking: list[Thing], unvisited: Collection[str]
) -> Iterator[Problem]:
    """Yield what is not shown of a node that is visited, but for what follows from something else not shown."""
    untaken: set[int] = set()
    for thing in sorted(t for t in lacking if t.kind is not Kind.FACT):
        if thing.kind is not Kind.ANSWER:
            untaken.add(thing.at)
        if _target(node, thing) not in unvisited:
            yield _not_shown(written, thing)
    by_fact: defaultdict[tuple[int, int], list[Thing]] = defaultdict(list)
    for thing in sorted(t for t in lacking if t.kind is Kind.FACT and t.at not in untaken):
        by_fact[thing.at, thing.fact].append(thing)
    for (at, number), things in by_fact.items():
        fact = list(facts(_when(written, at).condition))[number]
        span = fact.question.span.to(fact.value.span)
        amounts = tuple(thing.amount for thing in things if thing.amount)
        yield UnshownLimit(span, fact.question.text, amounts) if amounts else UnshownFact(span)


def _target(node: Node, thing: Thing) -> str | None:
    """Return where the option or the branch leads that a thing is about."""
    match node:
        case OneOf():
            return node.options[thing.at].goes_to
        case Route():
            return node.branches[thing.at].goes_to if thing.at < len(node.branches) else node.otherwise
        case _:
            return None


def _not_shown(written: NodeSyntax, thing: Thing) -> Problem:
    match written:
        case QuestionSyntax():
            choices = (*written.choices, *((written.none,) if written.none else ()))
            names = [each.id for each in written.options or choices]
            return WayNotTaken(names[thing.at].span) if thing.true else NeverLeftOut(names[thing.at].span)
        case RouteSyntax():
            if thing.at == len(written.branches):
                assert written.otherwise, "a route with a way on has a branch for it, or an `otherwise`"
                return WayNotTaken(written.otherwise.span)
            return WayNotTaken(written.branches[thing.at].when.span)
        case StepSyntax() | OutcomeSyntax():
            span = written.duties[thing.at].span
            return DutyNotExpected(span) if thing.true else DutyAlwaysDue(span)
        case VisitSyntax():
            raise AssertionError("nothing but its visit is shown of a visit")


def _when(written: NodeSyntax, at: int) -> WhenSyntax:
    match written:
        case RouteSyntax():
            return written.branches[at].when
        case StepSyntax() | OutcomeSyntax():
            when = written.duties[at].when
            assert when, "a duty that hangs on facts has a condition"
            return when
        case _:
            raise AssertionError("conditions stand in routes and duties")
